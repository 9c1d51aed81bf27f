import type { TagSummary } from '../../../contract/library.ts'
import { colors, type Color } from '../../../contract/model.ts'
import { m } from '../../i18n/generated/messages.js'

export const colorNames: Record<Color, () => string> = {
  red: () => m.color_red(),
  orange: () => m.color_orange(),
  amber: () => m.color_amber(),
  green: () => m.color_green(),
  teal: () => m.color_teal(),
  blue: () => m.color_blue(),
  violet: () => m.color_violet(),
  pink: () => m.color_pink()
}

/** What CSS calls a colour in the theme that is on; the ink of what has none. */
export const colorVar = (color: Color | null): string => (color === null ? 'var(--ink-3)' : `var(--${color})`)

/** A tag's own colour, else one that follows from its name, so that it is the same on every screen. */
export function tagColor({ name, color }: Pick<TagSummary, 'name' | 'color'>): Color | null {
  let sum = 0
  for (const letter of name.toLowerCase()) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 9973
  return color ?? colors[sum % colors.length] ?? null
}
