import type { AppError, ErrorCode } from '../../contract/errors.ts'
import { m } from './generated/messages.js'

const place = (error: AppError): string => String(error.details?.['path'] ?? error.details?.['folder'] ?? '')

const sentences: Record<ErrorCode, (error: AppError) => string> = {
  'invalid-input': () => m.error_invalid_input(),
  'unknown-call': () => m.error_unknown_call(),
  unsupported: () => m.error_unsupported(),
  'not-found': () => m.error_not_found(),
  conflict: () => m.error_conflict(),
  'nothing-to-undo': () => m.error_nothing_to_undo(),
  'nothing-to-redo': () => m.error_nothing_to_redo(),
  'nothing-to-export': () => m.error_nothing_to_export(),
  'folder-missing': (error) => m.error_folder_missing({ path: place(error) }),
  'folder-unreadable': (error) => m.error_folder_unreadable({ path: place(error) }),
  'folder-not-a-directory': (error) => m.error_folder_not_directory({ path: place(error) }),
  'folder-unmounted': (error) => m.error_folder_unmounted({ path: place(error) }),
  'file-missing': (error) => m.error_file_missing({ path: place(error) }),
  'file-not-written': () => m.error_file_not_written(),
  'library-locked': () => m.error_library_locked(),
  'library-corrupt': () => m.error_library_corrupt(),
  'library-newer': () => m.error_library_newer(),
  'library-unwritable': () => m.error_library_unwritable(),
  disconnected: () => m.error_disconnected(),
  internal: () => m.error_internal()
}

/** An error of the core, worded in the language of the screen. */
export const errorText = (error: AppError): string => sentences[error.code](error)
