import { fail, ok, type Result } from '../../contract/errors.ts'
import type { PaperId } from '../../contract/model.ts'
import type { Db } from '../db/open.ts'
import { statement } from '../db/statements.ts'

/** The papers of ids, each once, if the library knows them all; hidden ones are known. */
export function knownPapers(db: Db, ids: readonly PaperId[]): Result<PaperId[]> {
  const missing = statement<[string], object>(
    db,
    'SELECT 1 FROM json_each(?) asked WHERE NOT EXISTS (SELECT 1 FROM papers WHERE id = asked.value) LIMIT 1'
  )
  return missing.get(JSON.stringify(ids))
    ? fail('not-found', 'A paper of these is no longer in the library.')
    : ok([...new Set(ids)])
}
