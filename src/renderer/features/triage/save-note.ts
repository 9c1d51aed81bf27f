import { MAX_NOTE_LENGTH } from '../../../contract/calls.ts'
import type { Client } from '../../../contract/client.ts'
import type { PaperId } from '../../../contract/model.ts'
import type { ActionResult } from '../../../contract/triage.ts'

interface NoteToSave {
  id: PaperId
  text: string
  /** Whether the text goes behind the note that is there, whatever that is. */
  behind: boolean
  session: string
  /** What the note was when the text was begun; undefined where that is not known. */
  base: string | undefined
  /** A text that was sent before, whose answer never came: found to be there, it is ours. */
  sentBefore: string | undefined
}

/** What became of it. `text` is the whole note, `base` what the core has now, `theirs` what was found to be there. */
export type SaveOutcome =
  | { kind: 'saved'; text: string; base: string; theirs: string; result: ActionResult }
  | { kind: 'too-long'; text: string; base: string; theirs: string }
  | { kind: 'failed'; sent?: string }

/** Others may change a note again while it is being joined; more often than this is no coincidence. */
const MOST_TRIES = 5

export const join = (first: string, second: string, between: string): string =>
  first === '' || second === '' ? first + second : first + between + second

/** Saves a note. Where someone else changed it since it was begun, both texts are kept, theirs first. */
export async function saveNote(
  client: Client,
  { id, behind, session, ...begun }: NoteToSave
): Promise<SaveOutcome> {
  let { base, text: mine } = begun
  if (behind) {
    const stored = await client.call('papers.get', { id })
    if (!stored.ok) return { kind: 'failed' }
    base = stored.value.note
    mine = join(base, mine, '\n')
  }
  let theirs = ''
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const text = join(theirs, mine, '\n\n')
    if (text.length > MAX_NOTE_LENGTH) return { kind: 'too-long', text, base: base ?? '', theirs }
    const answer = await client.call('triage.setNote', {
      id,
      note: text,
      session,
      ...(base !== undefined && { base })
    })
    if (answer.ok) return { kind: 'saved', text, base: text, theirs, result: answer.value }
    const found = answer.error.details?.['note']
    if (answer.error.code !== 'conflict' || typeof found !== 'string') return { kind: 'failed', sent: text }
    theirs = found === begun.sentBefore ? '' : found
    base = found
  }
  return { kind: 'failed' }
}
