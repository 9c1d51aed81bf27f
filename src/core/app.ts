import { ok, type Result } from '../contract/errors.ts'
import type { AppEvent } from '../contract/events.ts'
import type { Notice } from '../contract/library.ts'
import type { Transport } from '../contract/transport.ts'
import { codeOf, isLibraryError, libraryError } from './db/errors.ts'
import { digestHandlers } from './digests/handlers.ts'
import { createDispatcher, type Handlers } from './dispatch.ts'
import { exportHandlers } from './export/handlers.ts'
import { historyHandlers } from './history/handlers.ts'
import { openLibrary, type Library } from './library.ts'
import { overviewOf } from './overview.ts'
import { paperHandlers } from './papers/handlers.ts'
import { queueHandlers } from './queues/handlers.ts'
import { ruleHandlers } from './rules/handlers.ts'
import { searchHandlers } from './search/handlers.ts'
import { openSettings, type SettingsStore } from './settings/settings.ts'
import { tagHandlers } from './tags/handlers.ts'
import { catchUpHandlers } from './triage/catch-up-handlers.ts'
import { triageHandlers } from './triage/handlers.ts'

export interface CoreOptions {
  /** The library folder; made when missing. */
  library: string
  /** The folder of the sample days. */
  sampleDigests: string
  /** Whether digest folders, and what other programs do to the library, are watched. */
  watch: boolean
  clock?: () => Date
  log?: (message: string, error?: unknown) => void
}

/** The whole application without a screen. */
export interface Core extends Transport {
  /** Finishes what is being written and closes the library. */
  close(): Promise<void>
}

interface Session {
  library: Library
  settings: SettingsStore
  handlers: Handlers
}

/**
 * Starts the application on a library folder. A library that can't be opened doesn't make this fail: calls then
 * answer why, and `library.reopen` tries again.
 */
export async function createCore(options: CoreOptions): Promise<Core> {
  const clock = options.clock ?? (() => new Date())
  const log = options.log ?? ((message, error) => console.error(message, error ?? ''))
  const listeners = new Set<(event: AppEvent) => void>()
  const notices: Notice[] = []
  const emit = (event: AppEvent): void => {
    if (event.type === 'notice') notices.push(event.notice)
    for (const listener of listeners) listener(event)
  }
  const opener = { library: options.library, sampleDigests: options.sampleDigests, watch: options.watch }

  const open = async (): Promise<Result<Session>> => {
    try {
      const settings = await openSettings(options.library, clock)
      for (const notice of settings.notices) emit({ type: 'notice', notice })
      const library = openLibrary({ ...opener, clock, log, emit, settings: () => settings.store.get() })
      if (!library.ok) return library
      const handlers = handlersOf(library.value, settings.store)
      return ok({ library: library.value, settings: settings.store, handlers })
    } catch (error) {
      if (isLibraryError(error)) return libraryError(error, options.library)
      throw error
    }
  }

  const handlersOf = (library: Library, settings: SettingsStore): Handlers => ({
    ...digestHandlers(library),
    ...paperHandlers(library),
    ...triageHandlers(library),
    ...historyHandlers(library),
    ...queueHandlers(library),
    ...tagHandlers(library),
    ...catchUpHandlers(library),
    ...ruleHandlers(library),
    ...searchHandlers(library),
    ...exportHandlers(library),
    'library.overview': () => ok(overviewOf(library)),
    'library.notices': () => ok(notices.splice(0)),
    'library.reopen': () => ok(null),
    'settings.get': () => ok(settings.get()),
    'settings.update': async ({ patch }) => {
      const updated = await settings.update(patch)
      library.digests.foldersMayHaveChanged()
      emit({ type: 'settings.changed', settings: updated })
      return ok(updated)
    }
  })

  let session = await open()
  let reopening: Promise<void> | undefined
  const reopen = async (): Promise<void> => {
    session = await open()
    reopening = undefined
    if (!session.ok) return
    emit({ type: 'settings.changed', settings: session.value.settings.get() })
    emit({ type: 'library.changed', papers: 'all', digests: true })
  }
  const dispatch = createDispatcher({
    handlers: () => (session.ok ? ok(session.value.handlers) : session),
    explain: (error) => (isLibraryError(error) ? libraryError(error, options.library) : undefined),
    log: (message, error) => log(`${message} ${codeOf(error)}`, error)
  })

  return {
    async request(name, input) {
      if (name === 'library.reopen' && !session.ok) await (reopening ??= reopen())
      return dispatch(name, input)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      listeners.clear()
      if (session.ok) await session.value.library.close()
    }
  }
}
