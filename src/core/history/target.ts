import type { Db } from '../db/open.ts'
import type { Change } from './change.ts'

/**
 * A kind of thing that actions change. Its state is a record, or null where there is no such thing: a paper outside
 * of a queue has no place in it.
 */
export interface Target<At, State extends object> {
  /** Fields that say when something was done: two states that differ in these alone are the same. */
  readonly times: ReadonlySet<string>
  /** The field of an order by hand. It decides only where a thing was moved, and did not come or go. */
  readonly position: string | null
  /** The states of things, in their order. */
  read(db: Db, things: readonly At[]): (State | null)[]
  /** Makes things so, each of them once. Rows of `marks` that come to stand for nothing are dropped elsewhere. */
  write(db: Db, things: readonly (At & { state: State | null })[]): void
  /**
   * Whether something else stands in the way of that state.
   * @param together the changes that are made with it or not at all, this one among them
   */
  isBlocked?(db: Db, thing: At, state: State | null, together: readonly Change[]): boolean
}
