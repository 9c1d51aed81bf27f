import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Changes, type ChangedPapers } from '../../../src/renderer/features/library/changes.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('news of changed papers', () => {
  it('is gathered for a moment, and not put off by more of it', () => {
    const acted: ChangedPapers[] = []
    const changes = new Changes(40, (papers) => acted.push(papers))
    changes.add([1, 2])
    vi.advanceTimersByTime(30)
    changes.add([2, 3])
    vi.advanceTimersByTime(10)
    expect(acted).toEqual([[1, 2, 3]])
    changes.add([4])
    changes.add('all')
    changes.add([5])
    vi.advanceTimersByTime(40)
    expect(acted).toEqual([[1, 2, 3], 'all'])
  })
})
