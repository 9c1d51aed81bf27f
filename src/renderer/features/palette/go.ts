import type { Desk } from '../../desk.svelte.ts'
import { run } from '../keyboard/commands.ts'
import type { Target } from './items.ts'

/** Does what an item of the palette stands for. */
export async function go(desk: Desk, target: Target): Promise<void> {
  switch (target.kind) {
    case 'command':
      run(desk, target.command)
      return
    case 'list':
      await desk.open(target.ref)
      return
    case 'setting': {
      const answer = await desk.preferences.update(target.patch)
      if (!answer.ok) desk.toasts.fail(answer.error)
      return
    }
    case 'keys':
      desk.show('keys')
      return
    case 'paper': {
      const { day, id } = target.paper
      await (day === null ? desk.open({ kind: 'all' }, id) : desk.openPaperOn(day, id))
      // In a small window the list would hide what was asked for.
      desk.showPaper()
      return
    }
  }
}
