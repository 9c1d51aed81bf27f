import { ESLint } from 'eslint'
import tseslint from 'typescript-eslint'
import { describe, expect, test } from 'vitest'
import { root } from '../../scripts/lib/project.ts'

// The project's own rules; only those that need the whole program are left out, as these files do not exist.
const eslint = new ESLint({ cwd: root, overrideConfig: [tseslint.configs.disableTypeChecked] })

/** The rules that a one-line file at this path breaks by its imports. */
async function broken(filePath: string, line: string): Promise<string[]> {
  const text = filePath.endsWith('.svelte') ? `<script lang="ts">\n${line}\n</script>\n` : `${line}\n`
  const [result] = await eslint.lintText(text, { filePath })
  const rules = result?.messages.map(({ ruleId, message }) => ruleId ?? message) ?? []
  return rules.filter((rule) => !rule.includes('unused-vars'))
}

const paths = ['import-x/no-restricted-paths']
const packages = ['no-restricted-imports']

describe('an import against the arrows is refused', () => {
  test.each([
    ['src/contract/x.ts', "import { dispatch } from '../core/dispatch.ts'", paths],
    ['src/contract/x.ts', "import { readFileSync } from 'node:fs'", packages],
    ['src/core/x.ts', "import { app } from 'electron'", packages],
    ['src/core/digests/x.ts', "import type { App } from 'electron/main'", packages],
    ['src/core/x.ts', "import { startWebHost } from '../server/http.ts'", paths],
    ['src/main/x.ts', "import { startWebHost } from '../server/http.ts'", paths],
    ['src/server/x.ts', "import { ipc } from '../main/ipc.ts'", paths],
    ['src/server/x.ts', "import { app } from 'electron'", packages],
    ['src/preload/x.ts', "import { z } from 'zod'", packages],
    ['src/preload/x.ts', "import { dispatch } from '../core/dispatch.ts'", paths],
    ['src/renderer/x.ts', "import { dispatch } from '../core/dispatch.ts'", paths],
    ['src/renderer/x.svelte', "import { dispatch } from '../core/dispatch.ts'", paths],
    ['src/renderer/x.ts', "import { readFileSync } from 'node:fs'", packages],
    ['src/renderer/ui/x.svelte', "import { createClient } from '../../contract/client.ts'", paths]
  ])('%s: %s', async (file, line, rules) => {
    expect(await broken(file, line)).toEqual(rules)
  })
})

describe('an import along the arrows is fine', () => {
  test.each([
    ['src/contract/x.ts', "import { z } from 'zod'"],
    ['src/core/x.ts', "import type { Paper } from '../contract/model.ts'"],
    ['src/core/digests/x.ts', "import { open } from '../db/open.ts'"],
    ['src/main/x.ts', "import { app } from 'electron'"],
    ['src/main/x.ts', "import { dispatch } from '../core/dispatch.ts'"],
    ['src/server/x.ts', "import { dispatch } from '../core/dispatch.ts'"],
    ['src/renderer/x.svelte', "import type { Paper } from '../contract/model.ts'"],
    ['src/renderer/ui/x.svelte', "import type { Paper } from '../../contract/model.ts'"]
  ])('%s: %s', async (file, line) => {
    expect(await broken(file, line)).toEqual([])
  })
})
