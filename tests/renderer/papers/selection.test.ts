import { describe, expect, it } from 'vitest'
import { Selection } from '../../../src/renderer/features/papers/selection.svelte.ts'

const make = (): Selection => {
  const selection = new Selection(
    () => [10, 20, 30, 40, 50],
    () => undefined
  )
  selection.moveTo(20)
  return selection
}

describe('a selection', () => {
  it('moves within the list and says when it is at an end', () => {
    const selection = make()
    expect(selection.step(1)).toBe(true)
    expect(selection.cursor).toBe(30)
    selection.last()
    expect(selection.step(1)).toBe(false)
    expect(selection.cursor).toBe(50)
  })

  it('acts on the paper under the cursor, or on the marked ones in list order', () => {
    const selection = make()
    expect(selection.targets).toEqual([20])
    selection.toggle(50)
    selection.toggle(10)
    expect(selection.targets).toEqual([10, 50])
    selection.toggle(10)
    expect(selection.targets).toEqual([50])
  })

  it('takes a paper to the one under the cursor, as Ctrl and a click do', () => {
    const selection = make()
    selection.pick(40)
    expect(selection.targets).toEqual([20, 40])
    selection.pick(20)
    expect(selection.targets).toEqual([40])
    selection.pick(40)
    expect(selection.targets).toEqual([40])
    expect(selection.marked.size).toBe(0)
  })

  it('marks fifty thousand papers, and loses those that are gone', () => {
    let ids = Array.from({ length: 50_000 }, (_, index) => index + 1)
    const selection = new Selection(
      () => ids,
      () => undefined
    )
    selection.markAll()
    selection.toggle(7)
    expect(selection.targets).toHaveLength(49_999)
    ids = ids.slice(0, 10)
    selection.dropMissing()
    expect(selection.targets).toEqual([1, 2, 3, 4, 5, 6, 8, 9, 10])
  })

  it('extends a range from where it began, and shrinks it again', () => {
    const selection = make()
    selection.extend(1)
    selection.extend(1)
    expect(selection.targets).toEqual([20, 30, 40])
    selection.extend(-1)
    expect(selection.targets).toEqual([20, 30])
    selection.extend(-2)
    expect(selection.targets).toEqual([10, 20])
    expect(selection.cursor).toBe(10)
  })

  it('adds a range to what is marked, however it grows and shrinks', () => {
    const selection = make()
    selection.toggle(10)
    selection.moveTo(30)
    selection.toggle(30)
    selection.extend(1)
    selection.extend(1)
    expect(selection.targets).toEqual([10, 30, 40, 50])
    selection.extend(-2)
    expect(selection.targets).toEqual([10, 30])
    selection.extendTo(20)
    expect(selection.targets).toEqual([10, 20, 30])
  })

  it('begins a range anew after the marks were forgotten, at the cursor', () => {
    const selection = make()
    selection.extend(2)
    selection.clear()
    selection.extend(1)
    expect(selection.targets).toEqual([40, 50])
  })

  it('brings nothing back that left the list while a range grew', () => {
    let ids = [10, 20, 30, 40]
    const selection = new Selection(
      () => ids,
      () => undefined
    )
    selection.toggle(10)
    selection.toggle(30)
    ids = [20, 30, 40]
    selection.dropMissing()
    selection.extend(1)
    expect([...selection.marked]).toEqual([30, 40])
  })

  it('marks papers again that are in the list, and goes to the first of them', () => {
    const selection = make()
    selection.mark([40, 99, 20])
    expect(selection.targets).toEqual([20, 40])
    expect(selection.marked.size).toBe(2)
    expect(selection.cursor).toBe(20)
  })

  it('marks everything, and forgets it at once', () => {
    const selection = make()
    selection.markAll()
    expect(selection.targets).toHaveLength(5)
    expect(selection.clear()).toBe(true)
    expect(selection.clear()).toBe(false)
    expect(selection.targets).toEqual([20])
  })

  it('forgets marks at a plain click', () => {
    const selection = make()
    selection.extendTo(40)
    selection.select(10)
    expect(selection.targets).toEqual([10])
  })
})
