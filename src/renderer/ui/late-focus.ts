/**
 * Takes the focus for what comes after its dialog, or comes back in it, where nothing else in there has it. What is
 * there from the start is marked `data-autofocus` instead.
 */
export function lateFocus(element: HTMLElement): void {
  const dialog = element.closest('[role=dialog]')
  const { activeElement } = document
  if (activeElement === null || activeElement === document.body || activeElement === dialog)
    element.focus({ preventScroll: true })
}
