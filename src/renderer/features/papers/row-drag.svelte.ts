import type { PaperId } from '../../../contract/model.ts'
import type { Arranger } from './arranger.svelte.ts'
import { carryPapers } from './drag.ts'
import type { RowWindow } from './row-window.svelte.ts'
import type { Selection } from './selection.svelte.ts'

/** So near to an edge a drag scrolls, in CSS pixels, up to so many a frame. */
const EDGE = 56
const FASTEST = 22

/** Papers that are being dragged: to another place of their queue, or to one in the sidebar. */
export class RowDrag {
  readonly #selection: Selection
  readonly #arranger: Arranger
  readonly #window: RowWindow
  readonly #scroll: (by: number) => void
  #papers: ReadonlySet<PaperId> | null = null
  #line = $state<number | null>(null)
  #from = $state<PaperId | null>(null)
  #frame: number | undefined
  #speed = 0
  /** Of the pointer, from the top of what scrolls. */
  #y = 0

  constructor(selection: Selection, arranger: Arranger, window: RowWindow, scroll: (by: number) => void) {
    this.#selection = selection
    this.#arranger = arranger
    this.#window = window
    this.#scroll = scroll
  }

  /** Above which place the papers would be put; null where they can't be. */
  get line(): number | null {
    return this.#line
  }

  /** The paper that the drag began on; its row must stay, or the end of the drag is told to nobody. */
  get from(): PaperId | null {
    return this.#from
  }

  /** Begins with what is marked, where the paper is one of these, else with the paper alone. */
  start(event: DragEvent, id: PaperId, picture: (count: number) => Element): void {
    if (!event.dataTransfer) return
    const ids = this.#selection.marked.has(id) ? this.#selection.targets : [id]
    this.#papers = new Set(ids)
    this.#from = id
    carryPapers(event.dataTransfer, ids)
    event.dataTransfer.effectAllowed = 'copyMove'
    event.dataTransfer.setDragImage(picture(ids.length), -12, -8)
  }

  over(event: DragEvent & { currentTarget: Element }): void {
    if (!this.#papers || !this.#arranger.possible) return
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = 'move'
    const { top, height } = event.currentTarget.getBoundingClientRect()
    this.#y = event.clientY - top
    this.#line = this.#window.lineAt(this.#window.top + this.#y)
    this.#speed = speedAt(this.#y, height)
    if (this.#speed !== 0) this.#frame ??= requestAnimationFrame(() => this.#run())
  }

  leave(event: DragEvent & { currentTarget: Element }): void {
    if (event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget)) return
    this.#line = null
    this.#speed = 0
  }

  drop(event: DragEvent): void {
    const [papers, line] = [this.#papers, this.#line]
    if (!papers || line === null) return
    event.preventDefault()
    this.end()
    void this.#arranger.drop(papers, line)
  }

  end(): void {
    this.#papers = null
    this.#line = null
    this.#from = null
    this.#speed = 0
  }

  /** Scrolls for as long as the pointer stays near an edge. */
  #run(): void {
    this.#frame = undefined
    if (this.#speed === 0 || !this.#papers) return
    this.#scroll(this.#speed)
    this.#line = this.#window.lineAt(this.#window.top + this.#y)
    this.#frame = requestAnimationFrame(() => this.#run())
  }
}

/** Pixels a frame: the nearer to an edge the more. */
function speedAt(y: number, height: number): number {
  const near = Math.min(EDGE, height / 4)
  if (y < near) return -Math.ceil(((near - y) / near) * FASTEST)
  if (y > height - near) return Math.ceil(((y - height + near) / near) * FASTEST)
  return 0
}
