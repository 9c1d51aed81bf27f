import { describe, expect, test, vi } from 'vitest'

vi.mock('electron', () => ({ app: { isPackaged: false } }))
const { execArgument } = await import('../../src/main/login.ts')

describe('a program’s path in an autostart file', () => {
  test.each([
    ['/opt/Paperdeck/paperdeck', '"/opt/Paperdeck/paperdeck"'],
    ['/home/김/My Apps/100%.AppImage', '"/home/김/My Apps/100%%.AppImage"'],
    ['/a"b`c$d\\e', '"/a\\"b\\`c\\$d\\\\e"']
  ])('%s', (path, argument) => expect(execArgument(path)).toBe(argument))
})
