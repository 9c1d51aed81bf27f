import type { Client } from '../../../contract/client.ts'
import type { Result } from '../../../contract/errors.ts'
import { defaultSettings, zooms, type Settings } from '../../../contract/settings.ts'
import { useLanguage } from '../../i18n/locale.svelte.ts'
import { useKeys } from '../keyboard/bindings.svelte.ts'

/** The part of the page that themes, languages and zoom are told to. */
export interface PageRoot {
  lang: string
  dataset: Record<string, string | undefined>
  style: { setProperty: (name: string, value: string) => void }
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
    this.#root.style.setProperty('--zoom', String(settings.zoom))
    useKeys(settings.keys)
  }

  /** One step larger (1) or smaller (-1), as far as there is one. */
  zoomBy(steps: 1 | -1): Promise<Result<Settings>> {
    const { zoom } = this.#current
    const next = steps === 1 ? zooms.find((step) => step > zoom) : zooms.findLast((step) => step < zoom)
    return this.update({ zoom: next ?? zoom })
  }

  /** Shows a width while it is being dragged, without keeping it yet. */
  preview(patch: Pick<Partial<Settings>, 'sidebarWidth' | 'listWidth'>): void {
    this.#current = { ...this.#current, ...patch }
  }
}
