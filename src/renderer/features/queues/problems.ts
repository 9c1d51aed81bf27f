import { m } from '../../i18n/generated/messages.js'
import type { NameProblem } from './queues.svelte.ts'

/** Why a queue can't be called so, in words. */
export const nameProblems: Record<NameProblem, () => string> = {
  empty: () => m.queue_name_empty(),
  taken: () => m.queue_name_taken()
}
