import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { errorOf, must, startCore, tempFolder, writeFiles } from '../../helpers/core.ts'

describe('a library that can’t be opened', () => {
  test('of a newer version is refused and left alone', async () => {
    const library = tempFolder()
    const db = new Database(join(library, 'library.db'))
    db.pragma('user_version = 999')
    db.close()
    const before = readFileSync(join(library, 'library.db'))
    const app = await startCore({ library })
    expect(errorOf(await app.call('library.overview', {}))).toBe('library-newer')
    expect(readFileSync(join(library, 'library.db'))).toEqual(before)
  })

  test.each([
    ['no database', Buffer.from('this is no database at all, '.repeat(300))],
    ['a torn one', Buffer.concat([Buffer.from('SQLite format 3\u0000'), Buffer.alloc(8000, 7)])]
  ])('that is %s is refused and left alone', async (_, bytes) => {
    const library = tempFolder()
    writeFiles(library, { 'library.db': bytes })
    const app = await startCore({ library })
    expect(errorOf(await app.call('library.overview', {}))).toBe('library-corrupt')
    expect(readFileSync(join(library, 'library.db'))).toEqual(bytes)
  })

  test('because another program holds it opens once that is gone', { timeout: 30_000 }, async () => {
    const library = tempFolder()
    const holder = new Database(join(library, 'library.db'))
    onTestFinished(() => void holder.close())
    holder.exec('PRAGMA locking_mode = EXCLUSIVE; CREATE TABLE t (x); BEGIN EXCLUSIVE')
    const app = await startCore({ library })
    expect(errorOf(await app.call('library.overview', {}))).toBe('library-locked')
    holder.exec('ROLLBACK; DROP TABLE t')
    holder.close()
    must(await app.call('library.reopen', {}))
    expect(must(await app.call('library.overview', {})).counts.all).toBe(0)
  })

  test('because its folder is a file says so', async () => {
    const folder = tempFolder()
    writeFiles(folder, { library: 'a file' })
    const app = await startCore({ library: join(folder, 'library') })
    expect(errorOf(await app.call('library.overview', {}))).toBe('library-unwritable')
  })
})
