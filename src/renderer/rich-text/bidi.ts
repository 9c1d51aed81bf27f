/** Characters that set the direction of all that follows, until others end that. */
const CONTROLS = /[\u202a-\u202e\u2066-\u2069]/g
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/

/**
 * A text from outside within a sentence of ours, whose direction it leaves alone. On screen, an element of its own
 * with `dir="auto"`, or `<bdi>`, does the same. https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters
 */
export function isolated(text: string): string {
  const plain = text.replace(CONTROLS, '')
  return RIGHT_TO_LEFT.test(plain) ? `\u2068${plain}\u2069` : plain
}
