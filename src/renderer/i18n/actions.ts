import type { ActionSummary, Status } from '../../contract/model.ts'
import { isolated } from '../rich-text/bidi.ts'
import { plainText } from '../rich-text/plain.ts'
import { m } from './generated/messages.js'

const LONGEST_NAME = 28

/** What a paper is called in passing: the name before a title's colon, else its first words. */
export function shortTitle(title: string): string {
  const plain = plainText(title)
  const name = plain.split(/:\s/, 1)[0] ?? plain
  if (name.length <= LONGEST_NAME) return isolated(name)
  const cut = name.slice(0, LONGEST_NAME)
  const word = cut.lastIndexOf(' ')
  return isolated(`${(word > LONGEST_NAME / 2 ? cut.slice(0, word) : cut).trimEnd()}…`)
}

const oneWithStatus: Record<Status, (what: string) => string> = {
  inbox: (what) => m.did_inbox({ what }),
  queued: (what) => m.did_queued({ what }),
  reading: (what) => m.did_reading({ what }),
  read: (what) => m.did_read({ what }),
  skipped: (what) => m.did_skipped({ what })
}

const manyWithStatus: Record<Status, (count: number) => string> = {
  inbox: (count) => m.many_inbox({ count }),
  queued: (count) => m.many_queued({ count }),
  reading: (count) => m.many_reading({ count }),
  read: (count) => m.many_read({ count }),
  skipped: (count) => m.many_skipped({ count })
}

const isStatus = (value: unknown): value is Status =>
  typeof value === 'string' && Object.hasOwn(oneWithStatus, value)

/** "Skipped LayerPano3D", "12 skipped". */
export function actionText(action: ActionSummary): string {
  const status = isStatus(action.value) ? action.value : 'inbox'
  const stars = Number(action.value ?? 0)
  if (action.count === 1 && action.title !== null) {
    const what = shortTitle(action.title)
    switch (action.kind) {
      case 'status':
        return oneWithStatus[status](what)
      case 'star':
        return m.did_starred({ what })
      case 'unstar':
        return m.did_unstarred({ what })
      case 'rate':
        return m.did_rated({ what, count: stars })
      case 'unrate':
        return m.did_unrated({ what })
      case 'note':
        return m.did_noted({ what })
    }
  }
  const count = action.count
  switch (action.kind) {
    case 'status':
      return manyWithStatus[status](count)
    case 'star':
      return m.many_starred({ count })
    case 'unstar':
      return m.many_unstarred({ count })
    case 'rate':
      return m.many_rated({ count, stars })
    case 'unrate':
      return m.many_unrated({ count })
    case 'note':
      return m.many_noted({ count })
  }
}
