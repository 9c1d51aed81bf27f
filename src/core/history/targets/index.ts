import type { At, Kind, State } from '../change.ts'
import type { Target } from '../target.ts'
import { marksTarget } from './marks.ts'
import { placeTarget } from './place.ts'
import { queueTarget } from './queue.ts'
import { ruleTarget } from './rule.ts'
import { taggedTarget } from './tagged.ts'

export const targets: { readonly [On in Kind]: Target<At<On>, State<On>> } = {
  queue: queueTarget,
  rule: ruleTarget,
  marks: marksTarget,
  place: placeTarget,
  tagged: taggedTarget
}

/** In the order in which they are written: a queue is there before papers are put into it. */
export const kinds: readonly Kind[] = ['queue', 'rule', 'marks', 'place', 'tagged']
