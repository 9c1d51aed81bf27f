import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fail, ok, type Result } from '../../../src/contract/errors.ts'
import type { ActionResult, Rule, RuleAction } from '../../../src/contract/triage.ts'
import { Rules } from '../../../src/renderer/features/rules/rules.svelte.ts'
import { ruleActionText } from '../../../src/renderer/features/rules/words.ts'
import { fakeClient, resultOf, rowOf, type FakeClient, type Handlers } from '../fake-client.ts'

const rule = (id: number, more: Partial<Rule> = {}): Rule => ({
  id,
  query: 'diffusion',
  action: { do: 'tag', tag: 'gen' },
  enabled: true,
  applied: 0,
  ...more
})

function make(
  all: Rule[],
  handlers: Handlers = {}
): { client: FakeClient; rules: Rules; told: Result<ActionResult>[] } {
  const client = fakeClient({
    'rules.list': () => ok(all),
    'rules.preview': ({ query }) => ok({ total: query.length, rows: [rowOf(1)] }),
    'rules.save': () => ok({ ...resultOf([]), id: 1 }),
    'rules.delete': () => ok(resultOf([])),
    ...handlers
  })
  const told: Result<ActionResult>[] = []
  return { client, rules: new Rules(client, (answer) => told.push(answer)), told }
}

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

describe('rules', () => {
  it('are shown with how many papers here each would find, asked once a query', async () => {
    const { client, rules } = make([rule(1), rule(2, { action: { do: 'star' } }), rule(3, { query: 'rl' })])
    await rules.load()
    expect(rules.rules).toHaveLength(3)
    expect(rules.found('diffusion')).toBe(9)
    expect(rules.found('rl')).toBe(2)
    expect(client.inputsOf('rules.preview')).toHaveLength(2)
  })

  it('are previewed while they are typed, before they are switched on', async () => {
    const { client, rules } = make([])
    rules.edit(null)
    expect(rules.complete).toBe(false)
    for (const query of ['d', 'di', 'dif']) rules.change({ query })
    await vi.runAllTimersAsync()
    expect(client.inputsOf('rules.preview')).toEqual([{ query: 'dif' }])
    expect(rules.preview?.total).toBe(3)
    expect(client.inputsOf('rules.save')).toEqual([])
  })

  it('need a query, and what their action needs', async () => {
    const { client, rules } = make([])
    rules.edit(null)
    rules.change({ query: '  ', tag: 'gen' })
    expect(rules.complete).toBe(false)
    rules.change({ query: ' rl ', tag: ' ' })
    expect(rules.complete).toBe(false)
    await rules.save(true)
    rules.change({ do: 'enqueue', queueId: null })
    expect(rules.complete).toBe(false)
    rules.change({ tag: ' deep  rl ', do: 'tag' })
    await rules.save(false)
    expect(client.inputsOf('rules.save')).toEqual([
      { query: 'rl', action: { do: 'tag', tag: 'deep rl' }, enabled: false }
    ])
    expect(rules.draft).toBeNull()
  })

  it('are changed, switched and deleted as steps that are told', async () => {
    const { client, rules, told } = make([rule(4)])
    await rules.load()
    rules.edit(rule(4))
    rules.change({ do: 'skip' })
    await rules.save(true)
    await rules.setEnabled(rule(4), false)
    await rules.delete(rule(4))
    expect(client.inputsOf('rules.save')).toEqual([
      { id: 4, query: 'diffusion', action: { do: 'skip' }, enabled: true },
      { id: 4, query: 'diffusion', action: { do: 'tag', tag: 'gen' }, enabled: false }
    ])
    expect(client.inputsOf('rules.delete')).toEqual([{ id: 4 }])
    expect(told).toHaveLength(3)
  })

  it('keep what was written where it can’t be saved', async () => {
    const { rules } = make([], { 'rules.save': () => fail('not-found', 'No such queue.') })
    rules.edit(null, 'rl')
    rules.change({ do: 'enqueue', queueId: 9 })
    await rules.save(true)
    expect(rules.draft).toMatchObject({ query: 'rl', queueId: 9 })
    expect(rules.previewError?.code).toBe('not-found')
  })

  it('are worded, also where their queue is gone', () => {
    const queues = [
      { id: 1, name: 'To read', builtIn: true, color: null, due: null, count: 0, left: 0 },
      { id: 2, name: 'Thesis', builtIn: false, color: null, due: null, count: 0, left: 0 }
    ]
    const text = (action: RuleAction): string => ruleActionText(action, queues)
    expect(text({ do: 'enqueue', queueId: 2 })).toBe('Add them to “Thesis”')
    expect(text({ do: 'enqueue', queueId: 9 })).toBe('Add them to “a queue that was deleted”')
    expect(text({ do: 'tag', tag: 'rl' })).toBe('Tag them “rl”')
    expect([text({ do: 'star' }), text({ do: 'skip' })]).toEqual(['Star them', 'Skip them'])
  })
})
