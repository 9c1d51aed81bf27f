import type { Handlers } from '../dispatch.ts'
import type { Library } from '../library.ts'

export const tagHandlers = ({ tags }: Library) =>
  ({
    'tags.add': ({ ids, tag }) => tags.add(ids, tag),
    'tags.remove': ({ ids, tag }) => tags.remove(ids, tag)
  }) satisfies Partial<Handlers>
