import type { KnipConfig } from 'knip'

export default {
  entry: [
    'src/main/index.ts',
    'src/server/cli.ts',
    'src/core/worker.ts',
    'src/preload/index.ts',
    'src/renderer/main.ts',
    // Run by npm scripts and by each other, in processes of their own.
    'scripts/*.ts',
    'scripts/paperdeck.mjs',
    'scripts/lib/unpack-chromium.ts',
    'bench/*.ts'
  ],
  project: [
    'src/**/*.{ts,svelte}',
    'scripts/**/*.{ts,js,mjs}',
    'tests/**/*.ts',
    'bench/**/*.ts',
    '!src/renderer/i18n/generated/**'
  ],
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Named in the settings of the translations, which are JSON.
  ignoreDependencies: ['@inlang/plugin-message-format']
} satisfies KnipConfig
