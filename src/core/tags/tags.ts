import type { Result } from '../../contract/errors.ts'
import type { TagSummary } from '../../contract/library.ts'
import type { PaperId } from '../../contract/model.ts'
import type { ActionResult } from '../../contract/triage.ts'
import { byAlphabet } from '../alphabet.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'
import type { Change } from '../history/change.ts'
import type { History } from '../history/history.ts'
import { changesTo } from '../history/plan.ts'
import { findTag } from './names.ts'

/** The tags of papers. A tag is there while a paper has it. */
export class Tags {
  readonly #db: Db
  readonly #history: History

  constructor(db: Db, history: History) {
    this.#db = db
    this.#history = history
  }

  add(ids: readonly PaperId[], tag: string): Result<ActionResult> {
    return this.#change('tag', ids, tag, tagChanges)
  }

  remove(ids: readonly PaperId[], tag: string): Result<ActionResult> {
    return this.#change('untag', ids, tag, untagChanges)
  }

  #change(
    kind: 'tag' | 'untag',
    ids: readonly PaperId[],
    tag: string,
    changes: typeof tagChanges
  ): Result<ActionResult> {
    const name = nameOf(this.#db, tag)
    return this.#history.actOn(ids, { kind, value: name, name }, (papers) => changes(this.#db, papers, name))
  }
}

/** What gives papers a tag. */
export const tagChanges = (db: Db, papers: readonly PaperId[], tag: string): Change[] =>
  changesTo(db, 'tagged', thingsOf(db, papers, tag), (now) => now ?? {})

/** What takes a tag from papers. */
export const untagChanges = (db: Db, papers: readonly PaperId[], tag: string): Change[] =>
  changesTo(db, 'tagged', thingsOf(db, papers, tag), () => null)

/** All tags in the order of the alphabet, with how many papers have them. */
export const tagsOf = (db: Db): TagSummary[] =>
  statement<[], TagSummary>(
    db,
    `SELECT t.name, t.color, (SELECT count(*) FROM paper_tags WHERE tag_id = t.id) AS count FROM tags t`
  )
    .all()
    .sort((a, b) => byAlphabet(a.name, b.name))

const thingsOf = (db: Db, papers: readonly PaperId[], tag: string): { paper: PaperId; tag: string }[] => {
  const name = nameOf(db, tag)
  return papers.map((paper) => ({ tag: name, paper }))
}

/** A tag keeps the name that it was first given. */
const nameOf = (db: Db, tag: string): string => findTag(db, tag)?.name ?? tag
