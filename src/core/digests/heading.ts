import { isLinkLabel } from './generic/labels.ts'

/** The two parts of `### [TITLE](URL)`; the title may hold brackets of its own. */
export interface PaperHeading {
  title: string
  /** Empty where it links nowhere. */
  url: string
  /** What stands before and after the link, usually nothing. */
  trailing: string
  /** `whole`: the title is the link. `part`: there are words before it. `broken`: it was begun and not ended. */
  link: 'whole' | 'part' | 'none' | 'broken'
}

/** Nearly all headings are so. */
const usual = /^\[([^[\]\s](?:[^[\]]*[^[\]\s])?)\]\((https?:\/\/[^\s()<>]+)\)$/
/** Marks, numbers and emoji, which say nothing of the paper: `1. `, `**`, `🔥 `. */
const bareLead = /^[^\p{L}[\]]{0,20}$/u
const marksOnly = /^[\s*_~.]*$/
const address = /^\s*<?\s*(?:https?:|www\.|[\w-]+(?:\.[\w-]+)+|[./#]|\))/i
/** A link may be followed by a title of its own: `(https://… "title")`. */
const linkTitle = /^"[^"]*"$|^'[^']*'$/

/** Reads what follows `### `. Undefined where a link was begun and not ended: the line is only half of one. */
export function readHeading(text: string): PaperHeading | undefined {
  const line = text.trim()
  const [, title, url] = usual.exec(line) ?? []
  if (title !== undefined && url !== undefined) return { title, url, trailing: '', link: 'whole' }
  const place = firstLink(line) ?? lastLink(line)
  const lead = place && line.slice(0, place.open)
  if (place && lead !== undefined) {
    const link = linkAt(line, place)
    if (bareLead.test(lead)) return { ...link, link: 'whole' }
    if (link.url !== '') return partOf(lead.trim(), link)
  }
  if (line.startsWith('[') && !line.endsWith(']')) return undefined
  return { title: line, url: '', trailing: '', link: 'none' }
}

/** What is known of a heading whose link is not ended on any of its lines. */
export const brokenHeading = (text: string): PaperHeading => ({
  title: text.trim().replace(/^\[\s*/, ''),
  url: '',
  trailing: '',
  link: 'broken'
})

type Link = Pick<PaperHeading, 'title' | 'url' | 'trailing'>

/** `Paper 3: [Title](URL)`, or `Title ([arXiv](URL))`, where the link's words are no title. */
function partOf(lead: string, { title, url, trailing }: Link): PaperHeading {
  const named = isLinkLabel(title)
  const more = named ? trailing.replace(/^[)\]）】\s]+/, '') : [lead, trailing].filter(Boolean).join(' ')
  return {
    title: named ? lead.replace(/[\s([（【]+$/, '') : title,
    url,
    trailing: more,
    link: 'part'
  }
}

function linkAt(line: string, { open, close, target }: Place): Link {
  const title = line.slice(open + 1, close).trim()
  const rest = line.slice(target)
  const end = closingParenthesis(rest)
  const inside = rest.slice(0, end === -1 ? undefined : end).trim()
  const [, pointed, plain = '', more = ''] = /^(?:<([^<>]*)>|(\S*))\s*(.*)$/s.exec(inside) ?? []
  const after = end === -1 ? '' : rest.slice(end + 1).trim()
  const trailing = [linkTitle.test(more) ? '' : more, marksOnly.test(after) ? '' : after]
  return { title, url: (pointed ?? plain).trim(), trailing: trailing.filter(Boolean).join(' ') }
}

/** Where a link's brackets are, and where its address begins. */
interface Place {
  open: number
  close: number
  target: number
}

/** The first pair of brackets, none within another, that an address in parentheses follows. */
function firstLink(line: string): Place | undefined {
  let depth = 0
  let open = 0
  for (let i = 0; i < line.length; i++) {
    if (line[i] === '[' && depth++ === 0) open = i
    if (line[i] !== ']' || depth === 0 || --depth > 0) continue
    const gap = /^\s{0,3}\(/.exec(line.slice(i + 1, i + 5))?.[0]
    const target = i + 1 + (gap?.length ?? 0)
    if (gap !== undefined && address.test(line.slice(target, target + 100))) return { open, close: i, target }
  }
  return undefined
}

/** A title may hold a bracket that nothing opens or closes: then it reaches to the last `](`. */
function lastLink(line: string): Place | undefined {
  const close = line.lastIndexOf('](')
  const open = line.indexOf('[')
  return open === -1 || close <= open ? undefined : { open, close, target: close + 2 }
}

function closingParenthesis(text: string): number {
  let depth = 0
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')' && depth-- === 0) return i
  }
  return -1
}
