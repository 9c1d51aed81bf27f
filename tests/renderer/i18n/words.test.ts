import { afterEach, describe, expect, it } from 'vitest'
import { errorCodes } from '../../../src/contract/errors.ts'
import { statuses } from '../../../src/contract/model.ts'
import { actionKinds, type ActionKind, type ActionSummary } from '../../../src/contract/triage.ts'
import { actionText, shortTitle, stepText, undoneText } from '../../../src/renderer/i18n/actions.ts'
import { errorText } from '../../../src/renderer/i18n/errors.ts'
import { dayLong, dayShort, dayWithWeekday, monthLong } from '../../../src/renderer/i18n/format.ts'
import { systemLocale, useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'
import en from '../../../src/renderer/i18n/messages/en.json' with { type: 'json' }
import ko from '../../../src/renderer/i18n/messages/ko.json' with { type: 'json' }

const action = (more: Partial<ActionSummary>): ActionSummary => ({
  step: 1,
  kind: 'status',
  value: 'queued',
  name: null,
  count: 1,
  title: 'Gen2Det: Generate to Detect',
  at: '',
  ...more
})

/** What each kind of action comes with. */
const given: Record<ActionKind, Partial<ActionSummary>> = {
  status: { value: 'read' },
  star: { value: null },
  unstar: { value: null },
  rate: { value: 4 },
  unrate: { value: null },
  note: { value: null },
  snooze: { value: '2026-12-24', at: '2026-11-20T10:00:00Z' },
  unsnooze: { value: null },
  tag: { value: '논문들', name: '논문들' },
  untag: { value: '논문들', name: '논문들' },
  enqueue: { value: null, name: '논문들' },
  dequeue: { value: null, name: '논문들' },
  arrange: { value: null, name: '논문들' },
  'catch-up': { value: null },
  'queue-create': { value: '논문들', name: '논문들' },
  'queue-rename': { value: '논문들', name: 'Old' },
  'queue-color': { value: 'red', name: '논문들' },
  'queue-due': { value: '2026-12-24', name: '논문들', at: '2026-11-20T10:00:00Z' },
  'queue-move': { value: null, name: '논문들' },
  'queue-delete': { value: null, name: '논문들' },
  'rule-create': { value: '논문들', name: null },
  'rule-change': { value: '논문들', name: null },
  'rule-delete': { value: '논문들', name: null },
  'rule-apply': { value: '논문들', name: 'tag' }
}

/** What its words must have, in either language. */
const says: Partial<Record<ActionKind, readonly string[]>> = {
  snooze: ['24'],
  tag: ['논문들'],
  untag: ['논문들'],
  enqueue: ['논문들'],
  dequeue: ['논문들'],
  arrange: ['논문들'],
  'queue-create': ['논문들'],
  'queue-rename': ['Old', '논문들'],
  'queue-color': ['논문들'],
  'queue-due': ['논문들', '24'],
  'queue-move': ['논문들'],
  'queue-delete': ['논문들'],
  'rule-create': ['논문들'],
  'rule-change': ['논문들'],
  'rule-delete': ['논문들'],
  'rule-apply': ['논문들']
}

afterEach(() => useLanguage('en', []))

describe('the two languages', () => {
  it('have the same messages', () => {
    expect(Object.keys(ko)).toEqual(Object.keys(en))
  })

  it('word every error and every action', () => {
    for (const language of ['en', 'ko'] as const) {
      useLanguage(language, [])
      for (const code of errorCodes) {
        const text = errorText({ code, message: '', details: { path: '/x' } })
        expect(text).not.toMatch(/undefined|error_/)
        expect(/[가-힣]/.test(text)).toBe(language === 'ko')
      }
      for (const kind of actionKinds) {
        const words = new Set<string>()
        for (const count of [1, 2]) {
          const text = actionText(
            action({ ...given[kind], kind, count, title: count === 1 ? 'Gen2Det' : null })
          )
          expect(text).not.toMatch(/undefined|null|_|\{/)
          expect(/[가-힣]/.test(text.replace('논문들', ''))).toBe(language === 'ko')
          for (const said of says[kind] ?? []) expect(text).toContain(said)
          words.add(text)
        }
        // What is done to papers says which, or how many.
        expect(words.size).toBe(/^(queue|rule-(?!apply))/.test(kind) ? 1 : 2)
      }
      for (const status of statuses) expect(actionText(action({ value: status }))).toContain('Gen2Det')
    }
  })

  it('get plurals and numbers right', () => {
    useLanguage('en', [])
    expect(actionText(action({ kind: 'rate', value: 1 }))).toBe('Rated Gen2Det 1 star')
    expect(actionText(action({ kind: 'rate', value: 3 }))).toBe('Rated Gen2Det 3 stars')
    expect(actionText(action({ value: 'skipped', count: 1234, title: null }))).toBe('1,234 skipped')
    useLanguage('ko', [])
    expect(actionText(action({ value: 'skipped', count: 12, title: null }))).toBe('12편 건너뜀')
  })

  it('say what was done to one paper or many', () => {
    const thesis = { kind: 'enqueue', value: null, name: 'Thesis' } as const
    const snooze = { kind: 'snooze', value: '2024-09-02', at: '2024-08-26T09:00:00Z' } as const
    const many = { count: 12, title: null }
    useLanguage('en', [])
    expect(actionText(action(thesis))).toBe('Added Gen2Det to “Thesis”')
    expect(actionText(action({ ...thesis, ...many }))).toBe('12 added to “Thesis”')
    expect(actionText(action({ ...snooze }))).toBe('Snoozed Gen2Det until Mon 2 Sept')
    expect(actionText(action({ ...snooze, value: '2025-01-02' }))).toBe('Snoozed Gen2Det until 2 Jan 2025')
    expect(actionText(action({ ...snooze, ...many }))).toBe('12 snoozed until Mon 2 Sept')
    expect(actionText(action({ kind: 'untag', value: 'rl', name: 'rl', count: 1, title: null }))).toBe(
      'Tag “rl” removed from 1 paper'
    )
    expect(
      actionText(action({ kind: 'queue-due', value: null, name: 'Thesis', count: 0, title: null }))
    ).toBe('Removed the due day of “Thesis”')
    useLanguage('ko', [])
    expect(actionText(action(thesis))).toBe('Gen2Det ‘Thesis’ 목록에 담음')
    expect(actionText(action({ ...snooze, ...many }))).toBe('12편 9월 2일 (월)까지 미룸')
  })

  it('call the built-in queue as the screen does, and cut what is too long', () => {
    const toRead = { kind: 'arrange', value: null, name: 'To read' } as const
    useLanguage('ko', [])
    expect(actionText(action(toRead))).toBe('‘읽을 논문’ 목록에서 Gen2Det 순서 변경')
    useLanguage('en', [])
    const text = actionText(
      action({ kind: 'rule-create', value: 'x'.repeat(10_000), name: null, title: null })
    )
    expect(text.length).toBeLessThan(80)
  })

  it('say what undo did, and what it left alone', () => {
    const step = { papers: [], action: action({ value: 'skipped', count: 12, title: null }) }
    expect(stepText({ ...step, conflicts: 0 }, 'undo')).toBe('Undone: 12 skipped')
    expect(stepText({ ...step, conflicts: 0 }, 'redo')).toBe('Redone: 12 skipped')
    expect(stepText({ ...step, conflicts: 1 }, 'undo')).toMatch(/^1 paper was left alone/)
    const rename = action({ kind: 'queue-rename', value: 'New', name: 'Old', count: 0, title: null })
    expect(stepText({ papers: [], action: rename, conflicts: 1 }, 'undo')).toMatch(/^It was changed since/)
    expect(stepText({ papers: [], action: null, conflicts: 0 }, 'undo')).toBeNull()
    const became = (leftAlone: number): string =>
      undoneText({ ...action({ count: 12 }), state: 'undone', papers: [], leftAlone })
    expect(became(0)).toBe('undone')
    expect(became(1)).toBe('undone, but for 1 paper')
  })

  it('get dates right', () => {
    useLanguage('en', [])
    expect(dayWithWeekday('2024-08-26')).toBe('Monday 26 August 2024')
    expect(dayShort('2024-08-26')).toBe('Mon 26 Aug')
    useLanguage('ko', [])
    expect(dayWithWeekday('2024-08-26')).toBe('2024년 8월 26일 월요일')
    expect(dayLong('2024-08-26')).toBe('2024년 8월 26일')
    expect(monthLong('2024-08')).toBe('2024년 8월')
  })

  it('are chosen by the system, unless the user chose', () => {
    expect(systemLocale(['fr', 'ko-KR', 'en'])).toBe('ko')
    expect(systemLocale(['en-US', 'ko'])).toBe('en')
    expect(systemLocale(['kok', 'de'])).toBe('en')
    expect(useLanguage('ko', ['en'])).toBe('ko')
    expect(useLanguage('system', ['ko'])).toBe('ko')
  })
})

describe('a paper in passing', () => {
  it('is called by the name before its colon, else by its first words', () => {
    expect(shortTitle('LayerPano3D: Layered 3D Panorama')).toBe('LayerPano3D')
    expect(shortTitle('Short title')).toBe('Short title')
    expect(shortTitle('M$^{2}$UGen: Music')).toBe('M²UGen')
    expect(shortTitle('A rather long title without any colon at all')).toBe('A rather long title without…')
    expect(shortTitle('x'.repeat(500))).toHaveLength(29)
  })
})
