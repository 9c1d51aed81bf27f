import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MAX_NOTE_LENGTH } from '../../../src/contract/calls.ts'
import { fail, ok, type Result } from '../../../src/contract/errors.ts'
import type { ActionResult } from '../../../src/contract/triage.ts'
import { NoteEditor, SAVE_DELAY_MS } from '../../../src/renderer/features/triage/note.svelte.ts'
import { deferred, fakeClient, paperOf, resultOf, type FakeClient, type Handlers } from '../fake-client.ts'

const saved = (client: FakeClient): [number, string][] =>
  client.inputsOf('triage.setNote').map(({ id, note }) => [id, note])

function make(handlers: Handlers = { 'triage.setNote': () => ok(resultOf([])) }): {
  client: FakeClient
  note: NoteEditor
  lost: string[]
  told: { merged: number }
} {
  const client = fakeClient(handlers)
  const lost: string[] = []
  const told = { merged: 0 }
  const note = new NoteEditor(client, {
    onSaved: () => undefined,
    onMerged: () => (told.merged += 1),
    onFailedElsewhere: (title) => lost.push(title)
  })
  note.show(paperOf(1))
  return { client, note, lost, told }
}

/** A core that holds the note of paper 1, which others may change, and refuses to save over what they wrote. */
function sharedNote(): { stored: { note: string }; handlers: Handlers } {
  const stored = { note: '' }
  const handlers: Handlers = {
    'papers.get': ({ id }) => ok(paperOf(id, stored)),
    'triage.setNote': ({ note, base }) => {
      if (base !== undefined && stored.note !== base && stored.note !== note)
        return fail('conflict', 'Changed.', { note: stored.note })
      stored.note = note
      return ok(resultOf([]))
    }
  }
  return { stored, handlers }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('a note', () => {
  it('is saved within 800 ms after the last key, once', async () => {
    expect(SAVE_DELAY_MS).toBeLessThanOrEqual(800)
    const { client, note } = make()
    note.type('a')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS - 1)
    note.type('ab')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS - 1)
    expect(saved(client)).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(saved(client)).toEqual([[1, 'ab']])
    expect(note.state).toBe('saved')
  })

  it('is saved at once when the field or the page is left', async () => {
    const { client, note } = make()
    note.type('a')
    await note.flush()
    expect(saved(client)).toEqual([[1, 'a']])
    await vi.advanceTimersByTimeAsync(5000)
    expect(saved(client)).toHaveLength(1)
  })

  it('is saved for its own paper when another one is shown', async () => {
    const { client, note } = make()
    note.type('for one')
    note.show(paperOf(2, { note: 'of two' }))
    expect(note.text).toBe('of two')
    note.type('for two')
    note.show(paperOf(3))
    await note.flush()
    expect(saved(client)).toEqual([
      [1, 'for one'],
      [2, 'for two']
    ])
  })

  it('shows what was typed when one comes back before the core has it', async () => {
    const answer = deferred<Result<ActionResult>>()
    const { note } = make({ 'triage.setNote': () => answer.promise })
    note.type('typed')
    note.show(paperOf(2))
    note.show(paperOf(1, { note: 'old' }))
    expect(note.text).toBe('typed')
    note.show(paperOf(1, { note: 'old' }))
    expect(note.text).toBe('typed')
    answer.resolve(ok(resultOf([])))
    await note.flush()
    expect(note.state).toBe('saved')
  })

  it('gives one stay in the field one session, and the next another', async () => {
    const { client, note } = make()
    for (const text of ['a', 'ab']) {
      note.type(text)
      await note.flush()
    }
    note.focus()
    note.type('abc')
    await note.flush()
    const [one, two, three] = client.inputsOf('triage.setNote').map(({ session }) => session)
    expect(one).toBe(two)
    expect(three).not.toBe(two)
  })

  it('keeps the text when saving fails, and tries again', async () => {
    let broken = true
    const { client, note } = make({
      'triage.setNote': () => (broken ? fail('disconnected', 'Lost.') : ok(resultOf([])))
    })
    note.type('dear')
    await note.flush()
    expect(note.state).toBe('failed')
    expect(note.text).toBe('dear')
    broken = false
    await note.retry()
    expect(note.state).toBe('saved')
    expect(saved(client)).toEqual([
      [1, 'dear'],
      [1, 'dear']
    ])
  })

  it('keeps a failed note of a paper that was left, says so, and saves it later', async () => {
    let broken = true
    const { client, note, lost } = make({
      'triage.setNote': () => (broken ? fail('disconnected', 'Lost.') : ok(resultOf([])))
    })
    note.type('dear')
    note.show(paperOf(2))
    await note.flush()
    expect(lost).toEqual(['Paper 1'])
    note.show(paperOf(1, { note: '' }))
    expect(note.text).toBe('dear')
    expect(note.state).toBe('failed')
    note.show(paperOf(2))
    broken = false
    await note.retry()
    expect(saved(client).at(-1)).toEqual([1, 'dear'])
  })

  it('keeps both texts where it was changed elsewhere while it was typed', async () => {
    const { stored, handlers } = sharedNote()
    const { note, told } = make(handlers)
    note.type('mine')
    stored.note = 'theirs'
    note.show(paperOf(1, stored))
    expect(note.text).toBe('mine')
    await note.flush()
    expect(stored.note).toBe('theirs\n\nmine')
    expect(note.text).toBe('theirs\n\nmine')
    expect(note.state).toBe('saved')
    expect(told.merged).toBe(1)
    note.type('theirs\n\nmine, on')
    await note.flush()
    expect(stored.note).toBe('theirs\n\nmine, on')
    expect(told.merged).toBe(1)
  })

  it('keeps both texts also when one types on, or leaves, while it is being saved', async () => {
    const { stored, handlers } = sharedNote()
    const { note } = make(handlers)
    note.type('mine')
    stored.note = 'theirs'
    const saving = note.flush()
    note.type('mine, on')
    await saving
    expect(note.text).toBe('theirs\n\nmine, on')
    stored.note = 'theirs again'
    const again = note.flush()
    note.type('mine, on and on')
    note.show(paperOf(2))
    await again
    await note.flush()
    expect(stored.note).toBe('theirs again\n\nmine, on and on')
  })

  it('takes no echo of its own saves for a change from elsewhere', async () => {
    const { client, note } = make()
    note.type('a')
    await note.flush()
    note.type('ab')
    note.show(paperOf(1, { note: 'a' }))
    expect(note.text).toBe('ab')
    await note.flush()
    expect(client.inputsOf('triage.setNote').map(({ base }) => base)).toEqual(['', 'a'])
  })

  it('follows a change from elsewhere, such as an undo, when nothing is being typed', async () => {
    const { note } = make()
    note.type('a')
    await note.flush()
    note.show(paperOf(1, { note: '' }))
    expect(note.text).toBe('')
    expect(note.state).toBe('clean')
  })

  it('does not send one that the core would refuse for its length', async () => {
    const { client, note } = make()
    note.type('x'.repeat(MAX_NOTE_LENGTH + 1))
    await note.flush()
    expect(note.state).toBe('too-long')
    expect(note.unsaved).toBe('stuck')
    expect(saved(client)).toEqual([])
  })

  it('knows its own text again when the answer to a save never came', async () => {
    const { stored, handlers } = sharedNote()
    let cut = true
    const { note, told } = make({
      ...handlers,
      'triage.setNote': async (input) => {
        const answer = await handlers['triage.setNote']?.(input)
        return cut || !answer ? fail('disconnected', 'Lost.') : answer
      }
    })
    note.type('mine')
    await note.flush()
    expect(stored.note).toBe('mine')
    cut = false
    note.type('mine, on')
    await note.flush()
    expect(stored.note).toBe('mine, on')
    expect(told.merged).toBe(0)
  })

  it('keeps one that is too long when its paper is left, and shows it again', async () => {
    const { client, lost, note } = make()
    const long = 'x'.repeat(MAX_NOTE_LENGTH + 1)
    note.type(long)
    note.show(paperOf(2))
    await note.retry()
    expect(lost).toEqual(['Paper 1'])
    expect(note.text).toBe('')
    expect(note.unsaved).toBe('stuck')
    note.show(paperOf(1))
    expect(note.text).toBe(long)
    expect(note.state).toBe('too-long')
    note.type('short')
    await note.flush()
    expect(saved(client)).toEqual([[1, 'short']])
    expect(note.unsaved).toBe('none')
  })

  it('keeps one that is too long only together with what was written elsewhere', async () => {
    const { stored, handlers } = sharedNote()
    const { note } = make(handlers)
    const long = 'x'.repeat(MAX_NOTE_LENGTH)
    note.type(long)
    stored.note = 'theirs'
    await note.flush()
    expect(stored.note).toBe('theirs')
    expect(note.text).toBe(`theirs\n\n${long}`)
    expect(note.state).toBe('too-long')
    note.type('theirs\n\nshort')
    await note.flush()
    expect(stored.note).toBe('theirs\n\nshort')
  })

  it('takes what is typed while its paper is on its way, behind what it holds', async () => {
    const { client, note } = make()
    note.expect({ id: 2, title: 'Paper 2' })
    expect(note.text).toBe('')
    note.type('new')
    await vi.advanceTimersByTimeAsync(5000)
    expect(saved(client)).toEqual([])
    note.show(paperOf(2, { note: 'old' }))
    expect(note.text).toBe('old\nnew')
    await vi.advanceTimersByTimeAsync(SAVE_DELAY_MS)
    expect(saved(client)).toEqual([[2, 'old\nnew']])
  })

  it('loses nothing when even that paper is left before it came', async () => {
    const { client, note } = make({
      'papers.get': ({ id }) => ok(paperOf(id, { note: 'old' })),
      'triage.setNote': () => ok(resultOf([]))
    })
    note.expect({ id: 2, title: 'Paper 2' })
    note.type('new')
    note.expect({ id: 3, title: 'Paper 3' })
    await note.flush()
    expect(saved(client)).toEqual([[2, 'old\nnew']])
  })
})
