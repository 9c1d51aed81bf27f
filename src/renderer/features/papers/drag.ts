import { paperIdSchema, type PaperId } from '../../../contract/model.ts'

/** What papers are called among the data of a drag: dropped on a queue of the sidebar, they are added to it. */
export const PAPERS_TYPE = 'application/x-paperdeck-papers'

/** Makes a drag carry papers. */
export function carryPapers(transfer: Pick<DataTransfer, 'setData'>, ids: readonly PaperId[]): void {
  transfer.setData(PAPERS_TYPE, JSON.stringify(ids))
}

/** Whether a drag carries papers; which ones is told only when it is dropped. */
export const carriesPapers = (transfer: Pick<DataTransfer, 'types'> | null): boolean =>
  transfer?.types.includes(PAPERS_TYPE) ?? false

/** The papers of a drag that was dropped; none where it carries something else. */
export function papersOf(transfer: Pick<DataTransfer, 'getData'> | null): PaperId[] {
  const text = transfer?.getData(PAPERS_TYPE) ?? ''
  if (text === '') return []
  return paperIdSchema.array().safeParse(JSON.parse(text)).data ?? []
}
