import fc from 'fast-check'

/** A paper as a made-up digest writes it; `paper` says which one it is. */
export interface PaperSpec {
  paper: number
  title: number
  link: number
  votes: number | '-' | 'many' | null
  summary: number
}

/** Papers under one day's heading; `null`: no heading, so that the file's name tells the day, or nothing does. */
export interface SectionSpec {
  day: number | null
  papers: PaperSpec[]
}

export type DocumentSpec = SectionSpec[]

const days = ['2024-01-05', '2024-01-06', '2024-02-31', '2023-12-30']
const links: readonly (readonly string[])[] = [
  ...[1, 2, 3, 4, 5].map((number) => [
    `https://arxiv.org/abs/2401.0000${number}`,
    `https://arxiv.org/abs/2401.0000${number}v2`,
    `https://huggingface.co/papers/2401.0000${number}`
  ]),
  ['https://openreview.net/forum?id=Six', 'http://www.openreview.net/forum?id=Six#top'],
  ['https://example.org/seven/', 'https://example.org/seven'],
  []
]
const titles = [
  'Diffusion [IDK] in Latent Space',
  'LLM$\\times$MapReduce',
  '확산 모델의 정렬',
  'Diffusion Again'
]
const summaries = [
  ['- 확산 모델(diffusion model)을 다룬다.'],
  ["- **What's New**: 새로운 방법.", '  - (1) nested', 'continued'],
  ['- **Results**: 90% https://github.com/x/y에서'],
  ['Stray words.', '- bullet'],
  []
]

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % list.length]

export function documentText(document: DocumentSpec): string {
  return document.map(sectionText).join('\n')
}

function sectionText({ day, papers }: SectionSpec): string {
  const heading = day === null ? '' : `## Daily Papers (${pick(days, day) ?? ''})\n\n`
  return heading + papers.map(paperText).join('\n')
}

export function paperText(spec: PaperSpec): string {
  const forms = pick(links, spec.paper) ?? []
  const title = `${pick(titles, spec.title) ?? ''} ${spec.paper}`
  const link = pick(forms, spec.link)
  const lines = [link === undefined ? `### ${title}` : `### [${title}](${link})`, '']
  if (spec.votes !== null) lines.push(`Vote: ${spec.votes}`, '')
  lines.push(`Authors: Ada Lovelace, Kim Minji${spec.title === 3 ? ', +' : ''}`, '')
  lines.push(...(pick(summaries, spec.summary) ?? []))
  return `${lines.join('\n')}\n`
}

export const paperSpec: fc.Arbitrary<PaperSpec> = fc.record({
  paper: fc.nat(links.length - 1),
  title: fc.nat(titles.length - 1),
  link: fc.nat(2),
  votes: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 9 }) },
    { weight: 1, arbitrary: fc.constantFrom<PaperSpec['votes'][]>('-', 'many', null, 128) }
  ),
  summary: fc.nat(summaries.length - 1)
})

export const documentSpec: fc.Arbitrary<DocumentSpec> = fc.array(
  fc.record({
    day: fc.oneof(
      { weight: 5, arbitrary: fc.nat(days.length - 1) },
      { weight: 1, arbitrary: fc.constant(null) }
    ),
    papers: fc.array(paperSpec, { minLength: 1, maxLength: 4 })
  }),
  { minLength: 1, maxLength: 2 }
)
