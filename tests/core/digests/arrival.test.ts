import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { must, startCore, tempFolder, writeFiles, type RunningCore } from '../../helpers/core.ts'
import { digestText } from '../../helpers/digest-text.ts'

let folder: string

beforeEach(() => {
  folder = tempFolder()
  write('2024-01-05', 2)
})

function write(day: string, papers: number, into = folder): void {
  const content = Array.from({ length: papers }, (_, index) => ({
    id: `${day.slice(2, 4)}${day.slice(5, 7)}.${day.slice(8)}${index + 100}`
  }))
  writeFiles(into, { [`${day}.md`]: digestText(day, content) })
}

const arrived = ({ events }: RunningCore) =>
  events.flatMap((event) => (event.type === 'deck.arrived' ? { day: event.day, papers: event.papers } : []))

/** A watching core that has looked at its folders. */
async function watching(library?: string): Promise<RunningCore> {
  const app = await startCore(library === undefined ? { watch: true } : { library, watch: true })
  must(await app.call('folders.rescan', {}))
  return app
}

const rescan = async (app: RunningCore) => must(await app.call('folders.rescan', {}))

async function imported(): Promise<RunningCore> {
  const app = await watching()
  must(await app.call('folders.add', { path: folder }))
  return app
}

describe('a new deck', () => {
  test('is told of once, and a folder’s first import, the sample and older days are not', async () => {
    const app = await startCore({ watch: true })
    must(await app.call('folders.addSample', {}))
    must(await app.call('folders.add', { path: folder }))
    expect(arrived(app)).toEqual([])
    write('2024-01-07', 3)
    await rescan(app)
    expect(arrived(app)).toEqual([{ day: '2024-01-07', papers: 3 }])
    write('2024-01-06', 1)
    write('2024-01-07', 4)
    await rescan(app)
    expect(arrived(app)).toHaveLength(1)
    rmSync(join(folder, '2024-01-07.md'))
    await rescan(app)
    write('2024-01-07', 3)
    await rescan(app)
    expect(arrived(app)).toHaveLength(1)
  })

  test('of several days that came together the newest is told of', async () => {
    const app = await imported()
    for (const day of ['2024-01-06', '2024-01-08', '2024-01-07']) write(day, 1)
    await rescan(app)
    const told = arrived(app)
    expect(told.at(-1)).toEqual({ day: '2024-01-08', papers: 1 })
  })

  test('in a folder that was empty at first is told of', async () => {
    rmSync(join(folder, '2024-01-05.md'))
    const app = await imported()
    write('2024-01-05', 2)
    await rescan(app)
    expect(arrived(app)).toEqual([{ day: '2024-01-05', papers: 2 }])
  })

  test('of a second folder’s first import is not told of, though its days are newer', async () => {
    const app = await imported()
    const second = tempFolder()
    write('2024-02-01', 1, second)
    must(await app.call('folders.add', { path: second }))
    expect(arrived(app)).toEqual([])
    write('2024-01-20', 1)
    await rescan(app)
    expect(arrived(app)).toEqual([])
    write('2024-02-02', 1)
    await rescan(app)
    expect(arrived(app)).toEqual([{ day: '2024-02-02', papers: 1 }])
  })

  test('that came while no program ran is told of at the next start, and not again after it', async () => {
    const app = await imported()
    await app.close()
    write('2024-01-06', 2)
    const again = await watching(app.library)
    await vi.waitFor(() => expect(arrived(again)).toEqual([{ day: '2024-01-06', papers: 2 }]))
    await again.close()
    const third = await watching(app.library)
    expect(arrived(third)).toEqual([])
  })

  test('that the command line imported is told of by the program that watches', async () => {
    const app = await imported()
    await app.close()
    write('2024-01-06', 2)
    const cli = await startCore({ library: app.library })
    must(await cli.call('folders.add', { path: folder }))
    expect(arrived(cli)).toEqual([])
    await cli.close()
    expect(arrived(await watching(app.library))).toEqual([{ day: '2024-01-06', papers: 2 }])
  })

  test('is told of after an import that was cut short, which brings days that are only new to it', async () => {
    const app = await watching()
    for (let day = 10; day < 30; day++) write(`2024-01-${day}`, 15)
    const adding = app.call('folders.add', { path: folder })
    await vi.waitFor(() => expect(app.events.some(({ type }) => type === 'ingest.progress')).toBe(true))
    await app.close()
    await adding
    const again = await watching(app.library)
    expect(must(await again.call('library.overview', {})).decks).toHaveLength(21)
    expect(arrived(again)).toEqual([])
    write('2024-01-30', 1)
    await rescan(again)
    expect(arrived(again)).toEqual([{ day: '2024-01-30', papers: 1 }])
  })
})
