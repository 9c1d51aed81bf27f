import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { Changes, type Changed } from '../../../src/renderer/features/library/changes.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('news of changed papers', () => {
  it('is gathered for a moment, and not put off by more of it', () => {
    const acted: Changed[] = []
    const changes = new Changes(40, (changed) => acted.push(changed))
    changes.add({ papers: [1, 2], digests: false })
    vi.advanceTimersByTime(30)
    changes.add({ papers: [2, 3], digests: false })
    vi.advanceTimersByTime(10)
    expect(acted).toEqual([{ papers: [1, 2, 3], digests: false }])
    changes.add({ papers: [4], digests: true })
    changes.add({ papers: 'all', digests: false })
    changes.add({ papers: [5], digests: false })
    vi.advanceTimersByTime(40)
    changes.add({ papers: [6], digests: false })
    vi.advanceTimersByTime(40)
    expect(acted.slice(1)).toEqual([
      { papers: 'all', digests: true },
      { papers: [6], digests: false }
    ])
  })
})
