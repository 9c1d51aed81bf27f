import temml from 'temml'

/**
 * Draws a formula as MathML into an element, node by node: no markup is parsed, and styles are set through the
 * CSSOM, as the page's content security policy wants. False where LaTeX would report an error; the element is
 * left as it was then. Sizes and expansions of macros are kept to what a line of text can hold;
 * long formulas may break at relations and operators.
 */
export function drawMath(latex: string, display: boolean, element: HTMLElement): boolean {
  const drawn = document.createElement('span')
  try {
    temml.render(latex, drawn, {
      displayMode: display,
      throwOnError: true,
      trust: false,
      wrap: 'tex',
      maxSize: [2, 24],
      maxExpand: 200,
      // Its arrow is an image in a data: URL, which the policy refuses.
      macros: { '\\cancelto': '\\cancel{#2}' }
    })
  } catch {
    return false
  }
  element.replaceChildren(...drawn.childNodes)
  return true
}
