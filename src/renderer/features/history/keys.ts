import type { PaperId } from '../../../contract/model.ts'
import { isComposing, meantKey } from '../keyboard/match.ts'
import { keysOf } from '../keyboard/bindings.svelte.ts'
import type { History } from './history.svelte.ts'

const STEP = '[data-step]'

/** Moves among the steps; takes back or does again the one that has the focus, or shows its papers. */
export function onHistoryKey(
  history: History,
  event: KeyboardEvent & { currentTarget: HTMLElement },
  open: (id: PaperId) => void
): void {
  if (isComposing(event) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  const target = event.target instanceof HTMLElement ? event.target : null
  const steps = [...event.currentTarget.querySelectorAll<HTMLElement>(STEP)]
  const at = steps.findIndex((step) => target !== null && step.contains(target))
  const key = meantKey(event)
  const to = { ArrowDown: at + 1, j: at + 1, ArrowUp: at - 1, k: at - 1, Home: 0, End: steps.length - 1 }[key]
  if (to !== undefined) {
    event.preventDefault()
    steps[Math.max(0, Math.min(to, steps.length - 1))]?.focus()
    return
  }
  const entry = history.entries.find(({ step }) => String(step) === steps[at]?.dataset['step'])
  if (!entry || event.repeat) return
  if (key === 'u' || keysOf('undo').includes(key)) {
    event.preventDefault()
    void history.toggle(entry)
  } else if (event.key === 'Enter' && target === steps[at]) {
    event.preventDefault()
    const [paper] = entry.papers
    if (entry.count === 1 && paper !== undefined) open(paper)
    else if (paper !== undefined) void history.fold(entry)
  }
}
