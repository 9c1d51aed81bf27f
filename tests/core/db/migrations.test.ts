import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test } from 'vitest'
import { initial } from '../../../src/core/db/migrations/001-initial.ts'
import { folderStates } from '../../../src/core/db/migrations/002-folder-states.ts'
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

type OldMarks = Partial<Record<'status' | 'statusAt' | 'note' | 'starredAt', string | null>> & {
  starred?: boolean
  toRead?: number | null
}

/** A library of schema 2, in which a user queued three papers, read one, starred one, undid that, and wrote a note. */
function libraryOfVersion2(library: string): void {
  const db = new Database(join(library, 'library.db'))
  db.pragma('foreign_keys = ON')
  db.exec(initial)
  db.exec(folderStates)
  db.pragma('user_version = 2')
  db.exec(`
    INSERT INTO folders (id, path, state, added_at) VALUES (1, '/gone', 'kept', '2026-01-01T00:00:00Z');
    INSERT INTO digests (id, folder_id, path, size, mtime_ms, ctime_ms, hash, parser)
      VALUES (1, 1, '2024-01-05.md', 1, 1, 1, 'x', 1);
  `)
  const paper = db.prepare(`INSERT INTO papers (id, identity) VALUES (?, ?)`)
  const appearance = db.prepare(`
    INSERT INTO appearances (id, paper_id, digest_id, day, position, line, title, url, authors, authors_complete,
      media, summary) VALUES (?, ?, 1, '2024-01-05', ?, 1, ?, '', '[]', 1, '[]', '[]')`)
  for (const id of [1, 2, 3]) {
    paper.run(id, `title:${id}`)
    appearance.run(id, id, id, `Paper ${id}`)
    db.prepare('INSERT INTO citation_keys (paper_id, key) VALUES (?, ?)').run(id, `key${id}`)
  }
  db.exec(`
    UPDATE papers SET shown_id = id;
    INSERT INTO marks (paper_id, status, status_at, note) VALUES
      (1, 'read', 't2', ''), (2, 'queued', 't1', 'ab'), (3, 'queued', 't1', '');
    INSERT INTO queue_items (queue_id, paper_id, position) VALUES (1, 2, 2), (1, 3, 3.5);`)
  const action = db.prepare(
    'INSERT INTO actions (id, step, at, kind, value, changes, target, session) VALUES (?, ?, ?, ?, ?, ?, ?, ?)'
  )
  const change = (id: number, before: OldMarks, after: OldMarks) => ({ paper: id, before, after })
  const toRead = (id: number, place: number) =>
    change(
      id,
      { status: 'inbox', statusAt: null, toRead: null },
      { status: 'queued', statusAt: 't1', toRead: place }
    )
  const log = (
    id: number,
    step: number,
    kind: string,
    value: string | null,
    changes: object[],
    session: string | null = null
  ) => action.run(id, step, `t${id}`, kind, value, JSON.stringify(changes), null, session)
  log(1, 1, 'status', '"queued"', [toRead(1, 1), toRead(2, 2), toRead(3, 3.5)])
  log(2, 2, 'status', '"read"', [
    change(
      1,
      { status: 'queued', statusAt: 't1', toRead: 1 },
      { status: 'read', statusAt: 't2', toRead: null }
    )
  ])
  log(3, 3, 'note', null, [change(2, { note: '' }, { note: 'a' })], '2/x')
  log(4, 3, 'note', null, [change(2, { note: 'a' }, { note: 'ab' })], '2/x')
  log(5, 4, 'star', null, [
    change(3, { starred: false, starredAt: null }, { starred: true, starredAt: 't5' })
  ])
  action.run(6, 5, 't6', 'undo', null, '[]', 4, null)
  db.close()
}

describe('the log of a library of schema 2', () => {
  test('can be gone back and forth as before, and be read as a history', async () => {
    const library = tempFolder()
    libraryOfVersion2(library)
    const app = await startCore({ library })
    const state = async () => {
      const { rows } = must(await app.call('papers.list', { list: { kind: 'all' } }))
      const marks = rows.map(({ id, status, starred, noteExcerpt }) => ({ id, status, starred, noteExcerpt }))
      return {
        marks,
        toRead: must(await app.call('papers.list', { list: { kind: 'queue', queueId: 1 } })).ids
      }
    }
    const migrated = await state()
    expect(migrated).toEqual({
      marks: [
        { id: 1, status: 'read', starred: false, noteExcerpt: '' },
        { id: 2, status: 'queued', starred: false, noteExcerpt: 'ab' },
        { id: 3, status: 'queued', starred: false, noteExcerpt: '' }
      ],
      toRead: [2, 3]
    })
    expect(must(await app.call('library.overview', {})).undo).toMatchObject({
      undo: { step: 3, kind: 'note', count: 1, title: 'Paper 2' },
      redo: { step: 4, kind: 'star', count: 1, title: 'Paper 3' }
    })
    expect(must(await app.call('history.list', { limit: 10 })).entries).toMatchObject([
      { step: 4, kind: 'star', state: 'undone', papers: [3] },
      { step: 3, kind: 'note', state: 'done', papers: [2] },
      { step: 2, kind: 'status', value: 'read', state: 'done', papers: [1] },
      { step: 1, kind: 'status', value: 'queued', state: 'done', count: 3, papers: [1, 2, 3] }
    ])

    const undo = async () => expect(must(await app.call('triage.undo', {})).conflicts).toBe(0)
    await undo()
    await undo()
    expect((await state()).toRead).toEqual([1, 2, 3])
    await undo()
    expect(await state()).toEqual({
      marks: [1, 2, 3].map((id) => ({ id, status: 'inbox', starred: false, noteExcerpt: '' })),
      toRead: []
    })
    expect((await app.call('triage.undo', {})).ok).toBe(false)
    for (let step = 0; step < 3; step++) must(await app.call('triage.redo', {}))
    expect(await state()).toEqual(migrated)
    must(await app.call('triage.redo', {}))
    expect((await state()).marks[2]?.starred).toBe(true)
    expect(must(await app.call('queues.create', { name: 'Later' })).id).toBe(2)
  })
})

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
