import { ok } from '../../contract/errors.ts'
import type { Handlers } from '../dispatch.ts'
import type { Library } from '../library.ts'
import { browseFolder } from './browse.ts'
import { problemsOf } from './problems.ts'

export const digestHandlers = ({ db, digests }: Library) =>
  ({
    'folders.add': ({ path }) => digests.add(path),
    'folders.addSample': () => digests.addSample(),
    'folders.remove': async ({ id, papers }) => {
      await digests.remove(id, papers)
      return ok(null)
    },
    'folders.setPaused': ({ id, paused }) => digests.setPaused(id, paused),
    'folders.rescan': async () => ok(await digests.rescan()),
    'folders.list': () => ok(digests.list()),
    'folders.browse': ({ path }) => browseFolder(path),
    'digests.locate': ({ folder, file }) => digests.locate(folder, file),
    'digests.problems': () => ok(problemsOf(db))
  }) satisfies Partial<Handlers>
