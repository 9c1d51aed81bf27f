import { deckEntries } from '../../../../src/core/digests/deck.ts'
import { identityOf } from '../../../../src/core/digests/identity.ts'
import { linksOf } from '../../../../src/core/digests/links.ts'
import { readDigest } from '../../../../src/core/digests/read.ts'

/** Does with a file what an import does, but for writing it down. */
export function takeIn(bytes: Buffer): void {
  const { papers } = readDigest(bytes, 'x.md')
  for (const paper of papers) {
    identityOf(paper)
    linksOf(paper.summary)
  }
  deckEntries(papers.map(({ votes }, paperId) => ({ paperId, votes })))
}
