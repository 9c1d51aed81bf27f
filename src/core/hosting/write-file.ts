import { randomUUID } from 'node:crypto'
import { open, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fail, ok, type Result } from '../../contract/errors.ts'

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'you may not write there',
  EPERM: 'you may not write there',
  EROFS: 'that place is read-only',
  ENOSPC: 'the disk is full',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'its folder is not a folder',
  EISDIR: 'there is a folder of that name'
}

/**
 * Writes a text file so that it is there whole or not at all: into a new file beside it, which then takes its
 * place. Answers the path, or `file-not-written` with the reason.
 */
export async function writeTextFile(path: string, text: string): Promise<Result<string>> {
  // A link stays a link: what it points at is replaced.
  const target = await realpath(path).catch(() => path)
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID().slice(0, 8)}.tmp`)
  try {
    const file = await open(draft, 'wx')
    try {
      await file.writeFile(text, 'utf8')
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(draft, target)
    return ok(path)
  } catch (error) {
    await rm(draft, { force: true }).catch(() => {})
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    const reason = reasons[code] ?? (error instanceof Error ? error.message : String(error))
    return fail('file-not-written', `${path} could not be written: ${reason}.`, { path, reason })
  }
}
