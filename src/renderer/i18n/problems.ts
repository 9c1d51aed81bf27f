import type { DigestProblem, Severity } from '../../contract/library.ts'
import { m } from './generated/messages.js'

const sentences = new Map<string, () => string>([
  ['heading-not-understood', () => m.problem_heading()],
  ['title-not-found', () => m.problem_title()],
  ['no-day', () => m.problem_no_day()],
  ['bad-day', () => m.problem_bad_day()],
  ['votes-not-understood', () => m.problem_votes()],
  ['unexpected-text', () => m.problem_text()],
  ['not-utf8', () => m.problem_not_utf8()],
  ['nul-bytes', () => m.problem_nul_bytes()],
  ['binary-file', () => m.problem_binary()],
  ['file-too-large', () => m.problem_too_large()],
  ['file-unreadable', () => m.problem_unreadable()],
  ['empty-file', () => m.problem_empty()],
  ['no-papers', () => m.problem_no_papers()]
])

export const severityName: Record<Severity, () => string> = {
  error: () => m.severity_error(),
  warning: () => m.severity_warning(),
  info: () => m.severity_info()
}

/** A problem in the language of the screen; one that a newer dialect reports keeps its own words. */
export const problemText = ({ code, message }: Pick<DigestProblem, 'code' | 'message'>): string =>
  sentences.get(code)?.() ?? message
