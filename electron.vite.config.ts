import { resolve } from 'node:path'
import { paraglideVitePlugin } from '@inlang/paraglide-js'
import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

export default defineConfig({
  main: {
    build: {
      // Two programs from one build: Electron's main process, and the command line with the web host.
      rolldownOptions: { input: { index: at('src/main/index.ts'), cli: at('src/server/cli.ts') } }
    }
  },
  preload: {
    build: {
      // A sandboxed preload must be one CommonJS file.
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' }
      }
    }
  },
  renderer: {
    root: at('src/renderer'),
    build: {
      // data: URLs would be refused by the content security policy.
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: { input: { index: at('src/renderer/index.html') } }
    },
    plugins: [
      paraglideVitePlugin({
        project: at('src/renderer/i18n/project.inlang'),
        outdir: at('src/renderer/i18n/generated'),
        strategy: ['globalVariable', 'baseLocale']
      }),
      svelte({ configFile: at('svelte.config.js') })
    ]
  }
})
