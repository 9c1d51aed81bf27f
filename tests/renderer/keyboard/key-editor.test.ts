import { afterEach, describe, expect, it } from 'vitest'
import { fail, ok } from '../../../src/contract/errors.ts'
import { parseChord, type Chord } from '../../../src/contract/keys.ts'
import { defaultSettings, type Settings } from '../../../src/contract/settings.ts'
import { keysOf, useKeys } from '../../../src/renderer/features/keyboard/bindings.svelte.ts'
import { KeyEditor } from '../../../src/renderer/features/keyboard/key-editor.svelte.ts'

const chord = (text: string): Chord => {
  const parsed = parseChord(text)
  if (!parsed) throw new Error(`${text} is no chord`)
  return parsed
}

/** An editor on settings that are kept as the core keeps them. */
function open(keys: Settings['keys'] = {}) {
  const kept = { keys }
  useKeys(keys)
  const editor = new KeyEditor(
    () => kept.keys,
    (patch) => {
      kept.keys = patch.keys
      useKeys(patch.keys)
      return Promise.resolve(ok({ ...defaultSettings, ...patch }))
    }
  )
  return { editor, kept }
}

afterEach(() => useKeys({}))

describe('changing keys', () => {
  it('adds the key that is pressed, once one is', async () => {
    const { editor, kept } = open()
    editor.start('queue')
    await editor.take(chord('Shift'))
    expect(editor.recording).toBe('queue')
    await editor.take(chord('Mod+j'))
    expect(editor.recording).toBeNull()
    expect(kept.keys).toEqual({ queue: ['q', 'Mod+j'] })
    expect(editor.isChanged('queue')).toBe(true)
  })

  it('says who has a key already, and takes it over if asked', async () => {
    const { editor, kept } = open()
    editor.start('queue')
    await editor.take(chord('x'))
    expect(editor.problemOf('queue')).toEqual({ kind: 'taken', chord: chord('x'), by: 'skip' })
    expect(kept.keys).toEqual({})
    await editor.takeOver('queue')
    expect(kept.keys).toEqual({ queue: ['q', 'x'], skip: [] })
    expect(editor.problemOf('queue')).toBeNull()
  })

  it('refuses what is reserved, unknown, there already or too much', async () => {
    const { editor, kept } = open({ star: ['s', 'Alt+1', 'Alt+2', 'Alt+3'] })
    const problemWith = async (text: string): Promise<unknown> => {
      editor.start('queue')
      await editor.take(chord(text))
      return editor.problemOf('queue')
    }
    expect(await problemWith('Mod+w')).toMatchObject({ kind: 'refused', why: 'reserved' })
    expect(await problemWith('Dead')).toMatchObject({ kind: 'refused', why: 'unknown' })
    expect(await problemWith('q')).toMatchObject({ kind: 'same' })
    editor.start('star')
    expect(editor.recording).toBeNull()
    expect(editor.problemOf('star')).toEqual({ kind: 'full' })
    expect(Object.keys(kept.keys)).toEqual(['star'])
  })

  it('keeps nothing of a command that has its own keys again', async () => {
    const { editor, kept } = open()
    await editor.remove('undo', 'Mod+z')
    expect(kept.keys).toEqual({ undo: ['u'] })
    editor.start('undo')
    await editor.take(chord('Mod+z'))
    expect(kept.keys).toEqual({})
    expect(editor.anyChanged).toBe(false)
  })

  it('resets one, saying which keys stay elsewhere, or all', async () => {
    const { editor, kept } = open({ queue: ['x'], skip: ['y'], star: [] })
    await editor.reset('skip')
    expect(kept.keys).toEqual({ queue: ['x'], star: [] })
    expect(editor.problemOf('skip')).toEqual({ kind: 'kept', by: 'queue' })
    expect(keysOf('skip')).toEqual([])
    await editor.resetAll()
    expect(kept.keys).toEqual({})
    expect(keysOf('skip')).toEqual(['x'])
  })

  it('leaves all as it is where the settings can’t be kept', async () => {
    useKeys({})
    const editor = new KeyEditor(
      () => ({}),
      () => Promise.resolve(fail('file-not-written', 'Full.'))
    )
    editor.start('queue')
    await editor.take(chord('Mod+j'))
    expect(keysOf('queue')).toEqual(['q'])
  })
})
