import { describe, expect, it } from 'vitest'
import {
  carriesPapers,
  carryPapers,
  papersOf,
  PAPERS_TYPE
} from '../../../src/renderer/features/papers/drag.ts'

function transfer(): Pick<DataTransfer, 'types' | 'setData' | 'getData'> {
  const data = new Map<string, string>()
  return {
    get types() {
      return [...data.keys()]
    },
    setData: (type, text) => void data.set(type, text),
    getData: (type) => data.get(type) ?? ''
  }
}

describe('papers that are dragged', () => {
  it('arrive where they are dropped', () => {
    const drag = transfer()
    expect(carriesPapers(drag)).toBe(false)
    carryPapers(drag, [3, 1, 2])
    expect(carriesPapers(drag)).toBe(true)
    expect(papersOf(drag)).toEqual([3, 1, 2])
  })

  it('are none where something else is dropped', () => {
    const drag = transfer()
    expect(papersOf(drag)).toEqual([])
    expect(papersOf(null)).toEqual([])
    drag.setData(PAPERS_TYPE, '["1", -2]')
    expect(papersOf(drag)).toEqual([])
  })
})
