import { cpSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tempFolder } from '../../../helpers/core.ts'
import { openDesk } from '../desk.ts'
import { operation, PAPERS, type Operation } from './operations.ts'
import { Run } from './run.ts'

/** Does operations in libraries of their own. */
function eachInANewLibrary(): (
  operations: readonly Operation[],
  check: (run: Run, fresh: object) => void
) => void {
  const folder = tempFolder()
  const template = join(folder, 'template')
  openDesk(template, PAPERS).close()
  let count = 0
  return (operations, check) => {
    const library = join(folder, String(++count))
    cpSync(template, library, { recursive: true })
    const run = new Run(() => openDesk(library, PAPERS))
    try {
      const fresh = run.state()
      for (const made of operations) run.do(made)
      run.undoAll()
      check(run, fresh)
    } finally {
      run.close()
    }
  }
}

test('whatever is done, undone and done again, a library is what a simple model of it says', () => {
  const inANewLibrary = eachInANewLibrary()
  fc.assert(
    fc.property(fc.array(operation, { minLength: 5, maxLength: 60 }), (operations) =>
      inANewLibrary(operations, (run, fresh) => {
        if (run.conflicts === 0) expect(run.state()).toEqual(fresh)
      })
    ),
    { numRuns: 150 }
  )
})

test('without going back to a single step there is never a conflict, and undo leads to the start', () => {
  const linear = operation.filter(({ do: kind }) => kind !== 'undo-step' && kind !== 'redo-step')
  const inANewLibrary = eachInANewLibrary()
  fc.assert(
    fc.property(fc.array(linear, { minLength: 10, maxLength: 60 }), (operations) =>
      inANewLibrary(operations, (run, fresh) => {
        expect(run.conflicts).toBe(0)
        expect(run.state()).toEqual(fresh)
      })
    ),
    { numRuns: 60 }
  )
})
