import type { QueueSummary } from '../../../contract/library.ts'
import type { RuleAction } from '../../../contract/triage.ts'
import { m } from '../../i18n/generated/messages.js'
import { queueName } from '../../i18n/names.ts'

/** What a rule does, in words. */
export function ruleActionText(action: RuleAction, queues: readonly QueueSummary[]): string {
  switch (action.do) {
    case 'star':
      return m.rules_will_star()
    case 'skip':
      return m.rules_will_skip()
    case 'tag':
      return m.rules_will_tag({ name: action.tag })
    case 'enqueue': {
      const queue = queues.find(({ id }) => id === action.queueId)
      return m.rules_will_enqueue({ name: queue ? queueName(queue) : m.rules_queue_gone() })
    }
  }
}
