import { fail } from '../../contract/errors.ts'

/** SQLite's result codes by what the user can do about them. https://sqlite.org/rescode.html */
const locked = /^SQLITE_(BUSY|LOCKED)/
const corrupt = /^SQLITE_(CORRUPT|NOTADB)/
const unwritable = /^(SQLITE_(READONLY|CANTOPEN|IOERR|FULL|PERM)|EACCES|EPERM|EROFS|ENOSPC|ENOTDIR|EEXIST)/

/** The code of an error of SQLite or the file system, else an empty string. */
export function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : ''
}

/** True where another program holds the database. */
export const isLocked = (error: unknown): boolean => locked.test(codeOf(error))

/** True where an error says that the database can't be used just now, rather than that our code is wrong. */
export const isLibraryError = (error: unknown): boolean =>
  [locked, corrupt, unwritable].some((codes) => codes.test(codeOf(error)))

/**
 * Words an error of SQLite or the file system for the user.
 * @param library the library folder, named in the sentence
 * @throws the error itself where it is none of these
 */
export function libraryError(error: unknown, library: string): ReturnType<typeof fail> {
  const code = codeOf(error)
  if (locked.test(code))
    return fail(
      'library-locked',
      `Another program is holding the library in ${library}. Close it and try again.`,
      { library }
    )
  if (corrupt.test(code))
    return fail(
      'library-corrupt',
      `The library in ${library} is damaged and was left as it is. Put back a copy of library.db, or move it away to start anew.`,
      { library }
    )
  if (unwritable.test(code))
    return fail(
      'library-unwritable',
      `The library in ${library} can't be written. Check that the disk has room and that the folder is yours.`,
      { library }
    )
  throw error
}
