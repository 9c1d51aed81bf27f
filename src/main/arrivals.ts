import { Notification } from 'electron'
import type { Day } from '../contract/model.ts'
import { menuWords, type Language } from './menu-words.ts'

/** Tells, outside of the window, that the deck of a new day is here. */
export function notifyOfDeck(
  { day, papers }: { day: Day; papers: number },
  language: Language,
  open: () => void
): void {
  if (!Notification.isSupported()) return
  const words = menuWords[language]
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day))
  const notification = new Notification({ title: words.arrived(date), body: words.papers(papers) })
  notification.on('click', open)
  notification.show()
}
