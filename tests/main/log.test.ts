import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { createLog } from '../../src/main/log.ts'
import { tempFolder, writeFiles } from '../helpers/core.ts'

const silent = (): void => {
  const spy = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => spy.mockRestore())
}

test('errors are kept whole, with their stack and their cause', () => {
  silent()
  const folder = join(tempFolder(), 'logs')
  createLog(folder)('It failed', new Error('outer', { cause: new Error('inner') }))
  const text = readFileSync(join(folder, 'main.log'), 'utf8')
  expect(text).toMatch(/It failed: Error: outer\n +at .*log\.test\.ts/)
  expect(text).toContain('inner')
})

test('a log that grew large makes room, and the one before it stays', () => {
  silent()
  const folder = tempFolder()
  writeFileSync(join(folder, 'main.log'), 'x'.repeat(1_000_001))
  createLog(folder)('new')
  expect(readFileSync(join(folder, 'main.log'), 'utf8')).toMatch(/ new\n$/)
  expect(readFileSync(join(folder, 'main.old.log'), 'utf8')).toHaveLength(1_000_001)
})

test('where no log can be written, the app goes on', () => {
  silent()
  const folder = tempFolder()
  writeFiles(folder, { taken: '' })
  expect(() => createLog(join(folder, 'taken'))('lost')).not.toThrow()
  expect(existsSync(join(folder, 'taken', 'main.log'))).toBe(false)
})
