import { createContext } from 'svelte'
import type { Client } from '../contract/client.ts'
import type { AppEvent, Command } from '../contract/events.ts'
import { TO_READ_QUEUE_ID, type Day, type ListRef, type PaperId } from '../contract/model.ts'
import { Diagnostics } from './features/digests/diagnostics.svelte.ts'
import { Folders } from './features/digests/folders.svelte.ts'
import { Exporter } from './features/export/exporter.svelte.ts'
import { History } from './features/history/history.svelte.ts'
import { Changes, type Changed } from './features/library/changes.ts'
import { Decks } from './features/library/decks.svelte.ts'
import { Destinations } from './features/library/destinations.ts'
import { Library } from './features/library/library.svelte.ts'
import { Notices, noticeText } from './features/library/notices.ts'
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
import { NoteEditor } from './features/triage/note.svelte.ts'
import { Toasts } from './features/triage/toasts.svelte.ts'
import { Triage } from './features/triage/triage.svelte.ts'
import { FocusPlaces } from './focus.ts'
import { Host } from './host.ts'
import { shortTitle } from './i18n/actions.ts'
import { m } from './i18n/generated/messages.js'
import { Layout } from './layout.svelte.ts'

/** Those that the triage of papers opens. */
export type TriageDialog = 'addToQueue' | 'tag' | 'snooze' | 'catchUp' | 'history' | 'rules'
export type DialogName =
  | TriageDialog
  | 'help'
  | 'settings'
  | 'export'
  | 'diagnostics'
  | 'versions'
  | 'keys'
  | 'palette'
  | 'calendar'

const CHANGES_PAUSE_MS = 40
const RELOAD_PAUSE_MS = 200

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
  #connected = $state(true)
  #started = $state(false)
  readonly #notices: Notices
  readonly #client: Client
  readonly #run: (desk: Desk, command: Command) => void
  readonly #changes = new Changes(CHANGES_PAUSE_MS, (changed) => void this.#libraryChanged(changed))
  readonly #reloads = new Changes(RELOAD_PAUSE_MS, (changed) => void this.list.reload(changed))

  /** `run` carries out what a menu of the host asks for. */
  constructor(client: Client, root: PageRoot, run: (desk: Desk, command: Command) => void) {
    this.#client = client
    this.#run = run
    this.#notices = new Notices(client, (notice) => this.toasts.tell(() => noticeText(notice)))
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
      onFailedElsewhere: (title, why) => {
        const what = { title: shortTitle(title) }
        if (why === 'too-long') this.toasts.show({ tone: 'bad', text: () => m.note_too_long_elsewhere(what) })
        else
          this.toasts.show({
            tone: 'bad',
            text: () => m.note_failed_elsewhere(what),
            action: { label: () => m.try_again(), run: () => void this.note.retry() }
          })
      }
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
      undo: () => void this.triage.undo(),
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
      failed: (error) => this.toasts.fail(error)
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
    return this.#connected
  }

  /** Whether the first answers are here. */
  get started(): boolean {
    return this.#started
  }

  /** Asks for all that the first screen shows, and listens from then on; the answer stops it. */
  async start(): Promise<() => void> {
    const stop = this.#client.subscribe((event) => this.#hear(event))
    await Promise.all([this.preferences.load(), this.host.load(), this.library.refresh()])
    const asked = await this.destinations.first()
    if (!asked && !this.library.error && !this.library.isNew) await this.openFirst()
    this.#started = true
    void this.#notices.fetch()
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
    this.#refreshDialog()
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

  openOnDesktop(): void {
    const url = this.paper.paper?.url ?? this.list.current?.url
    if (url !== undefined && !this.host.open(url)) this.toasts.say(() => m.nothing_to_open())
  }

  /** Whether something typed would be lost if the page went now. */
  get losesText(): boolean {
    const { unsaved } = this.note
    return unsaved === 'stuck' || (unsaved === 'pending' && !this.#connected)
  }

  #hear(event: AppEvent): void {
    switch (event.type) {
      case 'library.changed':
        this.#changes.add(event)
        return
      case 'ingest.progress':
        this.library.takeIngest(event.status)
        // Whether a folder could be read is part of the overview; a folder that is new has to get into it.
        if (event.status.phase === 'idle') {
          void this.library.refresh()
          this.#refreshDialog()
        } else if (!this.library.watches(event.status.folder)) void this.library.refresh()
        return
      case 'settings.changed':
        this.preferences.take(event.settings)
        return
      case 'notice':
        void this.#notices.hear(event.notice)
        void this.library.refresh()
        return
      case 'connection':
        this.#connected = event.connected
        if (event.connected) void this.#cameBack()
        return
      case 'closing':
        void this.#close()
        return
      case 'navigate':
        this.closeDialog()
        void this.destinations.go(event.to)
        return
      case 'command':
        this.#run(this, event.command)
        return
    }
  }

  /** What an open dialog shows is fetched again when it may have changed. */
  #refreshDialog(): void {
    if (this.#dialog === 'diagnostics') void this.diagnostics.load()
    if (this.#dialog === 'versions') void this.versions.load()
    if (this.#dialog === 'catchUp') void this.catchUp.refresh()
    if (this.#dialog === 'history') void this.history.load()
    if (this.#dialog === 'rules') void this.rules.load()
  }

  async #libraryChanged(changed: Changed): Promise<void> {
    const { papers } = changed
    void this.library.refresh()
    const cursor = this.list.selection.cursor
    if (cursor !== null && (papers === 'all' || papers.includes(cursor))) void this.paper.refresh()
    this.#refreshDialog()
    if (await this.list.changed(changed)) this.#reloads.add(changed)
  }

  /** Sends off what is being typed, and lets the window close. */
  async #close(): Promise<void> {
    await this.note.flush()
    await this.#client.call('host.closing', { unsaved: this.note.unsaved !== 'none' })
  }

  async #cameBack(): Promise<void> {
    void this.#notices.fetch()
    await Promise.all([this.library.refresh(), this.preferences.load(), this.note.retry()])
    if (this.list.ref) this.#changes.add({ papers: 'all', digests: true })
    else if (!this.library.error && !this.library.isNew) await this.openFirst()
  }
}

const [getDesk, setDesk] = createContext<Desk>()
export { getDesk, setDesk }
