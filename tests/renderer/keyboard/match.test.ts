import { afterEach, describe, expect, it } from 'vitest'
import { useKeys } from '../../../src/renderer/features/keyboard/bindings.svelte.ts'
import {
  matchKey,
  meantKey,
  type KeyPlace,
  type KeyStroke
} from '../../../src/renderer/features/keyboard/match.ts'

const stroke = (key: string, more: Partial<KeyStroke> = {}): KeyStroke => ({
  key,
  code: '',
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  keyCode: 0,
  ...more
})
const place: KeyPlace = { mac: false, typing: false, onControl: false, apart: false }

afterEach(() => useKeys({}))

describe('a key press', () => {
  it('runs the command of the table', () => {
    expect(matchKey(stroke('j'), place)).toBe('next')
    expect(matchKey(stroke('ArrowUp'), place)).toBe('previous')
    expect(matchKey(stroke('3'), place)).toBe('rate3')
    expect(matchKey(stroke('?', { shiftKey: true }), place)).toBe('help')
    expect(matchKey(stroke(']'), place)).toBe('olderDeck')
    expect(matchKey(stroke(' '), place)).toBe('toggleMark')
    expect(matchKey(stroke('+', { ctrlKey: true, shiftKey: true }), place)).toBe('zoomIn')
    expect(matchKey(stroke('ArrowUp', { altKey: true }), place)).toBe('moveUp')
    expect(matchKey(stroke('y'), place)).toBeNull()
  })

  it('works under a Korean layout by the place of the key', () => {
    expect(matchKey(stroke('ㅓ', { code: 'KeyJ' }), place)).toBe('next')
    expect(matchKey(stroke('ㅏ', { code: 'KeyK' }), place)).toBe('previous')
    expect(matchKey(stroke('ㅂ', { code: 'KeyQ' }), place)).toBe('queue')
    expect(matchKey(stroke('ㅌ', { code: 'KeyX' }), place)).toBe('skip')
    expect(matchKey(stroke('ㅕ', { code: 'KeyU', shiftKey: true }), place)).toBe('redo')
    expect(matchKey(stroke('ㅏ', { code: 'KeyK', ctrlKey: true }), place)).toBe('palette')
  })

  it('works where an input method says only that it has the key', () => {
    const hidden = (code: string, more: Partial<KeyStroke> = {}): KeyStroke =>
      stroke('Process', { code, keyCode: 229, ...more })
    expect(matchKey(hidden('KeyQ'), place)).toBe('queue')
    expect(matchKey(hidden('Digit3'), place)).toBe('rate3')
    expect(matchKey(hidden('Slash'), place)).toBe('search')
    expect(matchKey(hidden('Slash', { shiftKey: true }), place)).toBe('help')
    expect(matchKey(hidden('Digit1', { shiftKey: true }), place)).toBe('diagnostics')
    expect(matchKey(hidden('Lang1'), place)).toBeNull()
    expect(matchKey(hidden('KeyQ'), { ...place, typing: true })).toBeNull()
  })

  it('follows a Latin layout, not the place of the key', () => {
    // On a Dvorak keyboard the letter q is where X is on others.
    expect(meantKey({ key: 'q', code: 'KeyX', shiftKey: false })).toBe('q')
  })

  it('takes Option of a Mac for a modifier, whatever letter it makes', () => {
    const mac = { ...place, mac: true }
    expect(matchKey(stroke('∆', { code: 'KeyJ', altKey: true }), mac)).toBe('moveDown')
  })

  it('does nothing in the middle of a composition, nor for the key that ends it', () => {
    expect(matchKey(stroke('ㅓ', { code: 'KeyJ', isComposing: true }), place)).toBeNull()
    expect(matchKey(stroke('Process', { code: 'KeyJ', isComposing: true, keyCode: 229 }), place)).toBeNull()
    expect(matchKey(stroke('Enter', { isComposing: true }), place)).toBeNull()
    // Safari tells of the end before the key that brought it, which has nothing but its number left.
    expect(matchKey(stroke('Enter', { keyCode: 229 }), place)).toBeNull()
    expect(matchKey(stroke('k', { keyCode: 229, ctrlKey: true }), { ...place, typing: true })).toBeNull()
  })

  it('does nothing while typing', () => {
    for (const key of ['j', 'u', '/', 'Enter', 'Escape', ' ', 'm']) {
      expect(matchKey(stroke(key), { ...place, typing: true })).toBeNull()
    }
    for (const key of ['z', 'a', 'y', 'e']) {
      expect(matchKey(stroke(key, { ctrlKey: true }), { ...place, typing: true })).toBeNull()
    }
  })

  it('opens the palette also while typing, as no text is meant by it; a dialog keeps it away', () => {
    const modK = stroke('k', { ctrlKey: true })
    expect(matchKey(modK, { ...place, typing: true })).toBe('palette')
    expect(matchKey(modK, { ...place, apart: true })).toBeNull()
    expect(matchKey(stroke('q'), { ...place, apart: true })).toBeNull()
    expect(matchKey(stroke('-', { ctrlKey: true }), { ...place, apart: true, typing: true })).toBe('zoomOut')
  })

  it('respects modifiers', () => {
    expect(matchKey(stroke('r', { ctrlKey: true }), place)).toBeNull()
    expect(matchKey(stroke('s', { altKey: true }), place)).toBeNull()
    expect(matchKey(stroke('x', { shiftKey: true }), place)).toBeNull()
    expect(matchKey(stroke('z', { ctrlKey: true }), place)).toBe('undo')
    expect(matchKey(stroke('Z', { ctrlKey: true, shiftKey: true }), place)).toBe('redo')
    expect(matchKey(stroke('y', { ctrlKey: true }), place)).toBe('redo')
    expect(matchKey(stroke('z', { metaKey: true }), place)).toBeNull()
    expect(matchKey(stroke('z', { metaKey: true }), { ...place, mac: true })).toBe('undo')
    expect(matchKey(stroke('z', { ctrlKey: true }), { ...place, mac: true })).toBeNull()
  })

  it('takes a symbol that needs Ctrl and Alt, on a layout that has it there, for the symbol', () => {
    expect(matchKey(stroke('[', { ctrlKey: true, altKey: true }), place)).toBe('newerDeck')
  })

  it('takes caps lock for what it is', () => {
    expect(matchKey(stroke('J'), place)).toBe('next')
    expect(matchKey(stroke('J', { shiftKey: true }), place)).toBe('extendDown')
  })

  it('leaves arrows, Enter and Space to a control that has the focus, but not letters', () => {
    const onControl = { ...place, onControl: true }
    for (const key of ['ArrowDown', 'Enter', ' ', 'Home']) expect(matchKey(stroke(key), onControl)).toBeNull()
    expect(matchKey(stroke('j'), onControl)).toBe('next')
    expect(matchKey(stroke('ArrowUp', { altKey: true }), onControl)).toBe('moveUp')
    expect(matchKey(stroke('Escape'), onControl)).toBe('escape')
  })

  it('follows the keys that the user gave', () => {
    useKeys({ skip: ['q', 'Mod+j'], help: [] })
    expect(matchKey(stroke('q'), place)).toBe('skip')
    expect(matchKey(stroke('ㅂ', { code: 'KeyQ' }), place)).toBe('skip')
    expect(matchKey(stroke('j', { ctrlKey: true }), place)).toBe('skip')
    expect(matchKey(stroke('j', { ctrlKey: true }), { ...place, typing: true })).toBeNull()
    expect(matchKey(stroke('x'), place)).toBeNull()
    expect(matchKey(stroke('?'), place)).toBeNull()
  })
})
