import { spawn } from 'node:child_process'
import { at } from '../../scripts/lib/project.ts'

export interface CliResult {
  code: number | null
  stdout: string
  stderr: string
}

/** Runs the built command line to its end. */
export function runCli(args: string[], input = ''): Promise<CliResult> {
  const child = spawn(process.execPath, [at('out/main/cli.js'), ...args], { stdio: 'pipe' })
  const result: CliResult = { code: null, stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (result.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (result.stderr += text))
  child.stdin.end(input)
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => resolve({ ...result, code }))
  })
}
