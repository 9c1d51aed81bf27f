import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createClient, type Client } from '../../src/contract/client.ts'
import type { AppEvent } from '../../src/contract/events.ts'
import type { PaperId } from '../../src/contract/model.ts'
import { defaultSettings } from '../../src/contract/settings.ts'
import type { Transport } from '../../src/contract/transport.ts'
import { must } from '../helpers/core.ts'

/** A way to the core, opened on an empty library, with the sample days at hand. */
export interface OpenTransport {
  transport: Transport
  close(): Promise<void>
}

/** What every transport must do, whatever carries it. `skip` says why it can't run here. */
export function transportSuite(name: string, open: () => Promise<OpenTransport>, skip?: string): void {
  describe.skipIf(skip !== undefined)(skip === undefined ? name : `${name} (${skip})`, () => {
    let opened: OpenTransport
    let client: Client
    let ids: PaperId[]
    const first: AppEvent[] = []

    beforeAll(async () => {
      opened = await open()
      client = createClient(opened.transport)
      const stop = client.subscribe((event) => first.push(event))
      must(await client.call('folders.addSample', {}))
      ids = must(await client.call('papers.list', { list: { kind: 'all' } })).ids
      await vi.waitFor(() => expect(first.at(-1)).toMatchObject({ status: { phase: 'idle' } }))
      stop()
    })
    afterAll(() => opened.close())

    const firstPaper = (): PaperId => {
      const id = ids[0]
      if (id === undefined) throw new Error('the sample days hold no papers')
      return id
    }
    const setNote = async (note: string): Promise<string> => {
      const id = firstPaper()
      must(await client.call('triage.setNote', { id, note, session: 'test' }))
      return must(await client.call('papers.get', { id })).note
    }

    test('a value comes back', async () => {
      expect(must(await client.call('settings.get', {}))).toMatchObject({ theme: defaultSettings.theme })
    })

    test('null comes back as a value', async () => {
      expect(await client.call('library.reopen', {})).toEqual({ ok: true, value: null })
    })

    test.each([undefined, null, 7, [], {}, { id: 'one' }, { id: 1, more: true }])(
      'input %j, which the call does not take, is refused',
      async (input) => {
        const answer = await opened.transport.request('papers.get', input)
        expect(answer).toMatchObject({
          ok: false,
          error: { code: 'invalid-input', details: { call: 'papers.get' } }
        })
      }
    )

    test.each(['papers.burn', '', '__proto__', 'constructor', 'toString'])(
      'the unknown call “%s” is named',
      async (unknown) => {
        expect(await opened.transport.request(unknown, {})).toMatchObject({
          ok: false,
          error: { code: 'unknown-call', details: { name: unknown } }
        })
      }
    )

    test('an error keeps its code, its sentence and its details', async () => {
      const missing = ['0001.00001', '0002.00002']
      expect(await client.call('papers.resolve', { arxivIds: missing })).toEqual({
        ok: false,
        error: {
          code: 'not-found',
          message: 'The library has no paper 0001.00001, 0002.00002.',
          details: { ids: '0001.00001, 0002.00002' }
        }
      })
    })

    test('the events of an import arrive in order', () => {
      const phases = first.flatMap((event) => (event.type === 'ingest.progress' ? [event.status] : []))
      expect(phases[0]?.phase).toBe('scanning')
      const done = phases.flatMap((status) => (status.phase === 'reading' ? [status.done] : []))
      expect(done).toEqual(done.toSorted((a, b) => a - b))
      const changed = first.findIndex((event) => event.type === 'library.changed')
      expect(changed).toBeGreaterThan(0)
      expect(changed).toBeLessThan(first.length - 1)
    })

    test('events follow the order of the calls that cause them', async () => {
      const some = ids.slice(0, 8)
      const heard: (PaperId[] | 'all')[] = []
      const stop = client.subscribe((event) => {
        if (event.type === 'library.changed') heard.push(event.papers)
      })
      await Promise.all(some.map((id) => client.call('triage.setStarred', { ids: [id], starred: true })))
      await vi.waitFor(() => expect(heard).toHaveLength(some.length))
      expect(heard).toEqual(some.map((id) => [id]))
      stop()
    })

    test('a listener that left hears nothing more, the others do', async () => {
      const left: AppEvent[] = []
      const stayed: AppEvent[] = []
      const listen = (events: AppEvent[]) => (event: AppEvent) => void events.push(event)
      const leave = client.subscribe(listen(left))
      const stop = client.subscribe(listen(stayed))
      must(await client.call('settings.update', { patch: { sidebarWidth: 300 } }))
      await vi.waitFor(() => expect([left.length, stayed.length]).toEqual([1, 1]))
      leave()
      must(await client.call('settings.update', { patch: { sidebarWidth: 310 } }))
      await vi.waitFor(() => expect(stayed).toHaveLength(2))
      expect(left).toHaveLength(1)
      stop()
    })

    test('a million characters come and go whole', async () => {
      const note = '긴 메모 long note '.repeat(77_000).slice(0, 1_000_000)
      expect((await setNote(note)) === note).toBe(true)
    })

    test('text of every script stays what it is', async () => {
      const note = '한글 ㅎㅏㄴ 漢字 عربى e\u0301 é 👩🏽‍🔬 \u2028 \u2029 " \\ </script> \t\r\n end'
      expect(await setNote(note)).toBe(note)
    })

    test('answers of many requests at once are not mixed up', async () => {
      const asked = Array.from({ length: 200 }, (_, i) => ids[i % (ids.length + 1)] ?? 1_000_000)
      const answers = await Promise.all(asked.map((id) => client.call('papers.get', { id })))
      const got = answers.map((answer) => (answer.ok ? answer.value.id : 1_000_000))
      expect(got).toEqual(asked)
    })
  })
}
