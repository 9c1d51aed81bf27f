const MAX_CODE_BLOCK_LINES = 200
/** Words after a fence begin a block, they never end one. */
const closing = /^(?:`{3,}|~{3,})\s*$/

/** Whether a line begins a block of code. */
export const isFence = (line: string): boolean => line.startsWith('```') || line.startsWith('~~~')

/**
 * The index of the line that ends the block of code begun at `index`: an example must not become a paper. A
 * fence that isn't closed soon is only a line, so that a stray one hides little; then it is `index` itself.
 * @param read what of a line is looked at, where a fence may be set in
 */
export function codeBlockEnd(
  lines: readonly string[],
  index: number,
  read = (line: string): string => line
): number {
  const fence = read(lines[index] ?? '').slice(0, 3)
  const end = Math.min(lines.length, index + MAX_CODE_BLOCK_LINES)
  for (let i = index + 1; i < end; i++) {
    const line = read(lines[i] ?? '')
    if (line.startsWith(fence) && closing.test(line)) return i
  }
  return index
}
