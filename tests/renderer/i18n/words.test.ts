import { afterEach, describe, expect, it } from 'vitest'
import { errorCodes } from '../../../src/contract/errors.ts'
import { actionKinds, statuses, type ActionSummary } from '../../../src/contract/model.ts'
import { actionText, shortTitle } from '../../../src/renderer/i18n/actions.ts'
import { errorText } from '../../../src/renderer/i18n/errors.ts'
import { dayLong, dayShort, dayWithWeekday, monthLong } from '../../../src/renderer/i18n/format.ts'
import { systemLocale, useLanguage } from '../../../src/renderer/i18n/locale.svelte.ts'
import en from '../../../src/renderer/i18n/messages/en.json' with { type: 'json' }
import ko from '../../../src/renderer/i18n/messages/ko.json' with { type: 'json' }

const action = (more: Partial<ActionSummary>): ActionSummary => ({
  step: 1,
  kind: 'status',
  value: 'queued',
  count: 1,
  title: 'Gen2Det: Generate to Detect',
  at: '',
  ...more
})

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
        for (const count of [1, 12]) {
          const value = kind === 'status' ? 'read' : kind === 'rate' ? 4 : null
          const text = actionText(action({ kind, value, count, title: count === 1 ? 'T' : null }))
          expect(text).not.toMatch(/undefined|did_|many_/)
        }
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
