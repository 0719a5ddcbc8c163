// `npm run --silent bench -- TASK`: measures the application as it is built; see tests/bench/sync.ts, pages.ts, search.ts and start.ts.
import fs from 'node:fs/promises'
import path from 'node:path'
import { fail, run, say } from './console.mjs'
import { ensureDisplay } from './display.mjs'
import { PROJECT, setUp } from './setup.mjs'

const TASKS = ['sync', 'pages', 'search', 'start']
const FOLDER = path.join(PROJECT, 'out/bench')

/** Node runs no TypeScript: each process of the bench is one bundle. */
async function bundle() {
  await bundleForNode(FOLDER, {
    sync: 'tests/bench/sync.ts',
    pages: 'tests/bench/pages.ts',
    search: 'tests/bench/search.ts',
    start: 'tests/bench/start.ts',
    server: 'tests/bench/load/server.ts',
    'floor-fetch': 'tests/bench/floor/fetch.ts',
    'floor-parse': 'tests/bench/floor/parse.ts',
    'floor-electron-fetch': 'tests/bench/floor/electron-fetch.ts',
  })
  await bundleForPage(path.join(FOLDER, 'reads'), 'benchReads', 'tests/bench/app/list-reads.ts')
  await bundleApplication('store', 'benchStore', 'tests/bench/floor/store-page.ts')
  await bundleApplication('search', 'benchSearch', 'tests/bench/search/page.ts')
  for (const worker of ['worker', 'index-worker'])
    await bundleForPage(
      path.join(FOLDER, 'search'),
      'benchWorker',
      `tests/bench/search/${worker}.ts`,
      `${worker}.js`,
    )
}

/**
 * An application with one page, as the tests have it.
 *
 * @param {string} folder @param {string} name of the page's global @param {string} entry of the page
 */
async function bundleApplication(folder, name, entry) {
  const at = path.join(FOLDER, folder)
  await bundleForNode(at, { main: 'tests/support/harness-main.ts' })
  await bundleForPage(at, name, entry)
  await fs.writeFile(path.join(at, 'package.json'), '{ "name": "bench", "main": "main.mjs" }')
  const html = '<!doctype html><meta charset="utf-8"><title>bench</title><script src="/bundle.js"></script>'
  await fs.writeFile(path.join(at, 'index.html'), html)
}

/** @param {string} outDir @param {Record<string, string>} input */
const bundleForNode = (outDir, input) =>
  bundleInto(outDir, {
    target: 'node20.18',
    ssr: true,
    rollupOptions: {
      input,
      // Scripts beside this one find the project by where they stand.
      external: ['electron', /\/build\/(?:installers\/)?\w+\.mjs$/],
      output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
    },
  })

/**
 * @param {string} outDir @param {string} name of the global that holds what it exports @param {string} entry
 * @param {string} [file]
 */
const bundleForPage = (outDir, name, entry, file = 'bundle.js') =>
  bundleInto(outDir, {
    target: 'chrome130',
    minify: false,
    lib: { entry: path.join(PROJECT, entry), formats: ['iife'], name, fileName: () => file },
  })

/** @param {string} outDir @param {import('vite').BuildOptions} options */
async function bundleInto(outDir, options) {
  const { build } = await import('vite')
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'error',
    publicDir: false,
    build: { outDir, emptyOutDir: false, ...options },
  })
}

const [task = '', ...rest] = process.argv.slice(2)
if (!TASKS.includes(task)) fail(`Say what to measure: ${TASKS.join(', ')}.`)
if (process.platform !== 'linux') fail('The bench reads the CPU time of processes as Linux tells it.')
await setUp()
say('building the bench …')
await bundle()
const display = await ensureDisplay()
const code = await run(process.execPath, [path.join(FOLDER, `${task}.mjs`), ...rest], { env: display.env })
display.stop()
process.exit(code)
