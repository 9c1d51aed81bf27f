import { ok } from '../../contract/errors.ts'
import type { Handlers } from '../dispatch.ts'
import type { Library } from '../library.ts'

export const ruleHandlers = ({ rules }: Library) =>
  ({
    'rules.list': () => ok(rules.list()),
    'rules.preview': ({ query }) => ok(rules.preview(query)),
    'rules.save': ({ id, ...rule }) => rules.save(rule, id),
    'rules.delete': ({ id }) => rules.delete(id)
  }) satisfies Partial<Handlers>
