import react from '@vitejs/plugin-react'
import { resolve } from 'node:path'
import { defineConfig } from 'electron-vite'

const at = (path: string): string => resolve(import.meta.dirname, path)

// Targets are named because they would otherwise follow the Electron that happens to be installed:
// the code runs unchanged on Electron 33 (Chromium 130) and on the current stable.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      // What is installed has no node_modules.
      externalizeDeps: false,
      rollupOptions: {
        input: { index: at('main/index.ts'), evaluate: at('main/evaluate.ts') },
        // Beside the entries, so that paths relative to a module are the same in every file.
        output: { chunkFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      // A sandboxed preload can load neither ES modules nor packages nor files beside it: one CommonJS file each.
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: {
        input: { reader: at('preload/reader.ts'), ingest: at('preload/ingest.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      target: 'chrome130',
      minify: true,
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: {
          reader: at('renderer/reader/index.html'),
          ingest: at('renderer/ingest/index.html'),
          evaluate: at('renderer/evaluate/index.html'),
        },
      },
    },
  },
})
