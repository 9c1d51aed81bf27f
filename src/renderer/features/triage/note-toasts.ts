import { shortTitle } from '../../i18n/actions.ts'
import { m } from '../../i18n/generated/messages.js'
import type { Toasts } from './toasts.svelte.ts'

/** Tells that the note of a paper that is no longer on screen could not be saved. */
export function tellFailedNote(
  toasts: Toasts,
  title: string,
  why: 'too-long' | 'failed',
  retry: () => void
): void {
  const what = { title: shortTitle(title) }
  if (why === 'too-long') toasts.show({ tone: 'bad', text: () => m.note_too_long_elsewhere(what) })
  else
    toasts.show({
      tone: 'bad',
      text: () => m.note_failed_elsewhere(what),
      action: { label: () => m.try_again(), run: retry }
    })
}
