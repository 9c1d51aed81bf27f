import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { toBibtex, type CitedPaper } from '../../../../src/core/export/bibtex/index.ts'
import { hardPapers, hostilePaper } from './papers.ts'

const styles = ['plain', 'abbrv', 'alpha', 'ieeetr'] as const

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'paperdeck-bibtex-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const run = (command: string, ...args: string[]): { status: number | null; output: string } => {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' })
  return { status, output: stdout + stderr }
}

/** Why the machine can't say what BibTeX thinks, or null: Debian has it in texlive-binaries, its styles in texlive-base. */
function missingBibtex(): string | null {
  const found = spawnSync(
    'kpsewhich',
    styles.map((style) => `${style}.bst`),
    { encoding: 'utf8' }
  )
  if (found.error || spawnSync('bibtex', ['--version']).error) return 'bibtex is not installed'
  return found.status === 0 ? null : "bibtex's standard styles are not installed"
}

function missingLatex(): string | null {
  return spawnSync('pdflatex', ['--version']).error ? 'pdflatex is not installed' : missingBibtex()
}

/** Runs BibTeX on all of them; gives what it complains of, and how many entries it wrote. */
function bibtex(papers: readonly CitedPaper[], style: string): { complaints: string[]; entries: number } {
  writeFileSync(join(folder, 'papers.bib'), toBibtex(papers))
  writeFileSync(
    join(folder, 'papers.aux'),
    `\\relax\n\\citation{*}\n\\bibstyle{${style}}\n\\bibdata{papers}\n`
  )
  const { status, output } = run('bibtex', 'papers')
  const complaints = output.split('\n').filter((line) => /warning|error|---|I'm/i.test(line))
  if (status !== 0) complaints.push(`exit ${status}`)
  const entries = readFileSync(join(folder, 'papers.bbl'), 'latin1').match(/\\bibitem/g)?.length ?? 0
  return { complaints, entries }
}

describe('bibtex', () => {
  it.for(styles)('takes every hard case in the style %s without a warning', (style, context) => {
    const missing = missingBibtex()
    if (missing !== null) return context.skip(missing)
    const papers = hardPapers()
    expect(bibtex(papers, style)).toEqual({ complaints: [], entries: papers.length })
  })

  it.for(styles)('takes anything at all in the style %s without a warning', (style, context) => {
    const missing = missingBibtex()
    if (missing !== null) return context.skip(missing)
    // Unlike names and years: after 26 equal labels the alpha style itself goes wrong.
    const papers = fc
      .sample(hostilePaper, { numRuns: 300, seed: 20231220 })
      .map((paper, i) => ({ ...paper, citationKey: `key${i}`, arxivId: null, day: `${1900 + i}-01-01` }))
    expect(bibtex(papers, style)).toEqual({ complaints: [], entries: papers.length })
  })
})

describe('a document', () => {
  it('with every hard case that is ASCII compiles', (context) => {
    const missing = missingLatex()
    if (missing !== null) return context.skip(missing)
    const papers = hardPapers().filter((paper) => /^[\x20-\x7e\n]*$/.test(toBibtex([paper])))
    expect(bibtex(papers, 'plain').complaints).toEqual([])
    writeFileSync(
      join(folder, 'document.tex'),
      '\\documentclass{article}\\usepackage[T1]{fontenc}\\usepackage{amssymb,url}' +
        '\\begin{document}\\input{papers.bbl}\\end{document}\n'
    )
    const { status, output } = run('pdflatex', '-draftmode', '-interaction=nonstopmode', 'document')
    expect(output.split('\n').filter((line) => line.startsWith('!'))).toEqual([])
    expect(status).toBe(0)
  })
})
