/**
 * The import arrows of docs/architecture.md as lint rules:
 * contract <- core <- main, server; contract <- preload, renderer.
 */

/** Our own folders that code in `folder` may import from, itself apart. */
const arrows = {
  contract: [],
  core: ['contract'],
  main: ['contract', 'core'],
  server: ['contract', 'core'],
  preload: ['contract'],
  renderer: ['contract']
}

const zones = Object.entries(arrows).map(([folder, allowed]) => ({
  target: `./src/${folder}`,
  from: './src',
  except: [folder, ...allowed].map((name) => `./${name}`),
  message: `${folder} may import from ${[folder, ...allowed].join(', ')} only.`
}))

// Parts of the screen that get everything as properties, so that they can be shown and tested alone.
const ui = ['./src/renderer/features', './src/renderer/transport', './src/contract/client.ts'].map(
  (from) => ({
    target: './src/renderer/ui',
    from,
    message: 'renderer/ui has no access to the client: pass it in as a property.'
  })
)

/** Refuses packages whose name matches the expression, in one folder of src. */
const packages = (folder, regex, message) => ({
  files: [`src/${folder}/**/*`],
  rules: { 'no-restricted-imports': ['error', { patterns: [{ regex, message }] }] }
})

export const importArrows = [
  {
    files: ['src/**/*'],
    rules: { 'import-x/no-restricted-paths': ['error', { zones: [...zones, ...ui] }] }
  },
  packages('contract', '^(?!\\.|zod$)', 'contract imports nothing but zod.'),
  packages('core', '^electron', 'core is the application without a host.'),
  packages('server', '^electron', 'server runs without Electron.'),
  packages('preload', '^(?!\\.|electron$)', 'A sandboxed preload has nothing but electron.'),
  packages('renderer', '^(electron|node:|better-sqlite3|ws$)', 'renderer runs in a browser.')
]
