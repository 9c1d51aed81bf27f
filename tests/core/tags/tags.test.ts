import { describe, expect, test } from 'vitest'
import { tagsOf } from '../../../src/core/tags/tags.ts'
import { errorOf, must } from '../../helpers/core.ts'
import { startDesk } from '../history/desk.ts'

describe('tags', () => {
  test('are there while a paper has them, in the order of the alphabet', () => {
    const desk = startDesk()
    must(desk.tags.add([1, 2, 3], 'theory'))
    must(desk.tags.add([1], '확산'))
    must(desk.tags.add([2], 'Attention'))
    expect(tagsOf(desk.db)).toEqual([
      { name: 'Attention', color: null, count: 1 },
      { name: 'theory', color: null, count: 3 },
      { name: '확산', color: null, count: 1 }
    ])
    must(desk.tags.remove([1, 2, 3], 'theory'))
    expect(tagsOf(desk.db).map(({ name }) => name)).toEqual(['Attention', '확산'])
    must(desk.history.undo())
    expect(tagsOf(desk.db)[1]).toEqual({ name: 'theory', color: null, count: 3 })
  })

  test('keep the name they were first given, whatever the case of its letters', () => {
    const desk = startDesk()
    must(desk.tags.add([1], 'Étude'))
    const again = must(desk.tags.add([1, 2], 'éTUDE'))
    expect(again.action).toMatchObject({
      kind: 'tag',
      value: 'Étude',
      name: 'Étude',
      count: 1,
      title: 'Paper 2'
    })
    expect(must(desk.tags.remove([1], 'étude')).action).toMatchObject({ kind: 'untag', value: 'Étude' })
    expect(tagsOf(desk.db)).toEqual([{ name: 'Étude', color: null, count: 1 }])
  })

  test('say nothing of a paper that has, or lacks, them already', () => {
    const desk = startDesk()
    must(desk.tags.add([1], 'theory'))
    expect(must(desk.tags.add([1], 'theory')).action).toBeNull()
    expect(must(desk.tags.remove([2], 'theory')).action).toBeNull()
    expect(must(desk.tags.remove([2], 'nothing of the kind')).action).toBeNull()
    expect(tagsOf(desk.db)).toHaveLength(1)
  })

  test('come back with their papers when their removal is undone after others were given', () => {
    const desk = startDesk()
    must(desk.tags.add([1], 'theory'))
    const removed = must(desk.tags.remove([1], 'theory')).action?.step ?? 0
    must(desk.tags.add([2], 'Theory'))
    must(desk.history.undoStep(removed))
    expect(tagsOf(desk.db)).toEqual([{ name: 'Theory', color: null, count: 2 }])
  })

  test('keep a paper shown that no digest holds any more', () => {
    const desk = startDesk()
    must(desk.tags.add([1], 'theory'))
    desk.db.exec('UPDATE appearances SET digest_id = NULL WHERE paper_id = 1')
    const shown = () => desk.db.prepare('SELECT 1 FROM visible_papers WHERE id = 1').get() !== undefined
    expect(shown()).toBe(true)
    must(desk.tags.remove([1], 'theory'))
    expect(shown()).toBe(false)
  })

  test('of a paper that is not there are none', () => {
    expect(errorOf(startDesk().tags.add([99], 'theory'))).toBe('not-found')
  })
})
