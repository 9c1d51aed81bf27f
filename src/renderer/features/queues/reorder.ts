import { queueIdSchema } from '../../../contract/model.ts'

/** What a queue is called among the data of a drag, by which queues are put in order. */
const QUEUE_TYPE = 'application/x-paperdeck-queue'

export function carryQueue(transfer: Pick<DataTransfer, 'setData'>, id: number): void {
  transfer.setData(QUEUE_TYPE, String(id))
}

/** Whether a drag carries a queue; which one is told only when it is dropped. */
export const carriesQueue = (transfer: Pick<DataTransfer, 'types'> | null): boolean =>
  transfer?.types.includes(QUEUE_TYPE) ?? false

/** The id of the queue that was dropped; null where something else was. */
export const queueOf = (transfer: Pick<DataTransfer, 'getData'> | null): number | null =>
  queueIdSchema.safeParse(Number(transfer?.getData(QUEUE_TYPE))).data ?? null

/**
 * Before which of the queues a dropped one goes; null: last.
 *
 * @param ids in their order
 * @param on the one that it was dropped on
 * @param after whether it was dropped on that one's lower half
 */
export const placeOf = (ids: readonly number[], on: number, after: boolean): number | null =>
  after ? (ids[ids.indexOf(on) + 1] ?? null) : on
