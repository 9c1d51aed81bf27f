import { Class, classAt } from './characters.ts'
import { normalise } from './normalise.ts'

/** A part of a word, a word or a run of syllables starts at this unit. */
export const START = 1
/** White space stood before this unit. */
export const GAP = 2

/**
 * Text made ready for matching: lower case letters, digits and syllables of what can be matched in one piece,
 * run together; one space where nothing can match across. `text-to-image 생성, GPT-4` is `texttoimage생성 gpt4`.
 */
export interface FlatText {
  readonly chars: string
  /** START and GAP for each unit of `chars`. */
  readonly marks: Uint8Array
}

const isWord = (kind: number): boolean => kind >= Class.lower && kind <= Class.digit

/** Whether a part starts between two neighbours: `ControlNet`, `BERTScore`, `gpt4`, `4bit`, `GPT의`. */
function changes(before: number, here: number, next: number): boolean {
  if (here === Class.syllable || before === Class.syllable) return here !== before
  if (here === Class.digit || before === Class.digit) return here !== before
  return here === Class.upper && (before === Class.lower || (before === Class.upper && next === Class.lower))
}

/** What stood between two parts: which of the separating classes, as bits. */
const bit = (kind: number): number => 1 << kind
const SPACES = bit(Class.space)
const HYPHENS = bit(Class.hyphen)
const GLUES = bit(Class.hyphen) | bit(Class.glue)

/** Marks for the part after a separator, or null where nothing can match across it. */
function join(separator: number, before: number, here: number): number | null {
  if (separator === SPACES) {
    // `gpt 4`, `llama 2`: a number belongs to its name, however it is spaced.
    return here === Class.digit && isWord(before) && before !== Class.digit ? START : START | GAP
  }
  if (separator === HYPHENS) return START
  if ((separator & ~GLUES) === 0 && isWord(before) && isWord(here)) return START
  return null
}

/** Collects flat text piece by piece; pieces never match across each other. */
export class Flattener {
  readonly #pieces: string[] = []
  #marks = new Uint8Array(256)
  length = 0

  add(text: string): void {
    const cased = normalise(text)
    const lower = cased.toLowerCase()
    // Lower-casing hardly ever changes the length; where it does, camel case is lost and nothing else.
    const source = lower.length === cased.length ? cased : lower
    let before = 0
    let separator = bit(Class.stop)
    let from = 0
    for (let i = 0; i < source.length; i++) {
      const kind = classAt(source, i)
      if (kind < Class.lower) {
        if (separator === 0) this.#pieces.push(lower.slice(from, i))
        separator |= bit(kind)
        continue
      }
      let mark = 0
      if (separator !== 0) {
        const joined = before === 0 ? null : join(separator, before, kind)
        if (joined === null) this.#stop()
        mark = joined ?? START
        from = i
        separator = 0
      } else if (changes(before, kind, i + 1 < source.length ? classAt(source, i + 1) : 0)) {
        mark = START
      }
      this.#mark(mark)
      before = kind
    }
    if (separator === 0) this.#pieces.push(lower.slice(from))
  }

  finish(): FlatText {
    return { chars: this.#pieces.join(''), marks: this.#marks.slice(0, this.length) }
  }

  #stop(): void {
    if (this.length === 0) return
    this.#pieces.push(' ')
    this.#mark(0)
  }

  #mark(value: number): void {
    if (this.length === this.#marks.length) {
      const larger = new Uint8Array(this.#marks.length * 2)
      larger.set(this.#marks)
      this.#marks = larger
    }
    this.#marks[this.length++] = value
  }
}

export function flatten(text: string): FlatText {
  const flattener = new Flattener()
  flattener.add(text)
  return flattener.finish()
}

/** Cuts flat text at its stops. */
export function pieces({ chars, marks }: FlatText): FlatText[] {
  const found: FlatText[] = []
  for (let from = 0; from < chars.length;) {
    const stop = chars.indexOf(' ', from)
    const to = stop < 0 ? chars.length : stop
    found.push({ chars: chars.slice(from, to), marks: marks.slice(from, to) })
    from = to + 1
  }
  return found
}
