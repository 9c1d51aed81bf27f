import assert from 'node:assert/strict'
import { decodeDigest } from '../../../../src/core/digests/decode.ts'
import { readText } from '../../../../src/core/digests/dialects.ts'
import { readDigest } from '../../../../src/core/digests/read.ts'
import { lostLines } from './accounting.ts'
import { lostFields } from './list-accounting.ts'

/**
 * Reads a file and holds what comes of it to what must be true of any file.
 * @throws AssertionError where it is not
 */
export function checkReading(bytes: Buffer): void {
  const digest = readDigest(bytes, 'x.md')
  const { text } = decodeDigest(bytes)
  const lines = text.split('\n')
  for (const { line } of digest.papers) assert(line >= 1 && line <= lines.length, `a paper at line ${line}`)
  for (const { line, column, code } of digest.problems) {
    assert(line >= 1 && line <= lines.length, `${code} at line ${line} of ${lines.length}`)
    const length = lines[line - 1]?.length ?? 0
    assert(column >= 1 && column <= length + 1, `${code} at column ${column} of ${length}`)
  }
  if (readText(text, null).dialect.name !== 'archive')
    assert.deepEqual(lostFields(text, digest), [], 'fields of a paper are lost')
  else assert.deepEqual(lostLines(text, digest), [], 'lines of a paper are lost')
}
