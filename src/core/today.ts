import type { Day } from '../contract/model.ts'

const two = (number: number): string => String(number).padStart(2, '0')

/** The calendar day of a moment, where this machine is. */
export const localDay = (moment: Date): Day =>
  `${String(moment.getFullYear()).padStart(4, '0')}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`
