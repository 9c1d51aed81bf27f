/*
 * Formulas are drawn many at a time, as each look at what fits makes the browser lay the page out again: those of
 * a usual paper at once, before the next frame is painted, the rest of a long one as they come near the view.
 */

/** A formula that waits to be drawn into its element. */
export interface Drawing {
  /** Draws; false where the source stays. */
  draw: () => boolean
  /** Hears whether the drawing is narrow enough for its place, and takes it back otherwise. */
  settle: (fits: boolean) => void
}

/** As many are drawn without waiting for the view; more than nearly all papers have. */
const AT_ONCE = 60
/** How many are laid out together later on. */
const AT_A_TIME = 30
/** How far from the view formulas are drawn ahead. */
const AHEAD = '400px 0px'

const waiting = new Map<Element, Drawing>()
let fresh: Element[] = []
const near: Element[] = []
let asked = false

const observer = new IntersectionObserver(
  (entries) => {
    for (const { isIntersecting, target } of entries) {
      if (!isIntersecting) continue
      observer.unobserve(target)
      near.push(target)
    }
    drawNear()
  },
  { rootMargin: AHEAD }
)

/** Queues a drawing; the answer gives it up. */
export function queueDrawing(element: HTMLElement, drawing: Drawing): () => void {
  waiting.set(element, drawing)
  fresh.push(element)
  if (fresh.length === 1) requestAnimationFrame(drawFresh)
  return () => {
    waiting.delete(element)
    observer.unobserve(element)
  }
}

function drawFresh(): void {
  const all = fresh
  fresh = []
  drawTogether(all.slice(0, AT_ONCE))
  for (const element of all.slice(AT_ONCE)) if (waiting.has(element)) observer.observe(element)
}

function drawNear(): void {
  drawTogether(near.splice(0, AT_A_TIME))
  if (near.length === 0 || asked) return
  asked = true
  requestAnimationFrame(() => {
    asked = false
    drawNear()
  })
}

/** Draws all, looks at all, settles all: one layout for the lot of them. */
function drawTogether(elements: readonly Element[]): void {
  const drawn: { element: HTMLElement; drawing: Drawing }[] = []
  for (const element of elements) {
    const drawing = waiting.get(element)
    waiting.delete(element)
    if (!drawing || !(element instanceof HTMLElement) || !drawing.draw()) continue
    element.style.display = 'block'
    drawn.push({ element, drawing })
  }
  const fits = drawn.map(({ element }) => element.scrollWidth <= element.clientWidth)
  drawn.forEach(({ element, drawing }, index) => {
    element.style.removeProperty('display')
    drawing.settle(fits[index] ?? false)
  })
}
