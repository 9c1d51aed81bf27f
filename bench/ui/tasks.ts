import type { Browser, Page } from '@playwright/test'
import { z } from 'zod'

/** Work of the page's main thread, in milliseconds of wall time. */
export interface Tasks {
  longest: number
  /** How many took longer than 50 ms. */
  over: number
  /** Processor time of the longest, which other programs of the machine don't lengthen. */
  longestCpu: number
}

const LONG_MS = 50

/** https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU: times in microseconds. */
const eventSchema = z.object({
  name: z.string(),
  ph: z.string(),
  pid: z.number(),
  tid: z.number(),
  dur: z.number().optional(),
  tdur: z.number().optional(),
  args: z.record(z.string(), z.unknown()).optional()
})
type TraceEvent = z.infer<typeof eventSchema>
const traceSchema = z.object({ traceEvents: z.array(eventSchema) })

/** Records a trace of a piece of work and finds the tasks of the page's main thread in it. */
export async function watchTasks<Answer>(
  browser: Browser,
  page: Page,
  work: () => Promise<Answer>
): Promise<{ result: Answer; tasks: Tasks }> {
  await browser.startTracing(page, { categories: ['toplevel'] })
  const result = await work()
  const { traceEvents } = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString('utf8')))
  return { result, tasks: measured(busiestMainThread(traceEvents)) }
}

const measured = (tasks: readonly TraceEvent[]): Tasks => ({
  longest: tasks.reduce((most, { dur = 0 }) => Math.max(most, dur), 0) / 1000,
  over: tasks.filter(({ dur = 0 }) => dur > LONG_MS * 1000).length,
  longestCpu: tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur), 0) / 1000
})

/** Tasks of the renderer whose main thread did most: a browser keeps others in reserve. */
function busiestMainThread(events: readonly TraceEvent[]): TraceEvent[] {
  const threads = new Map<string, { tasks: TraceEvent[]; busy: number }>()
  for (const { name, args, pid, tid } of events)
    if (name === 'thread_name' && args?.['name'] === 'CrRendererMain')
      threads.set(`${pid} ${tid}`, { tasks: [], busy: 0 })
  for (const event of events) {
    const thread = threads.get(`${event.pid} ${event.tid}`)
    if (!thread || event.ph !== 'X' || !/RunTask$/.test(event.name)) continue
    thread.tasks.push(event)
    thread.busy += event.dur ?? 0
  }
  const [busiest] = [...threads.values()].sort((a, b) => b.busy - a.busy)
  if (!busiest || busiest.tasks.length === 0) throw new Error('the trace holds no task of the page')
  return busiest.tasks
}
