import { initial } from './001-initial.ts'
import { folderStates } from './002-folder-states.ts'
import { triageDesk } from './003-triage-desk.ts'

/** In order; the library's `user_version` is how many of them it has had. A released one is never edited. */
export const migrations: readonly string[] = [initial, folderStates, triageDesk]
