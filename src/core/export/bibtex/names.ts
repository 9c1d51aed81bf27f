import { cleanText } from './clean-text.ts'

/** A person's name in the parts that bibliographies need, or a name that has no parts (a team, a single word). */
export type PersonName =
  { kind: 'parts'; family: string; given: string; suffix: string | null } | { kind: 'whole'; name: string }

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))

/** In small letters they open a family name wherever they stand. */
const particles = words(
  "van von der den de del della dello degli dei delle di da dal dalla dos das do du des d' la le les lo el al bin bint " +
    "ibn ben abu ter ten te tot 't zu zum zur af av vom op uit aan y e st."
)
/** Of these also the capitalised form does (`Marco De Nadai`); others are given names as well (`Bin`, `Do`). */
const capitalParticles = words(
  'Van Von Der Den De Del Della Dello Degli Dei Delle Di Da Dal Dalla Dos Das Du La Le Lo El Al Ben Ibn Abu Ter St.'
)
/** Before these family names, capitalised particles are Vietnamese given names (`Anh Van Nguyen`). */
const vietnameseFamilies = words(
  'Nguyen Tran Le Pham Huynh Hoang Phan Vu Vo Dang Bui Do Ho Ngo Duong Ly Dinh Truong'
)
const suffixes = /^(?:[JS]r\.?|II|III|IV)$/i
/** Words that people's names don't have. */
const teamWords = words(
  'Team Teams Group Lab Labs Laboratory Laboratories Consortium Collaboration Project Research Inc Inc. Corp Corp. Corporation ' +
    'LLC Ltd Ltd. GmbH AI University Institute Institution Community Foundation Organization Society Committee Initiative ' +
    'Alliance Network Center Centre Contributors Authors Developers Intelligence Technologies Technology ' +
    'Google DeepMind Microsoft NVIDIA OpenAI ByteDance'
)

/** Takes a name apart as it is written in a list of authors; null where nothing of a name is in it. */
export function parseName(text: string): PersonName | null {
  const name = cleanText(text)
    .replace(/\s*,[\s,]*/g, ', ')
    .replace(/^[,;\s]+|[,;\s]+$/g, '')
  if (!/[\p{L}\p{N}]/u.test(name)) return null
  if (isWhole(name)) return { kind: 'whole', name }
  const [first = '', second, third] = name.split(', ')
  if (second === undefined) return fromWords(first.split(' ')) ?? { kind: 'whole', name }
  if (third !== undefined) {
    return suffixes.test(second)
      ? { kind: 'parts', family: first, given: third, suffix: second }
      : suffixes.test(third)
        ? { kind: 'parts', family: first, given: second, suffix: third }
        : { kind: 'whole', name }
  }
  if (!suffixes.test(second)) return { kind: 'parts', family: first, given: second, suffix: null }
  return fromWords([...first.split(' '), second]) ?? { kind: 'whole', name }
}

/** Teams, lists of people, names in Chinese, Japanese and Korean script, and what no rule for people fits. */
function isWhole(name: string): boolean {
  const parts = name.split(/,? /)
  return (
    parts.length === 1 ||
    name.split(', ').length > 3 ||
    parts.some((part) => teamWords.has(part) || /^and$/i.test(part) || !/[\p{L}\p{N}]/u.test(part)) ||
    /^(?:The|the) /.test(name) ||
    /[\p{N}:;/@&|()[\]{}]|(?:^|\s)-|-(?:\s|$)|--/u.test(name) ||
    /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)
  )
}

function fromWords(all: readonly string[]): PersonName | null {
  const last = all.at(-1) ?? ''
  const suffix = all.length > 1 && suffixes.test(last) ? last : null
  const parts = suffix === null ? all : all.slice(0, -1)
  const start = familyStart(parts)
  if (start === 0) return null
  return {
    kind: 'parts',
    family: parts.slice(start).join(' '),
    given: parts.slice(0, start).join(' '),
    suffix
  }
}

/** Where the family name begins; 0 where there is no given name before it. */
function familyStart(parts: readonly string[]): number {
  const last = parts.length - 1
  if (particles.has(parts[0] ?? '')) return 0
  const isVietnamese = vietnameseFamilies.has((parts[last] ?? '').normalize('NFD').replace(/\p{M}/gu, ''))
  for (let i = 1; i < last; i++) {
    const part = parts[i] ?? ''
    // `Ortega y Gasset`: both belong to it.
    if ((part === 'y' || part === 'e') && i > 1) return i - 1
    if (particles.has(part) || (capitalParticles.has(part) && !isVietnamese)) return i
  }
  return last
}
