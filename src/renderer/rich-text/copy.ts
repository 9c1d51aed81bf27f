const enclosingMath = (node: Node): Element | null =>
  (node instanceof Element ? node : node.parentElement)?.closest('[data-source]') ?? null

/**
 * Puts what is selected on the clipboard with formulas as their LaTeX source. A formula that is selected in part is
 * taken whole.
 */
export function copySource(event: ClipboardEvent): void {
  const selection = getSelection()
  if (!selection || selection.rangeCount === 0 || event.target instanceof HTMLTextAreaElement) return
  const range = selection.getRangeAt(0)
  const first = enclosingMath(range.startContainer)
  const last = enclosingMath(range.endContainer)
  if (first) range.setStartBefore(first)
  if (last) range.setEndAfter(last)
  const root = range.commonAncestorContainer
  const formulas =
    root instanceof Element
      ? [...root.querySelectorAll<HTMLElement>('[data-source]')].filter((math) => range.intersectsNode(math))
      : []
  if (formulas.length === 0) return
  event.clipboardData?.setData(
    'text/plain',
    withSources(formulas, () => selection.toString())
  )
  event.preventDefault()
}

/** Runs `read` while each formula is replaced by its source: the browser alone knows how a selection reads. */
function withSources(formulas: readonly HTMLElement[], read: () => string): string {
  const drawn = formulas.map((math) => {
    const parts = [...math.childNodes]
    math.textContent = math.dataset['source'] ?? ''
    return { math, parts }
  })
  const text = read()
  for (const { math, parts } of drawn) math.replaceChildren(...parts)
  return text
}
