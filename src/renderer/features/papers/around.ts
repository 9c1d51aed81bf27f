import type { Day, PaperId } from '../../../contract/model.ts'

/** What a list has to know of the rest of the screen. */
export interface Around {
  /** The paper whose note is in use: the cursor stays on it, also where the list has it no more. */
  noted: () => PaperId | null
  /** The day it is for the library. */
  today: () => Day
  /** Whether the cursor goes on after a paper got its status. */
  autoAdvance: () => boolean
}

/** A list by itself. */
export const alone: Around = {
  noted: () => null,
  today: () => new Date().toISOString().slice(0, 10),
  autoAdvance: () => true
}
