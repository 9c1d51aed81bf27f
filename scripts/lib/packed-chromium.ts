import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { at } from './project.ts'

const packageFile = at('node_modules/@sparticuz/chromium/package.json')
/** The fonts of the system first, then the one that the package brings. */
const fontsConf = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`

/**
 * The Chromium of the package @sparticuz/chromium, unpacked once. It is made for a serverless platform: only
 * where it takes itself to be there does it unpack the libraries that a bare Linux lacks, and always into the
 * folder for temporary files. Undefined where the package has no program for this machine.
 */
export function packedChromium(): { path: string; env: Record<string, string> } | undefined {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(packageFile)) return undefined
  const { version } = JSON.parse(readFileSync(packageFile, 'utf8')) as { version: string }
  const cache = at('node_modules/.cache')
  const folder = join(cache, `chromium-${version}`)
  if (!existsSync(folder)) {
    mkdirSync(cache, { recursive: true })
    const fresh = mkdtempSync(join(cache, 'chromium-'))
    const { status } = spawnSync(process.execPath, [at('scripts/lib/unpack-chromium.ts')], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' }
    })
    if (status !== 0) {
      rmSync(fresh, { recursive: true, force: true })
      return undefined
    }
    renameSync(fresh, folder)
    writeFileSync(join(folder, 'fonts.conf'), fontsConf(folder))
  }
  return {
    path: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  }
}
