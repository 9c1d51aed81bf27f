import { resolve } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { libraryOption } from '../../src/main/command-line.ts'
import { isOwnUrl } from '../../src/main/origin.ts'

describe('libraryOption', () => {
  test.each([
    [['.', '--library', 'some/where'], resolve('some/where')],
    [['--no-sandbox', '--user-data-dir=/tmp/x', '.', '--library=/data'], resolve('/data')],
    [['.', '--inspect=0', '--library', '내 폴더'], resolve('내 폴더')],
    [['.'], null],
    [['.', '--library'], null],
    [['.', '--library='], null]
  ])('%j gives %j', (argv, folder) => expect(libraryOption(argv)).toBe(folder))
})

describe('isOwnUrl', () => {
  afterEach(() => vi.unstubAllEnvs())

  test.each(['app://paperdeck/', 'app://paperdeck/index.html', 'app://paperdeck/assets/a.js?x#y'])(
    '%s is ours',
    (url) => expect(isOwnUrl(url)).toBe(true)
  )

  test.each([
    'app://paperdeck.evil/',
    'app://evil/',
    'app:paperdeck',
    'app://user@evil/paperdeck/',
    'app://paperdeck:80/',
    'http://paperdeck/',
    'https://app//paperdeck/',
    'file:///app://paperdeck/',
    'about:blank',
    'data:text/html,app://paperdeck/',
    'javascript:1',
    ''
  ])('%s is not', (url) => expect(isOwnUrl(url)).toBe(false))

  test('in development, ours is the development server', () => {
    vi.stubEnv('ELECTRON_RENDERER_URL', 'http://localhost:5173')
    expect(isOwnUrl('http://localhost:5173/')).toBe(true)
    expect(isOwnUrl('app://paperdeck/')).toBe(false)
    expect(isOwnUrl('http://localhost:5174/')).toBe(false)
  })
})
