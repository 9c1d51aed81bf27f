import type { Client } from '../../../contract/client.ts'
import type { Result } from '../../../contract/errors.ts'
import { defaultSettings, type Settings } from '../../../contract/settings.ts'
import { useLanguage } from '../../i18n/locale.svelte.ts'

/** The part of the page that themes and languages are told to. */
export interface PageRoot {
  lang: string
  dataset: Record<string, string | undefined>
}

/** The user's settings, applied to the page at once and kept by the core. */
export class Preferences {
  readonly #client: Client
  readonly #root: PageRoot
  readonly #languages: () => readonly string[]
  #current = $state.raw<Settings>(defaultSettings)

  constructor(client: Client, root: PageRoot, languages: () => readonly string[]) {
    this.#client = client
    this.#root = root
    this.#languages = languages
    this.take(defaultSettings)
  }

  get current(): Settings {
    return this.#current
  }

  async load(): Promise<void> {
    const answer = await this.#client.call('settings.get', {})
    if (answer.ok) this.take(answer.value)
  }

  async update(patch: Partial<Settings>): Promise<Result<Settings>> {
    const before = this.#current
    this.take({ ...before, ...patch })
    const answer = await this.#client.call('settings.update', { patch })
    this.take(answer.ok ? answer.value : before)
    return answer
  }

  /** Shows settings, from here or from another window. */
  take(settings: Settings): void {
    this.#current = settings
    if (settings.theme === 'system') delete this.#root.dataset['theme']
    else this.#root.dataset['theme'] = settings.theme
    this.#root.lang = useLanguage(settings.language, this.#languages())
  }

  /** Shows a width while it is being dragged, without keeping it yet. */
  preview(patch: Pick<Partial<Settings>, 'sidebarWidth' | 'listWidth'>): void {
    this.#current = { ...this.#current, ...patch }
  }
}
