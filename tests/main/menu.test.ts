import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { commands, type Command } from '../../src/contract/events.ts'
import { keysInUse } from '../../src/contract/keys.ts'
import { languageOf } from '../../src/main/menu-words.ts'
import { menuTemplate, type MenuOptions } from '../../src/main/menu.ts'

type Item = MenuItemConstructorOptions

const options = (more: Partial<MenuOptions> = {}): MenuOptions => ({
  appName: 'Paperdeck',
  language: 'en',
  theme: 'system',
  keys: keysInUse({}),
  mac: false,
  development: false,
  send: () => {},
  setTheme: () => {},
  ...more
})

const flat = (items: readonly Item[]): Item[] =>
  items.flatMap((item) => [item, ...flat(Array.isArray(item.submenu) ? item.submenu : [])])
const itemsOf = (more?: Partial<MenuOptions>): Item[] => flat(menuTemplate(options(more)))
const click = (item: Item): void => void Reflect.apply(item.click ?? (() => {}), undefined, [])

describe('the menu', () => {
  test('sends the commands of the contract', () => {
    const sent: Command[] = []
    const items = itemsOf({ send: (command) => sent.push(command) })
    for (const item of items) click(item)
    expect(sent).toEqual(items.filter((item) => item.click && item.type !== 'radio').map(({ id }) => id))
    for (const command of sent) expect(commands).toContain(command)
    // These say no more than where the focus goes, or how far a selection reaches.
    const left = commands.filter((command) => !sent.includes(command))
    expect(left).toEqual(['enter', 'escape', 'extendDown', 'extendUp'])
    expect(new Set(sent).size).toBe(sent.length)
  })

  test('shows each command’s key as the user has it', () => {
    const shown = (own: Record<string, string[]>, command: Command): string | undefined =>
      itemsOf({ keys: keysInUse(own) }).find(({ id }) => id === command)?.accelerator
    expect(shown({}, 'star')).toBe('S')
    expect(shown({}, 'redo')).toBe('Shift+U')
    expect(shown({}, 'moveUp')).toBe('Alt+Up')
    expect(shown({}, 'toggleMark')).toBe('Space')
    expect(shown({}, 'palette')).toBe('CmdOrCtrl+K')
    expect(shown({ star: ['Mod+Shift+s'] }, 'star')).toBe('CmdOrCtrl+Shift+S')
    expect(shown({ star: [] }, 'star')).toBeUndefined()
  })

  test('takes no key from a text field', () => {
    for (const item of itemsOf()) {
      const plain = item.accelerator !== undefined && !item.accelerator.includes('Ctrl')
      if (plain || item.role === 'undo' || item.role === 'redo') expect(item.registerAccelerator).toBe(false)
    }
    for (const item of itemsOf({ mac: true })) expect(item.accelerator ?? 'Ctrl').toContain('Ctrl')
  })

  test('triage’s undo is not the one of text fields', () => {
    const items = itemsOf()
    expect(items.find(({ role }) => role === 'undo')?.click).toBeUndefined()
    expect(items.find(({ id }) => id === 'undo')?.role).toBeUndefined()
  })

  test('speaks both languages, wholly', () => {
    const labels = (language: 'en' | 'ko'): (string | undefined)[] =>
      itemsOf({ language }).map(({ label }) => label)
    expect(labels('ko')).toHaveLength(labels('en').length)
    for (const label of labels('ko')) if (label !== undefined) expect(label).toMatch(/[가-힣]/)
    for (const label of labels('en')) if (label !== undefined) expect(label).not.toMatch(/[가-힣]/)
  })

  test('shows and sets the theme', () => {
    const set: string[] = []
    const themes = itemsOf({ theme: 'dark', setTheme: (theme) => set.push(theme) }).filter(
      ({ type }) => type === 'radio'
    )
    expect(themes.map(({ checked }) => checked)).toEqual([false, false, true])
    for (const item of themes) click(item)
    expect(set).toEqual(['system', 'light', 'dark'])
  })

  test('reloads only in development', () => {
    const roles = (development: boolean): unknown[] => itemsOf({ development }).map(({ role }) => role)
    expect(roles(false)).not.toContain('reload')
    expect(roles(true)).toContain('reload')
  })
})

test.each([
  ['system', 'ko-KR', 'ko'],
  ['system', 'ko', 'ko'],
  ['system', 'kok-IN', 'en'],
  ['system', 'en-US', 'en'],
  ['system', '', 'en'],
  ['en', 'ko-KR', 'en'],
  ['ko', 'en-US', 'ko']
] as const)('language %s on a system that speaks %s is %s', (setting, locale, language) => {
  expect(languageOf(setting, locale)).toBe(language)
})
