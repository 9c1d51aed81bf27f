import { createContext } from 'svelte'
import type { Client } from '../contract/client.ts'
import type { Command } from '../contract/events.ts'
import type { ListRef } from '../contract/lists.ts'
import { TO_READ_QUEUE_ID, type Day, type PaperId } from '../contract/model.ts'
import { Diagnostics } from './features/digests/diagnostics.svelte.ts'
import { Folders } from './features/digests/folders.svelte.ts'
import { Exporter } from './features/export/exporter.svelte.ts'
import { History } from './features/history/history.svelte.ts'
import { Decks } from './features/library/decks.svelte.ts'
import { Destinations } from './features/library/destinations.ts'
import { Library } from './features/library/library.svelte.ts'
import { nextUnfinished } from './features/library/months.ts'
import { Arranger } from './features/papers/arranger.svelte.ts'
import { ListTools } from './features/papers/list-tools.svelte.ts'
import { PaperList, sameList } from './features/papers/list.svelte.ts'
import { PaperPane } from './features/papers/paper.svelte.ts'
import { Versions } from './features/papers/versions.svelte.ts'
import { Queues } from './features/queues/queues.svelte.ts'
import { Palette } from './features/palette/palette.svelte.ts'
import { Rules } from './features/rules/rules.svelte.ts'
import { Search } from './features/search/search.svelte.ts'
import { Preferences, type PageRoot } from './features/settings/preferences.svelte.ts'
import { CatchUp } from './features/triage/catch-up.svelte.ts'
import { tellFailedNote } from './features/triage/note-toasts.ts'
import { NoteEditor } from './features/triage/note.svelte.ts'
import { Toasts } from './features/triage/toasts.svelte.ts'
import { Triage } from './features/triage/triage.svelte.ts'
import type { DialogName } from './dialogs.ts'
import { m } from './i18n/generated/messages.js'
import { FocusPlaces } from './focus.ts'
import { Hearing } from './hearing.svelte.ts'
import { Host } from './host.ts'
import { Layout } from './layout.svelte.ts'

/** The whole screen's state, put together: one object a window. */
export class Desk {
  readonly host: Host
  readonly focus = new FocusPlaces((place) => (place === 'list' && this.listHidden ? 'paper' : place))
  readonly toasts = new Toasts()
  readonly preferences: Preferences
  readonly library: Library
  readonly decks: Decks
  readonly list: PaperList
  readonly listTools: ListTools
  readonly arranger: Arranger
  readonly paper: PaperPane
  readonly note: NoteEditor
  readonly triage: Triage
  readonly catchUp: CatchUp
  readonly history: History
  readonly rules: Rules
  readonly queues: Queues
  readonly search: Search
  readonly folders: Folders
  readonly diagnostics: Diagnostics
  readonly versions: Versions
  readonly exporter: Exporter
  readonly destinations: Destinations
  readonly layout = new Layout(() => this.preferences.current.zoom)
  /** The sidebar is icons only. */
  readonly folded = this.layout.folded
  /** List and paper take turns. */
  readonly narrow = this.layout.narrow
  #dialog = $state<DialogName | null>(null)
  #showingPaper = $state(false)
  #started = $state(false)
  readonly #client: Client
  readonly #hearing: Hearing

  /** `run` carries out what a menu of the host asks for. */
  constructor(client: Client, root: PageRoot, run: (desk: Desk, command: Command) => void) {
    this.#client = client
    this.#hearing = new Hearing(this, client, (command) => run(this, command))
    this.host = new Host(client)
    this.preferences = new Preferences(client, root, () => navigator.languages)
    this.library = new Library(client)
    this.decks = new Decks(this.library, this.preferences, () => this.#openDay)
    this.list = new PaperList(
      client,
      (id) => {
        if (id !== null) this.note.expect({ id, title: this.list.rows.get(id)?.title ?? '' })
        void this.paper.show(id)
      },
      {
        noted: () => (this.focus.isAt('note') ? this.note.paperId : null),
        today: () => this.library.overview?.today ?? '',
        autoAdvance: () => this.preferences.current.autoAdvance
      }
    )
    this.note = new NoteEditor(client, {
      onSaved: (result) => this.list.rows.takeMarks(result.papers),
      onMerged: () => this.toasts.say(() => m.note_merged()),
      onFailedElsewhere: (title, why) => tellFailedNote(this.toasts, title, why, () => void this.note.retry())
    })
    this.paper = new PaperPane(client, (paper) => this.note.show(paper))
    this.triage = new Triage(client, this.list, this.toasts)
    this.catchUp = new CatchUp(client, {
      decks: () => this.library.decks,
      remembered: () => this.preferences.current.catchUp,
      remember: (catchUp) => void this.preferences.update({ catchUp }),
      skip: (ids) => this.triage.catchUp(ids),
      open: (kept) => this.#openFirstOf(kept)
    })
    this.history = new History(client, this.triage)
    this.rules = new Rules(client, (answer) => this.triage.tell(answer))
    this.queues = new Queues(client, this.library, {
      tell: (answer) => this.triage.tell(answer),
      // A queue that is gone can't stay open.
      leave: async (queueId) => {
        if (this.isOpen({ kind: 'queue', queueId })) await this.open({ kind: 'status', status: 'inbox' })
      }
    })
    this.listTools = new ListTools(this.list, this.toasts)
    this.arranger = new Arranger(client, this.list, this.toasts, {
      undo: (step) => void this.triage.undoStep(step),
      sortByHand: () => this.listTools.sortBy('list')
    })
    this.search = new Search(this.list, (back) => void (back ? this.open(back) : this.openFirst()))
    this.folders = new Folders(client, this.host, this.library, this.toasts, {
      // Whoever is at work on a list stays there.
      onImported: async () => {
        if (this.list.ids.length === 0 && !this.search.active) await this.openFirst()
      },
      showDiagnostics: () => this.show('diagnostics')
    })
    this.diagnostics = new Diagnostics(client)
    this.versions = new Versions(client, () => this.paper.paper)
    this.exporter = new Exporter(client, this.host, this.list, this.toasts)
    this.destinations = new Destinations(client, {
      open: (list, at) => this.open(list, at),
      failed: (error) => this.toasts.fail(error),
      nowhere: () => this.toasts.say(() => m.link_nowhere())
    })
  }

  get dialog(): DialogName | null {
    return this.#dialog
  }

  /** Whether any dialog is open, in which the keys rest. */
  get inDialog(): boolean {
    return this.#dialog !== null || this.folders.choosing
  }

  /** In a narrow window: the paper rather than the list. */
  get showingPaper(): boolean {
    return this.#showingPaper
  }

  /** Whether the paper has the list's place, so that the focus goes there instead. */
  get listHidden(): boolean {
    return this.layout.alone || (this.narrow.current && this.#showingPaper)
  }

  get connected(): boolean {
    return this.#hearing.connected
  }

  /** Whether the first answers are here. */
  get started(): boolean {
    return this.#started
  }

  /** Asks for all that the first screen shows, and listens from then on; the answer stops it. */
  async start(): Promise<() => void> {
    const stop = this.#hearing.start()
    await Promise.all([this.preferences.load(), this.host.load(), this.library.refresh()])
    const asked = await this.destinations.first()
    if (!asked && !this.library.error && !this.library.isNew) await this.openFirst()
    this.#started = true
    this.#hearing.fetchNotices()
    return stop
  }

  async reopen(): Promise<void> {
    await this.library.reopen()
    if (!this.library.error) await this.openFirst()
  }

  /** Opens a list from the sidebar or by key, at a paper of it or where there is something to do. */
  async open(ref: ListRef, at?: PaperId): Promise<void> {
    this.search.end()
    this.#showingPaper = false
    if (ref.kind === 'deck') this.decks.reveal(ref.day)
    void this.focus.to('list')
    await this.list.open(ref, at)
  }

  /** A deck with something left, beside the open one if any; else the newest deck; else the inbox. */
  async openFirst(): Promise<void> {
    const deck = nextUnfinished(this.library.decks, this.#openDay) ?? this.library.newest
    await this.open(deck ? { kind: 'deck', day: deck.day } : { kind: 'status', status: 'inbox' })
  }

  /** Opens the deck of a day at one of its papers. */
  async openPaperOn(day: Day, id: PaperId): Promise<void> {
    await this.open({ kind: 'deck', day }, id)
  }

  /** Opens the inbox at the first of these papers there. */
  async #openFirstOf(papers: readonly PaperId[]): Promise<void> {
    await this.open({ kind: 'status', status: 'inbox' })
    const wanted = new Set(papers)
    const first = this.list.ids.find((id) => wanted.has(id))
    if (first !== undefined) this.list.selection.moveTo(first)
  }

  isOpen(ref: ListRef): boolean {
    return sameList(ref, this.list.ref)
  }

  get #openDay(): Day | null {
    return this.list.ref?.kind === 'deck' ? this.list.ref.day : null
  }

  /** One deck older (1) or newer (-1), of those that the sidebar shows. */
  async openDeckBeside(steps: 1 | -1): Promise<void> {
    const deck = this.decks.beside(steps)
    if (deck) await this.open({ kind: 'deck', day: deck.day })
  }

  /** What the end of a deck offers: the next one with papers left. */
  async openNextUnfinished(): Promise<void> {
    const deck = nextUnfinished(this.library.decks, this.#openDay)
    await this.open(deck ? { kind: 'deck', day: deck.day } : { kind: 'queue', queueId: TO_READ_QUEUE_ID })
  }

  show(dialog: DialogName): void {
    if (dialog === 'export') this.exporter.prepare()
    if (dialog === 'catchUp') this.catchUp.reset()
    if (dialog === 'history') this.history.reset()
    if (dialog === 'rules') this.rules.reset()
    this.#dialog = dialog
    this.refreshDialog()
  }

  closeDialog(): void {
    this.#dialog = null
  }

  showPaper(): void {
    this.#showingPaper = true
    if (this.narrow.current) void this.focus.to('paper')
  }

  showList(): void {
    this.#showingPaper = false
    void this.focus.to('list')
  }

  newPalette(): Palette {
    return new Palette(this.#client, this.library.overview, this.preferences.current)
  }

  /** Focus mode: the paper alone. */
  goAlone(): void {
    this.layout.alone = true
    void this.focus.to('paper')
  }

  leaveAlone(): void {
    this.layout.alone = false
    void this.focus.to('list')
  }

  openSearch(): void {
    this.search.open()
    this.#showingPaper = false
    this.layout.alone = false
    void this.focus.to('search')
  }

  openNote(): void {
    if (this.list.selection.cursor === null || this.note.paperId === null) return
    // A note belongs to one paper; where several are marked, to the one under the cursor.
    this.list.selection.clear()
    this.#showingPaper = true
    void this.focus.to('note')
  }

  /** Whether something typed would be lost if the page went now. */
  get losesText(): boolean {
    const { unsaved } = this.note
    return unsaved === 'stuck' || (unsaved === 'pending' && !this.connected)
  }

  /** What an open dialog shows is fetched again when it may have changed. */
  refreshDialog(): void {
    if (this.#dialog === 'diagnostics') void this.diagnostics.load()
    if (this.#dialog === 'versions') void this.versions.load()
    if (this.#dialog === 'catchUp') void this.catchUp.refresh()
    if (this.#dialog === 'history') void this.history.load()
    if (this.#dialog === 'rules') void this.rules.load()
  }
}

const [getDesk, setDesk] = createContext<Desk>()
export { getDesk, setDesk }
