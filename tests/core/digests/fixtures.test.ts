import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { identityOf } from '../../../src/core/digests/identity.ts'
import { readDigest } from '../../../src/core/digests/read.ts'

const folder = join(import.meta.dirname, '../../fixtures/digests')

/** Self-written digests of every shape the archive took, each with what it should give beside it. */
describe('the fixtures', () => {
  test.each(globSync('**/*.expected.json', { cwd: folder }).sort())('%s', (name) => {
    const path = name.replace(/\.expected\.json$/, '.md').replaceAll('\\', '/')
    const expected: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'))
    const digest = readDigest(readFileSync(join(folder, path)), path)
    const papers = digest.papers.map((paper) => ({ ...paper, arxivId: identityOf(paper).arxivId }))
    const problems = digest.problems.map(({ message: _message, ...problem }) => problem)
    expect({ papers, problems }).toEqual(expected)
  })
})
