import { archiveDialect } from './archive-dialect.ts'
import type { Dialect } from './dialect.ts'
import { genericDialect } from './generic/index.ts'

/** In the order in which they are asked. */
const dialects: readonly Dialect[] = [archiveDialect, genericDialect]

/** The dialect that a file is written in; the archive's own where none recognises it. */
export const dialectOf = (text: string): Dialect =>
  dialects.find((dialect) => dialect.recognises(text)) ?? archiveDialect
