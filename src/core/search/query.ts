import { isSyllableAt } from './characters.ts'
import { flatten, pieces } from './flat.ts'
import { term, type Term } from './needle.ts'

export interface Query {
  /** All must match, each in any field. */
  readonly terms: readonly Term[]
  /** The whole query in one piece, for ranking. */
  readonly phrase: string
  /** The terms of a single syllable as typed, which is rather a short word than an unfinished one; else null. */
  readonly lone: readonly Term[] | null
}

/** Longest query that is read, in UTF-16 units; the rest is left aside. */
export const MAX_QUERY_LENGTH = 10_000

/** A pasted link, or the prefix that papers are cited with, before an arXiv id. */
const ARXIV_LINK =
  /^(?:https?:\/\/)?(?:(?:www\.|export\.)?arxiv\.org\/(?:abs|pdf|html)\/|(?:huggingface\.co|hf\.co)\/papers\/|arxiv:)/i

/** Identifiers since 2007 and before, with version: https://info.arxiv.org/help/arxiv_identifier.html */
const VERSIONED_ID = /^(\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?(?:\.pdf)?(?:[?#].*)?$/i

function withoutLink(word: string): string {
  const rest = word.replace(ARXIV_LINK, '')
  return VERSIONED_ID.exec(rest)?.[1] ?? rest
}

/** Reads a query as typed. White space and punctuation part terms; the last syllable may be unfinished. */
export function parseQuery(text: string): Query {
  const typed = text.slice(0, MAX_QUERY_LENGTH).normalize('NFC')
  const parts = typed.split(/\s+/).flatMap((word) => pieces(flatten(withoutLink(word))))
  const unfinished = isSyllableAt(typed, typed.length - 1) ? parts.length - 1 : -1
  // The same term twice asks for nothing more; the later one may be unfinished and so stand for more.
  const terms = new Map(parts.map((part, index) => [part.chars, term(part, index === unfinished)]))
  const phrase = parts.map((part) => part.chars).join('')
  const lone = unfinished === 0 && phrase.length === 1 ? parts.map((part) => term(part, false)) : null
  return { terms: [...terms.values()], phrase, lone }
}
