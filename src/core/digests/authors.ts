/** The names of an `Authors:` line, and whether there are no more than these. */
export interface AuthorList {
  authors: string[]
  complete: boolean
}

/** One word of a personal name: a capital, then small letters. Teams such as `NVIDIA` or `DeepSeek` are none. */
const personalWord = /^\p{Lu}\p{Ll}+(?:-\p{Lu}?\p{Ll}+)*$/u
/** Teams that are written like one word of a name. */
const teams = new Set(
  (
    'Adobe Alibaba Amazon Anthropic Apple Baidu Berkeley Bosch Cohere Databricks Disney Google Huawei Intel Kakao ' +
    'Mediatek Megvii Meta Microsoft Mistral Naver Netflix Nvidia Oracle Qualcomm Qwen Roblox Salesforce Samsung Shopify ' +
    'Snap Snowflake Sony Spotify Stability Stanford Tencent Tesla Uber Xiaomi Yandex'
  ).split(' ')
)
const quoted = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/gs
const andOthers = /^(?:\+|et al\.?|and others|\.\.\.|…)$/i

/**
 * Reads the names after `Authors:`. The shapes are those of the archive: separated by commas, with `+` where the
 * list was cut, or written as a list of Python strings; the same name twice in a row; a name cut in two.
 */
export function parseAuthors(text: string): AuthorList {
  const trimmed = text.trim()
  const parts = pythonStrings(trimmed) ?? trimmed.split(/[,、，]/)
  let complete = true
  const names: string[] = []
  for (const part of parts) {
    let name = part.trim().replace(/\s+/g, ' ')
    if (name.endsWith(' +') || name.startsWith('+ ')) {
      complete = false
      name = name.replace(/^\+ | \+$/g, '').trim()
    }
    if (andOthers.test(name)) complete = false
    else if (name !== '' && name !== names.at(-1)) names.push(name)
  }
  return { authors: rejoinCutNames(names), complete: complete && names.length > 0 }
}

const pythonList = /^\[\s*(?:['"].*['"]\s*,?\s*)?\]$/s

/** The strings of a Python list; undefined where it is none, or holds more than strings. */
function pythonStrings(text: string): string[] | undefined {
  if (!pythonList.test(text)) return undefined
  const strings: string[] = []
  const between = text.slice(1, -1).replace(quoted, (_, single?: string, double?: string) => {
    strings.push((single ?? double ?? '').replace(/\\(.)/gs, '$1'))
    return ''
  })
  return /[^\s,]/.test(between) ? undefined : strings
}

/**
 * `Yingyan, Lin` among names of several words, or alone, is one person whose name was cut at a space. Two words that
 * could both be teams, or a longer list in which every name is a single word, are left alone.
 */
function rejoinCutNames(names: string[]): string[] {
  if (names.length !== 2 && !names.some((name) => name.includes(' '))) return names
  const joined: string[] = []
  for (let i = 0; i < names.length; i++) {
    const name = names[i] ?? ''
    const next = names[i + 1] ?? ''
    const cut = isPartOfName(name) && isPartOfName(next)
    joined.push(cut ? `${name} ${next}` : name)
    if (cut) i++
  }
  return joined
}

const isPartOfName = (word: string): boolean => personalWord.test(word) && !teams.has(word)
