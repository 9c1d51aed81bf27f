import type { Handlers } from '../dispatch.ts'
import type { Library } from '../library.ts'

export const queueHandlers = ({ queues }: Library) =>
  ({
    'queues.create': ({ name, color }) => queues.create(name, color ?? null),
    'queues.rename': ({ id, name }) => queues.rename(id, name),
    'queues.setColor': ({ id, color }) => queues.setColor(id, color),
    'queues.setDue': ({ id, due }) => queues.setDue(id, due),
    'queues.move': ({ id, before }) => queues.move(id, before),
    'queues.delete': ({ id }) => queues.delete(id),
    'queues.add': ({ id, ids }) => queues.add(id, ids),
    'queues.remove': ({ id, ids }) => queues.remove(id, ids),
    'queues.arrange': ({ id, ids, before }) => queues.arrange(id, ids, before)
  }) satisfies Partial<Handlers>
