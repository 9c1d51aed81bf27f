import { existsSync, mkdirSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { documentText, paperText, type DocumentSpec, type SectionSpec } from './documents.ts'
import type { Edit, FileOperation, Writing } from './operations.ts'

/** The folders that a library watches, below the disk's own. */
const FIRST = 'one'
const SECOND = 'two'
const AWAY = 'one, away'

const names = [
  'one/2024-01-05.md',
  'one/2024/01/06.md',
  'one/README.md',
  'one/a/2024-01-05 (1).md',
  'one/a/b/deep.markdown',
  'one/논문.md'.normalize('NFC'),
  'one/논문.md'.normalize('NFD'),
  'one/2024/01/emoji 🗞️.md',
  'two/2024-01-05.md',
  'two/c/2024-01-06.md',
  'outside/kept.md',
  `one/${'가'.repeat(84)}.md`
]
const folders = ['one/a', 'one/2024', 'one/2024/01', 'one/x', 'one/a/b', 'two/c', 'outside/away', 'one/y/z']

const garbage: readonly Buffer[] = [
  Buffer.alloc(0),
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]),
  Buffer.from('# About\n\nWhat this folder is.\n'),
  Buffer.from(
    '## Daily Papers (2024-01-05)\n\n### [Latin](https://arxiv.org/abs/2401.00001)\n\nVote: 3\n\n- caf\xe9\n',
    'latin1'
  ),
  Buffer.from(
    '\ufeff## Daily Papers (2024-01-06)\n\n### [UTF-16](https://arxiv.org/abs/2401.00002)\n\nVote: 4\n',
    'utf16le'
  )
]

interface File {
  document: DocumentSpec
  bytes: Buffer
  /** What is still to come of a file that is being written. */
  rest?: Buffer
}

const at = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length]

/** A real folder with what was written to it. Hears nothing of the app. */
export class Disk {
  readonly #root: string
  readonly #files = new Map<string, File>()
  readonly #deleted: { path: string; file: File }[] = []
  #away = false
  /** Is told of every content that any file had at any time. */
  readonly #written: (bytes: Buffer, path: string) => void

  constructor(root: string, written: (bytes: Buffer, path: string) => void) {
    this.#root = root
    this.#written = written
    for (const folder of [FIRST, SECOND]) mkdirSync(join(root, folder))
  }

  get first(): string {
    return join(this.#root, FIRST)
  }

  get second(): string {
    return join(this.#root, SECOND)
  }

  do(operation: FileOperation): void {
    switch (operation.do) {
      case 'write':
        return this.#named(operation.name, (path) => {
          const { document, how } = operation
          this.#put(path, { document, bytes: Buffer.from(documentText(document)) }, how)
        })
      case 'half':
        return this.#named(operation.name, (path) => {
          const whole = Buffer.from(documentText(operation.document))
          const cut = Math.floor((whole.length * operation.part) / 100)
          const halves = { bytes: whole.subarray(0, cut), rest: whole.subarray(cut) }
          this.#put(path, { document: operation.document, ...halves })
        })
      case 'complete':
        return this.#existing(operation.file, (path, { document, bytes, rest }) => {
          if (!rest) return
          this.#append(path, rest)
          this.#remember(path, { document, bytes: Buffer.concat([bytes, rest]) })
        })
      case 'append':
        return this.#existing(operation.file, (path, { document, bytes }) => {
          const text = Buffer.from(`\n${paperText(operation.paper)}`)
          this.#append(path, text)
          const more: SectionSpec = { day: null, papers: [operation.paper] }
          this.#remember(path, { document: [...document, more], bytes: Buffer.concat([bytes, text]) })
        })
      case 'edit':
        return this.#existing(operation.file, (path, file) => {
          const document = edited(file.document, operation.change)
          this.#put(path, { document, bytes: Buffer.from(documentText(document)) }, operation.how)
        })
      case 'rename':
        return this.#existing(operation.file, (path) => {
          this.#named(operation.name, (to) => this.#rename(path, to))
        })
      case 'copy':
        return this.#existing(operation.file, (_, file) => {
          this.#named(operation.name, (to) => this.#put(to, file))
        })
      case 'case':
        return this.#existing(operation.file, (path) => this.#rename(path, withOtherCase(path)))
      case 'touch':
        return this.#existing(operation.file, (path) => {
          utimesSync(this.#absolute(path), new Date(), new Date())
        })
      case 'delete':
        return this.#existing(operation.file, (path) => this.#delete(path))
      case 'mend':
        return this.#existing(operation.file, (path, { document }) => {
          this.#put(path, { document, bytes: Buffer.from(documentText(document)) })
        })
      case 'restore': {
        const gone = at(this.#deleted, operation.deleted)
        if (gone) this.#put(gone.path, gone.file)
        return
      }
      case 'garbage':
        return this.#existing(operation.file, (path, { document }) => {
          this.#put(path, { document, bytes: at(garbage, operation.kind) ?? Buffer.alloc(0) })
        })
      case 'move-folder':
        return this.#moveFolder(at(folders, operation.from) ?? '', at(folders, operation.to) ?? '')
      case 'delete-folder': {
        const folder = at(folders, operation.folder) ?? ''
        for (const path of [...this.#files.keys()]) if (path.startsWith(`${folder}/`)) this.#delete(path)
        rmSync(this.#absolute(folder), { recursive: true, force: true })
        return
      }
      case 'burst':
        for (let i = 1; i <= operation.count; i++) {
          const path = `one/burst/2024-02-${String(i).padStart(2, '0')}.md`
          const { document } = operation
          this.#put(path, { document, bytes: Buffer.from(documentText(document)) })
        }
        return
      case 'away':
        if (!this.#away) renameSync(this.first, join(this.#root, AWAY))
        this.#away = true
        return
      case 'back':
        return this.bringBack()
      case 'remake':
        this.bringBack()
        rmSync(this.first, { recursive: true })
        mkdirSync(this.first)
        for (const [path, file] of this.#files) if (path.startsWith(`${FIRST}/`)) this.#put(path, file)
        return
    }
  }

  bringBack(): void {
    if (this.#away) renameSync(join(this.#root, AWAY), this.first)
    this.#away = false
  }

  #named(name: number, work: (path: string) => void): void {
    work(at(names, name) ?? '')
  }

  #existing(index: number, work: (path: string, file: File) => void): void {
    const chosen = at(
      [...this.#files].sort(([a], [b]) => (a < b ? -1 : 1)),
      index
    )
    if (chosen) work(...chosen)
  }

  #absolute(path: string): string {
    const here = this.#away && (path === FIRST || path.startsWith(`${FIRST}/`))
    return join(this.#root, here ? AWAY + path.slice(FIRST.length) : path)
  }

  #remember(path: string, file: File): void {
    this.#files.set(path, file)
    this.#written(file.bytes, path)
  }

  #put(path: string, file: File, how: Writing = 'plain'): void {
    const target = this.#absolute(path)
    mkdirSync(dirname(target), { recursive: true })
    const before = statSync(target, { throwIfNoEntry: false })
    const written = how === 'replace' ? `${target.slice(0, -3)}~` : target
    writeFileSync(written, file.bytes)
    if (written !== target) renameSync(written, target)
    // Without fractions of a millisecond, so that times can be the same again.
    if (how === 'same-times') utimesSync(target, before?.atime ?? new Date(), before?.mtime ?? new Date())
    this.#remember(path, file)
  }

  #append(path: string, bytes: Buffer): void {
    writeFileSync(this.#absolute(path), bytes, { flag: 'a' })
  }

  #delete(path: string): void {
    const file = this.#files.get(path)
    if (!file) return
    rmSync(this.#absolute(path))
    this.#files.delete(path)
    this.#deleted.push({ path, file })
  }

  #rename(from: string, to: string): void {
    const file = this.#files.get(from)
    if (!file || from === to) return
    mkdirSync(dirname(this.#absolute(to)), { recursive: true })
    renameSync(this.#absolute(from), this.#absolute(to))
    this.#files.delete(from)
    this.#remember(to, file)
  }

  #moveFolder(from: string, to: string): void {
    const possible = existsSync(this.#absolute(from)) && !existsSync(this.#absolute(to))
    if (!possible || to.startsWith(`${from}/`)) return
    mkdirSync(dirname(this.#absolute(to)), { recursive: true })
    renameSync(this.#absolute(from), this.#absolute(to))
    for (const [path, file] of [...this.#files]) {
      if (!path.startsWith(`${from}/`)) continue
      this.#files.delete(path)
      this.#remember(to + path.slice(from.length), file)
    }
  }
}

function withOtherCase(path: string): string {
  const slash = path.lastIndexOf('/') + 1
  const name = path.slice(slash)
  const other = name === name.toUpperCase() ? name.toLowerCase() : name.toUpperCase()
  return path.slice(0, slash) + other
}

/** The document after an edit of its n-th paper, counted over all sections. */
function edited(document: DocumentSpec, change: Edit): DocumentSpec {
  const places = document.flatMap(({ papers }, section) => papers.map((_, index) => ({ section, index })))
  const place = at(places, change.at) ?? { section: 0, index: 0 }
  return document.map((section, index) =>
    index === place.section
      ? { ...section, papers: editedPapers(section.papers, place.index, change) }
      : section
  )
}

function editedPapers(papers: SectionSpec['papers'], index: number, change: Edit): SectionSpec['papers'] {
  const before = papers.slice(0, index)
  const [paper, ...after] = papers.slice(index)
  switch (change.edit) {
    case 'add':
      return [...before, change.paper, ...papers.slice(index)]
    case 'remove':
      return [...before, ...after]
    case 'reorder':
      return [...papers.slice(index), ...before].reverse()
    case 'repeat':
      return paper ? [...papers, paper] : papers
    case 'votes':
    case 'title':
    case 'summary':
      return paper ? [...before, { ...paper, [change.edit]: change.value }, ...after] : papers
  }
}
