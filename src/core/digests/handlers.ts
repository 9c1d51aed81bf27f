import { ok } from '../../contract/errors.ts'
import type { Handlers } from '../dispatch.ts'
import type { Library } from '../library.ts'
import { browseFolder } from './browse.ts'
import { problemsOf } from './problems.ts'

export const digestHandlers = ({ db, digests }: Library) =>
  ({
    'folders.add': ({ path }) => digests.add(path),
    'folders.addSample': () => digests.addSample(),
    'folders.remove': async ({ id }) => {
      await digests.remove(id)
      return ok(null)
    },
    'folders.rescan': async () => ok(await digests.rescan()),
    'folders.list': () => ok(digests.list()),
    'folders.browse': ({ path }) => browseFolder(path),
    'digests.problems': () => ok(problemsOf(db))
  }) satisfies Partial<Handlers>
