import { ok } from '../../contract/errors.ts'
import type { Handlers } from '../dispatch.ts'
import type { Library } from '../library.ts'

export const historyHandlers = ({ history }: Library) =>
  ({
    'triage.undo': () => history.undo(),
    'triage.redo': () => history.redo(),
    'history.list': ({ before, limit }) => ok(history.list(limit, before)),
    'history.undo': ({ step }) => history.undoStep(step),
    'history.redo': ({ step }) => history.redoStep(step)
  }) satisfies Partial<Handlers>
