import type { KnipConfig } from 'knip'

export default {
  entry: [
    'src/server/cli.ts',
    'src/core/worker.ts',
    // Run by npm scripts and by each other, in processes of their own.
    'scripts/*.ts',
    'scripts/lib/unpack-chromium.ts',
    'bench/*/run.ts'
  ],
  project: [
    'src/**/*.{ts,svelte}',
    'scripts/**/*.{ts,js,mjs}',
    'tests/**/*.ts',
    'bench/**/*.ts',
    '!src/renderer/i18n/generated/**'
  ],
  // What is used is no dead code, whether or not it had to be exported.
  ignoreExportsUsedInFile: true,
  // Named in the settings of the translations, which are JSON, and in a style sheet.
  ignoreDependencies: ['@inlang/plugin-message-format', 'pretendard'],
  // A test of what bibtex accepts is skipped where it is missing.
  ignoreBinaries: ['bibtex', 'kpsewhich', 'pdflatex']
} satisfies KnipConfig
