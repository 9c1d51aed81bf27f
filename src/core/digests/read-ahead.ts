import { readFile } from 'node:fs/promises'
import { codeOf } from '../db/errors.ts'
import type { FoundFile } from './scan.ts'

export interface ReadFile {
  file: FoundFile
  /** Undefined where the file is too large or can't be read. */
  bytes?: Buffer
  /** The code of the error that kept it from being read. */
  failed?: string
}

/**
 * Reads files in their order, so many at a time, the next ones while the caller works on these.
 * @param maxBytes larger files are not read
 */
export async function* readAhead(
  files: readonly FoundFile[],
  count: number,
  maxBytes: number
): AsyncGenerator<ReadFile[]> {
  const read = (from: number): Promise<ReadFile[]> =>
    Promise.all(files.slice(from, from + count).map((file) => readOne(file, maxBytes)))
  let next = read(0)
  for (let from = 0; from < files.length; from += count) {
    const batch = await next
    next = read(from + count)
    yield batch
  }
}

async function readOne(file: FoundFile, maxBytes: number): Promise<ReadFile> {
  if (file.size > maxBytes) return { file }
  try {
    return { file, bytes: await readFile(file.absolute) }
  } catch (error) {
    return { file, failed: codeOf(error) }
  }
}
