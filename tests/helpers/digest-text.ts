/** A paper of a made-up digest. */
export interface PaperText {
  id?: string
  title?: string
  url?: string
  votes?: number | '-' | null
  authors?: string
  summary?: string[]
}

/** A digest in the archive's shape. */
export function digestText(day: string, papers: readonly PaperText[]): string {
  return [`## Daily Papers (${day})`, ...papers.map(paperText)].join('\n\n') + '\n'
}

function paperText(paper: PaperText): string {
  const id = paper.id ?? '2401.00001'
  const parts = [`### [${paper.title ?? `Paper ${id}`}](${paper.url ?? `https://arxiv.org/abs/${id}`})`]
  if (paper.votes !== null) parts.push(`Vote: ${paper.votes ?? 5}`)
  parts.push(`Authors: ${paper.authors ?? 'Ada Lovelace, Kim Minji'}`)
  parts.push(
    (paper.summary ?? ['확산 모델(diffusion model)을 다룬다.']).map((text) => `- ${text}`).join('\n')
  )
  return parts.join('\n\n')
}
