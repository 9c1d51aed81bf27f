import type { Input } from '../../../contract/calls.ts'
import type { Client } from '../../../contract/client.ts'
import type { ListRef } from '../../../contract/lists.ts'
import type { Host } from '../../host.ts'
import { m } from '../../i18n/generated/messages.js'
import type { PaperList } from '../papers/list.svelte.ts'
import type { Toasts } from '../triage/toasts.svelte.ts'

export type ExportSource = 'selection' | 'list'

/** A file name for a list, in letters that every file system takes. */
export function suggestedName(ref: ListRef | null, source: ExportSource): string {
  if (source === 'selection' || ref === null) return 'paperdeck-selection.bib'
  switch (ref.kind) {
    case 'deck':
      return `paperdeck-${ref.day}.bib`
    case 'status':
      return `paperdeck-${ref.status}.bib`
    case 'queue':
      return ref.queueId === 1 ? 'paperdeck-to-read.bib' : `paperdeck-queue-${ref.queueId}.bib`
    case 'starred':
    case 'all':
    case 'snoozed':
    case 'tag':
    case 'search':
      return `paperdeck-${ref.kind}.bib`
  }
}

/** BibTeX of the selection or of the list on screen, to a file or the clipboard. */
export class Exporter {
  readonly #client: Client
  readonly #host: Host
  readonly #list: PaperList
  readonly #toasts: Toasts
  #source = $state<ExportSource>('list')
  #busy = $state(false)

  constructor(client: Client, host: Host, list: PaperList, toasts: Toasts) {
    this.#client = client
    this.#host = host
    this.#list = list
    this.#toasts = toasts
  }

  get source(): ExportSource {
    return this.#source
  }

  set source(source: ExportSource) {
    this.#source = source
  }

  get busy(): boolean {
    return this.#busy
  }

  /** Before the dialog opens: what is marked is most likely meant, else the list. */
  prepare(): void {
    this.#source = this.#list.selection.marked.size > 0 ? 'selection' : 'list'
  }

  count(source: ExportSource): number {
    return source === 'selection' ? this.#list.selection.targets.length : this.#list.ids.length
  }

  /** True when done, so that the dialog may close. */
  async toFile(): Promise<boolean> {
    return this.#export(this.#source, async (text, count) => {
      const answer = await this.#host.saveText(suggestedName(this.#list.ref, this.#source), text)
      if (!answer.ok) {
        this.#toasts.fail(answer.error)
        return false
      }
      const saved = answer.value
      if (saved) this.#toasts.say(() => m.exported_file({ count, name: saved.name }))
      return saved !== null
    })
  }

  /** Copies the BibTeX of the selection, or of what the dialog names. */
  async toClipboard(source: ExportSource = 'selection'): Promise<boolean> {
    return this.#export(source, async (text, count) => {
      const answer = await this.#host.copyText(text)
      if (answer.ok) this.#toasts.say(() => m.exported_copy({ count }))
      else this.#toasts.show({ tone: 'bad', text: () => m.copy_failed() })
      return answer.ok
    })
  }

  async #export(
    source: ExportSource,
    deliver: (text: string, count: number) => Promise<boolean>
  ): Promise<boolean> {
    const request = this.#request(source)
    if (!request) {
      this.#toasts.show({ tone: 'bad', text: () => m.export_nothing() })
      return false
    }
    this.#busy = true
    const answer = await this.#client.call('export.bibtex', request)
    const done = answer.ok && (await deliver(answer.value.text, answer.value.count))
    if (!answer.ok) this.#toasts.fail(answer.error)
    this.#busy = false
    return done
  }

  #request(source: ExportSource): Input<'export.bibtex'> | null {
    // As the list is looked at: what a filter leaves out is not meant, and its order is.
    const ids = source === 'list' ? [...this.#list.ids] : this.#list.selection.targets
    return ids.length > 0 ? { ids } : null
  }
}
