import importX from 'eslint-plugin-import-x'
import svelte from 'eslint-plugin-svelte'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'
import { importArrows } from './scripts/lib/import-arrows.js'
import svelteConfig from './svelte.config.js'

const typed = {
  projectService: true,
  tsconfigRootDir: import.meta.dirname,
  extraFileExtensions: ['.svelte'],
  // Of the scripts in components, also where one is read because it is imported.
  parser: tseslint.parser
}

export default defineConfig(
  globalIgnores(['out', 'test-results', 'src/renderer/i18n/generated', '**/project.inlang/cache']),
  { linterOptions: { noInlineConfig: true } },

  {
    files: ['**/*.{ts,js,mjs,svelte}'],
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.svelte'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts'], 'svelte-eslint-parser': ['.svelte'] },
      'import-x/resolver': { typescript: { project: 'tsconfig.base.json' } }
    },
    rules: {
      eqeqeq: ['error', 'smart'],
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }]
    }
  },

  {
    files: ['**/*.ts', '**/*.svelte'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: typed },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': [
        'error',
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }
      ],
      // `Day | 'bad'` says more than `string`.
      '@typescript-eslint/no-redundant-type-constituents': 'off',
      // Code points are what is meant by it here.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      // Its 229 is the only sign of a composition in some browsers.
      '@typescript-eslint/no-deprecated': ['error', { allow: [{ from: 'lib', name: 'keyCode' }] }],
      // A handler may answer at once where its interface allows a promise.
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-unnecessary-condition': [
        'error',
        { allowConstantLoopConditions: 'only-allowed-literals' }
      ],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }]
    }
  },

  { files: ['**/*.svelte', '**/*.svelte.ts'], extends: [svelte.configs.recommended] },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { ...typed, svelteConfig } },
    // Not every map in a class is shown on the screen.
    rules: { 'svelte/prefer-svelte-reactivity': 'off' }
  },
  {
    // What a component exports is not known to the plain TypeScript program; svelte-check covers these.
    files: ['**/*.svelte', 'src/renderer/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off'
    }
  },

  { files: ['src/**/*'], rules: { 'max-lines': ['error', 300] } },
  ...importArrows
)
