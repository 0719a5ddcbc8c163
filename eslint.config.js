import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import { layers } from './build/lint/layers.js'

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'No default exports: export a name, so that one thing has one name everywhere.',
}

export default tseslint.config(
  { ignores: ['node_modules', 'out', 'dist', 'test-results'] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    plugins: { broadsheet: { rules: { layers } }, 'react-hooks': reactHooks },
    rules: {
      'broadsheet/layers': 'error',
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['main/**', 'preload/**'],
    ignores: ['main/ipc.ts', 'preload/ipc.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            {
              name: 'electron',
              importNames: ['ipcMain'],
              message: 'Use `handle` and `send` from main/ipc.ts: they check the sender.',
            },
            {
              name: 'electron',
              importNames: ['ipcRenderer'],
              message: 'Use `invoke` and `listen` from preload/ipc.ts: they know the contract.',
            },
          ],
        },
      ],
    },
  },
  {
    files: ['**/*.js', '**/*.mjs', 'build/**'],
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
      },
    },
  },
  // Their loaders ask for a default export.
  {
    files: ['*.config.{js,ts}', 'tests/**/*.config.ts', 'tests/support/summary.ts'],
    rules: { 'no-restricted-syntax': 'off' },
  },
)
