import type { Overview } from './library.ts'
import type { Settings } from './settings.ts'

/** What the app's icon and its window's title count: papers left in the newest deck, or in the inbox. */
export function badgeCount(
  { decks, counts }: Pick<Overview, 'decks' | 'counts'>,
  badge: Settings['badge']
): number {
  if (badge === 'newest-deck') return decks[0]?.left ?? 0
  return badge === 'inbox' ? counts.inbox : 0
}
