import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { initial } from '../../../src/core/db/migrations/001-initial.ts'
import { must, startCore, tempFolder, writeFiles } from '../../helpers/core.ts'
import { digestText } from '../../helpers/digest-text.ts'

/** A library of schema 1 with a folder, a digest, and what a user did. */
function libraryOfVersion1(library: string, folder: string): void {
  const db = new Database(join(library, 'library.db'))
  db.exec(initial)
  db.exec(`
    PRAGMA user_version = 1;
    INSERT INTO folders (id, path, added_at) VALUES (1, '${folder}', '2026-01-01T00:00:00Z');
    INSERT INTO digests (id, folder_id, path, size, mtime_ms, ctime_ms, hash, parser)
      VALUES (1, 1, '2024-01-05.md', 1, 1, 1, 'x', 1);
    INSERT INTO papers (id, identity, arxiv_id) VALUES (1, 'arxiv:2401.00001', '2401.00001');
    INSERT INTO appearances (id, paper_id, digest_id, day, position, line, votes, title, url, authors,
      authors_complete, media, summary) VALUES (1, 1, 1, '2024-01-05', 1, 3, 5, 'Paper 2401.00001',
      'https://arxiv.org/abs/2401.00001', '["Ada Lovelace"]', 1, '[]', '[]');
    UPDATE papers SET shown_id = 1;
    INSERT INTO citation_keys (paper_id, key) VALUES (1, 'myKey2024');
    INSERT INTO marks (paper_id, status, starred, rating, note) VALUES (1, 'read', 1, 4, 'mine');
  `)
  db.close()
}

describe('a library of an older version', () => {
  test('is backed up, brought to the newest schema, and keeps what the user did', async () => {
    const library = tempFolder()
    const folder = tempFolder()
    writeFiles(folder, {
      '2024-01-05.md': digestText('2024-01-05', [
        { summary: ['코드는 https://github.com/x/y에서 볼 수 있다.'] }
      ])
    })
    libraryOfVersion1(library, folder)
    const app = await startCore({ library })
    expect(readdirSync(join(library, 'backups'))).toEqual([
      expect.stringMatching(/^library-schema-1-.*\.db$/)
    ])
    const before = must(await app.call('papers.get', { id: 1 }))
    expect(before).toMatchObject({
      starred: true,
      rating: 4,
      note: 'mine',
      citationKey: 'myKey2024',
      links: []
    })
    // A better parser reads known files again.
    must(await app.call('folders.rescan', {}))
    expect(must(await app.call('papers.get', { id: 1 }))).toMatchObject({
      starred: true,
      rating: 4,
      note: 'mine',
      citationKey: 'myKey2024',
      links: [{ kind: 'code', url: 'https://github.com/x/y' }],
      otherVersions: 0
    })
  })
})
