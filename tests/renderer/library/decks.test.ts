import { describe, expect, it } from 'vitest'
import { ok } from '../../../src/contract/errors.ts'
import type { DeckSummary } from '../../../src/contract/library.ts'
import type { Day } from '../../../src/contract/model.ts'
import { defaultSettings } from '../../../src/contract/settings.ts'
import { Decks } from '../../../src/renderer/features/library/decks.svelte.ts'
import { Library } from '../../../src/renderer/features/library/library.svelte.ts'
import { addDays } from '../../../src/renderer/features/library/days.ts'
import { dayMark } from '../../../src/renderer/features/library/marks.ts'
import { Preferences } from '../../../src/renderer/features/settings/preferences.svelte.ts'
import { fakeClient } from '../fake-client.ts'
import { deckOf, overviewOf } from './overview.ts'

async function make(decks: DeckSummary[], hideFinishedDecks = false) {
  const client = fakeClient({
    'library.overview': () => ok(overviewOf({ decks })),
    'settings.update': ({ patch }) =>
      ok({ ...defaultSettings, hideFinishedDecks: patch.hideFinishedDecks ?? false })
  })
  const library = new Library(client)
  const preferences = new Preferences(
    client,
    { lang: '', dataset: {}, style: { setProperty: () => undefined } },
    () => []
  )
  preferences.take({ ...defaultSettings, hideFinishedDecks })
  let open: Day | null = null
  const shown = new Decks(library, preferences, () => open)
  await library.refresh()
  return { shown, preferences, library, open: (day: Day | null) => (open = day) }
}

const days = (decks: readonly DeckSummary[]): Day[] => decks.map(({ day }) => day)

describe('the decks of the sidebar', () => {
  const three = [deckOf('2024-09-04', 0), deckOf('2024-09-03', 3), deckOf('2024-09-02', 0)]

  it('are all of them, or those with something left', async () => {
    const { shown, preferences } = await make(three)
    expect(days(shown.shown)).toEqual(['2024-09-04', '2024-09-03', '2024-09-02'])
    await preferences.update({ hideFinishedDecks: true })
    expect(days(shown.shown)).toEqual(['2024-09-03'])
    expect(shown.hidden).toBe(2)
  })

  it('keep the open one, also when it is finished and the others like it are hidden', async () => {
    const made = await make(three, true)
    made.open('2024-09-02')
    // Which list is open is state of another object there; here the next answer shows it.
    await made.library.refresh()
    expect(days(made.shown.shown)).toEqual(['2024-09-03', '2024-09-02'])
    expect(made.shown.beside(-1)?.day).toBe('2024-09-03')
    expect(made.shown.beside(1)).toBeNull()
  })

  it('are gone through by key as they are shown', async () => {
    const all = await make(three)
    all.open('2024-09-04')
    expect(all.shown.beside(1)?.day).toBe('2024-09-03')
    const some = await make([...three, deckOf('2024-08-30', 2)], true)
    some.open('2024-09-03')
    expect(some.shown.beside(1)?.day).toBe('2024-08-30')
  })

  it('open the newest months, and the one of a deck that is come to', async () => {
    const { shown } = await make(
      ['2024-09-02', '2024-08-01', '2024-07-01', '2024-06-03'].map((day) => deckOf(day))
    )
    const open = (): boolean[] => ['2024-09', '2024-08', '2024-07', '2024-06'].map((key) => shown.isOpen(key))
    expect(open()).toEqual([true, true, false, false])
    shown.reveal('2024-06-03')
    shown.toggle('2024-09')
    expect(open()).toEqual([false, true, false, true])
    shown.reveal('2024-06-03')
    expect(open()).toEqual([false, true, false, true])
  })

  it('of ten years are put on shelves, of which only the newest months are open', async () => {
    const many = Array.from({ length: 3600 }, (_, at) => deckOf(addDays('2024-09-04', -at)))
    const { shown } = await make(many)
    const months = shown.shelves.filter((shelf) => shelf.kind === 'month')
    const years = shown.shelves.filter((shelf) => shelf.kind === 'year')
    expect(months.map(({ month }) => month.key)[0]).toBe('2024-09')
    expect(months).toHaveLength(9)
    expect(years.map(({ key }) => key)).toEqual(Array.from({ length: 10 }, (_, at) => String(2023 - at)))
    expect(years.some(({ key }) => shown.isOpen(key))).toBe(false)
    expect(months.filter(({ month }) => shown.isOpen(month.key))).toHaveLength(2)
    const inAll = [...months.map(({ month }) => month), ...years.flatMap((year) => year.months)]
    expect(inAll.reduce((sum, month) => sum + month.decks.length, 0)).toBe(3600)
    shown.reveal('2019-05-01')
    expect([shown.isOpen('2019'), shown.isOpen('2019-05')]).toEqual([true, true])
  })
})

describe('what a day is', () => {
  const mark = (day: Day, deck?: DeckSummary): string => dayMark(day, deck, '2024-09-02', '2024-09-20')

  it('follows from its deck', () => {
    expect(mark('2024-09-04', deckOf('2024-09-04', 0))).toBe('finished')
    expect(mark('2024-09-04', deckOf('2024-09-04', 3))).toBe('begun')
    expect(mark('2024-09-04', deckOf('2024-09-04', 10))).toBe('untouched')
  })

  it('is missing between the first deck and today, and nothing before and after', () => {
    expect(mark('2024-09-03')).toBe('missing')
    expect(mark('2024-09-20')).toBe('missing')
    expect(mark('2024-09-21')).toBe('none')
    expect(mark('2024-09-01')).toBe('none')
    expect(dayMark('2024-09-03', undefined, null, '2024-09-20')).toBe('none')
  })
})
