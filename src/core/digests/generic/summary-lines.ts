import type { Field } from './fields.ts'
import { trimEnd, withoutDecoration } from './markers.ts'
import { withoutTags } from './tags.ts'
import { cleanTitle } from './title.ts'

const subheading = /^\s{0,3}#{1,6}[ \t]+(\S.*)$/s
const bullet = /^(\s*(?:[-*+•·・▪◦‣–])\s+)(?=\S)/
const label = /^\*{2,3}[^*]{1,80}\*{2,3}\s*[:：]|^\*{2,3}[^*]{1,79}[:：]\*{2,3}/
const labelOnly = /^(?:\*{2,3}|__)([^*_]{1,80})(?:\*{2,3}|__)\s*[:：]?$/
const element = /<\/?(?:details|br|p|div|center)\b[^<>]*>/gi

export const withoutBullet = (line: string): string => line.replace(bullet, '').trim()

export const isSubheading = (line: string): boolean => subheading.test(line)

/** A line without tags that only lay it out; empty where it holds nothing else. */
export function withoutLayout(line: string): string {
  if (!line.includes('<')) return line
  if (/^\s*</.test(line) && withoutTags(line).trim() === '') return ''
  const text = line.includes('</summary>') ? line.replace(/<\/?summary[^<>]*>/gi, '**') : line
  return text.replace(element, ' ').trimEnd()
}

/**
 * A line as the summary's scanner takes it: a sub-heading, a bold line and a field become labels, and what opens
 * an item begins with a bullet.
 * @param opens whether a line without a mark begins a new item
 */
export function asSummaryLine(line: string, field: Field | undefined, opens: boolean): string {
  const labelled = field?.role === 'summary' ? `**${field.label}**: ${field.value}` : undefined
  const mark = bullet.exec(line)?.[0]
  if (mark !== undefined) {
    const plain = withoutDecoration(line.slice(mark.length))
    if (plain.startsWith('**')) return mark + plain
    return labelled === undefined ? line : mark + labelled
  }
  const heading = subheading.exec(line)
  if (heading) return `- **${cleanTitle(trimEnd(heading[1] ?? '', ' \t#'))}**:`
  const text = line.trim()
  const plain = withoutDecoration(text)
  const only = labelOnly.exec(plain)
  if (only) return `- **${(only[1] ?? '').replace(/[:：]\s*$/, '')}**:`
  if (label.test(plain)) return `- ${plain}`
  if (labelled !== undefined) return `- ${labelled}`
  return opens ? `- ${text}` : line
}
