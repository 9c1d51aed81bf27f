import type { QueueSummary } from '../../contract/library.ts'
import type { ListRef } from '../../contract/lists.ts'
import type { Status } from '../../contract/model.ts'
import { TO_READ_QUEUE_ID } from '../../contract/model.ts'
import { dayWithWeekday } from './format.ts'
import { m } from './generated/messages.js'

export const statusName: Record<Status, () => string> = {
  inbox: () => m.status_inbox(),
  queued: () => m.status_queued(),
  reading: () => m.status_reading(),
  read: () => m.status_read(),
  skipped: () => m.status_skipped()
}

const statusList: Record<Status, () => string> = {
  inbox: () => m.list_inbox(),
  queued: () => m.list_to_read(),
  reading: () => m.list_reading(),
  read: () => m.list_read(),
  skipped: () => m.list_skipped()
}

/** A queue's own name; the built-in one is named by the language. */
export const queueName = (queue: Pick<QueueSummary, 'id' | 'name' | 'builtIn'>): string =>
  queue.builtIn || queue.id === TO_READ_QUEUE_ID ? m.list_to_read() : queue.name

/** What a list is called on screen. */
export function listName(ref: ListRef, queues: readonly QueueSummary[]): string {
  switch (ref.kind) {
    case 'deck':
      return dayWithWeekday(ref.day)
    case 'status':
      return statusList[ref.status]()
    case 'starred':
      return m.list_starred()
    case 'all':
      return m.list_all()
    case 'queue':
      return queueName(
        queues.find((queue) => queue.id === ref.queueId) ?? { id: ref.queueId, name: '', builtIn: false }
      )
    case 'snoozed':
      return m.list_snoozed()
    case 'tag':
      return ref.tag
    case 'search':
      return m.list_search()
  }
}
