import type { Command } from '../../../contract/events.ts'
import { letters } from '../palette/letters.ts'
import { bestScore, soughtInAll } from '../palette/score.ts'
import { capsOf } from './caps.ts'
import { commandNames, keySections, type KeySection } from './keymap.ts'

/** Whether a command has a key that is called so: `q`, `ctrl+z`, `ctrl z`. */
const hasKey = (command: Command, query: string): boolean =>
  capsOf(command).some((caps) => caps.join(' ').toLowerCase() === query.replaceAll('+', ' ').toLowerCase())

/** The commands that fit what was typed, by name or key, in their sections; all of them for nothing. */
export function findKeys(query: string): KeySection[] {
  const wanted = query.trim()
  if (wanted === '') return [...keySections]
  const fits = (command: Command): boolean =>
    hasKey(command, wanted) ||
    (letters(wanted).length > 1 && bestScore(wanted, soughtInAll(commandNames[command])) > 1)
  return keySections
    .map((section) => ({ ...section, commands: section.commands.filter(fits) }))
    .filter(({ commands }) => commands.length > 0)
}
