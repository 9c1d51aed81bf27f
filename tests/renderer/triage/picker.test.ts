import { afterEach, describe, expect, it } from 'vitest'
import type { QueueSummary } from '../../../src/contract/library.ts'
import { dayChoices, NOW, queueChoices, tagChoices } from '../../../src/renderer/features/triage/choices.ts'
import { Picker, type Choice } from '../../../src/renderer/features/triage/picker.svelte.ts'
import { useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'
import { rowOf } from '../fake-client.ts'

const queue = (id: number, name: string, more: Partial<QueueSummary> = {}): QueueSummary => ({
  id,
  name,
  builtIn: id === 1,
  color: null,
  due: null,
  count: 0,
  left: 0,
  ...more
})
const queues = [queue(1, 'To read'), queue(2, 'Reading group'), queue(3, 'Thesis')]
const names = (choices: readonly Choice[]): string[] => choices.map(({ name }) => name)

function make(all: string[] = ['one', 'two', 'three']): {
  picker: Picker
  picked: string[]
  closed: () => number
} {
  const picked: string[] = []
  let closed = 0
  const picker = new Picker({
    offer: (query) => all.filter((name) => name.includes(query)).map((name) => ({ key: name, name })),
    pick: ({ key }) => picked.push(key),
    close: () => (closed += 1)
  })
  return { picker, picked, closed: () => closed }
}

afterEach(() => useLanguage('en', []))

describe('a picker', () => {
  it('picks with Enter and closes with a second one', () => {
    const { picker, picked, closed } = make()
    picker.type('tw')
    picker.enter()
    expect(picked).toEqual(['two'])
    expect(closed()).toBe(0)
    picker.enter()
    expect(picked).toEqual(['two'])
    expect(closed()).toBe(1)
  })

  it('picks again once something was looked for in between', () => {
    const { picker, picked, closed } = make()
    picker.enter()
    picker.move(1)
    picker.enter()
    picker.type('three')
    picker.enter()
    expect(picked).toEqual(['one', 'two', 'three'])
    expect(closed()).toBe(0)
  })

  it('goes round at its ends', () => {
    const { picker } = make()
    picker.move(-1)
    expect(picker.activeIndex).toBe(2)
    picker.move(1)
    expect(picker.activeIndex).toBe(0)
  })

  it('finishes with what was looked for, but takes nothing that nobody chose', () => {
    const { picker, picked, closed } = make()
    picker.finish()
    expect(picked).toEqual([])
    picker.type('tw')
    picker.finish()
    expect(picked).toEqual(['two'])
    expect(closed()).toBe(2)
  })

  it('closes with Enter where it offers nothing', () => {
    const { picker, picked, closed } = make([])
    picker.enter()
    expect(picked).toEqual([])
    expect(closed()).toBe(1)
  })
})

describe('queues to pick', () => {
  it('show how many of the papers are in each', () => {
    const rows = [rowOf(1, { queueIds: [1, 3] }), rowOf(2, { queueIds: [1] })]
    expect(queueChoices(queues, rows, '').map(({ held }) => held)).toEqual(['all', 'none', 'some'])
    expect(queueChoices(queues, rows, '')[2]?.detail).toBe('1 of 2')
    // What is not known of a paper is not said of it.
    expect(queueChoices(queues, [...rows, undefined], '')[0]?.held).toBe('some')
  })

  it('are found by any part of the name, those that begin with it first', () => {
    expect(names(queueChoices(queues, [rowOf(1)], 'read'))).toEqual([
      'Reading group',
      'To read',
      'Create “read”'
    ])
    expect(names(queueChoices(queues, [rowOf(1)], 'group reading'))).toEqual([
      'Reading group',
      'Create “group reading”'
    ])
  })

  it('are not made twice, in whichever case, nor under the name of the built-in one', () => {
    expect(names(queueChoices(queues, [rowOf(1)], 'THESIS'))).toEqual(['Thesis'])
    useLanguage('ko', [])
    expect(names(queueChoices(queues, [rowOf(1)], 'to read'))).toEqual([])
    expect(names(queueChoices(queues, [rowOf(1)], '읽을 논문'))).toEqual(['읽을 논문'])
  })
})

describe('tags to pick', () => {
  const tags = [{ name: 'RL', color: null, count: 2 }]

  it('are those that are known, and those that papers just got', () => {
    const rows = [rowOf(1, { tags: ['diffusion', 'rl'] })]
    expect(tagChoices(tags, rows, '').map(({ name, held }) => [name, held])).toEqual([
      ['RL', 'all'],
      ['diffusion', 'all']
    ])
  })

  it('may be typed with a mark', () => {
    expect(names(tagChoices(tags, [], '#rl'))).toEqual(['RL'])
    expect(names(tagChoices(tags, [], '#agents'))).toEqual(['Create “agents”'])
  })
})

describe('days to pick', () => {
  const today = '2026-11-20'
  const days = (query: string, away = false): string[] =>
    dayChoices(today, [rowOf(1, { snoozedUntil: away ? '2026-12-01' : null })], query).map(({ key }) => key)

  it('are the usual ones, each once, and all after today', () => {
    expect(days('')).toEqual(['2026-11-21', '2026-11-23', '2026-11-27', '2026-12-20'])
    expect(dayChoices('2026-11-22', [], '').map(({ key }) => key)).toEqual([
      '2026-11-23',
      '2026-11-29',
      '2026-12-22'
    ])
  })

  it('are one that is typed, and never the past', () => {
    expect(days('24 dec')).toEqual(['2026-12-24'])
    expect(days('2026-11-27')).toEqual(['2026-11-27'])
    expect(days('2026-11-01')).toEqual([])
    expect(days('next mo')).toEqual(['2026-11-23'])
  })

  it('are told in the words of either language, whichever the screen has', () => {
    for (const language of ['en', 'ko'] as const) {
      useLanguage(language, [])
      for (const [typed, day] of [
        ['모레', '2026-11-22'],
        ['다음 주 금요일', '2026-11-27'],
        ['내일', '2026-11-21'],
        ['tomorrow', '2026-11-21'],
        ['next week', '2026-11-23']
      ] as const)
        expect(days(typed)[0]).toBe(day)
    }
  })

  it('bring back what is away', () => {
    expect(days('', true)).toContain(NOW)
    expect(days('back', true)).toEqual([NOW])
  })
})
