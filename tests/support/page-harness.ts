import { test as base, type Page, type Worker } from '@playwright/test'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { build, type InlineConfig } from 'vite'
import { launchElectron } from './electron'

const PROJECT = path.resolve(import.meta.dirname, '../..')

/** A page of the real Chromium with a folder's face as a global. */
export interface Harness {
  readonly page: Page
  /** A worker of the page with the same global: what the app does in workers can be done nowhere else. */
  readonly worker: Worker
  /** Starts another one. */
  readonly startWorker: () => Promise<Worker>
  /** Of Electron's first process. */
  readonly pid: number
  /** Starts Electron again on the same bundle and data, after it ended by whatever means. */
  readonly again: () => Promise<Harness>
  /** Ends Electron; the profile stays where the caller named one. */
  readonly close: () => Promise<void>
}

export interface HarnessOptions {
  /** The global that holds the entry's exports, and the name of the folder under `out/tests`. */
  readonly name: string
  /** The module to bundle, relative to the project: `renderer/pages/index.ts`. */
  readonly entry: string
  /** A folder for Chromium's data, to open the same database again; without it each launch starts empty. */
  readonly profile?: string
}

/**
 * Bundles a module for Chromium and opens it in a hidden page of `app://broadsheet`, where IndexedDB and
 * `crypto.subtle` work as they do in the app. Code passed to `page.evaluate` finds the exports at `globalThis[name]`.
 *
 * @throws when the bundle fails or Electron does not start
 */
export async function launchHarness({ name, entry, profile }: HarnessOptions): Promise<Harness> {
  // Workers run side by side: each has its own bundle.
  const folder = path.join(PROJECT, 'out/tests', `${name}-${process.env['TEST_PARALLEL_INDEX'] ?? '0'}`)
  await bundle(name, entry, folder)
  const data = profile ?? (await fs.mkdtemp(path.join(os.tmpdir(), 'broadsheet-harness-')))
  return start(name, folder, data, profile === undefined)
}

async function start(name: string, folder: string, data: string, isOwn: boolean): Promise<Harness> {
  const { electron, close: end } = await launchElectron([folder], { HARNESS_PROFILE: data })
  const page = await electron.firstWindow()
  await page.waitForFunction(global => global in globalThis, name)
  const close = async (): Promise<void> => {
    await end()
    if (isOwn) await fs.rm(data, { recursive: true, force: true })
  }
  const another = (): Promise<Worker> => startWorker(page, name)
  const worker = await another()
  const pid = electron.process().pid ?? 0
  return { page, worker, startWorker: another, pid, again: () => start(name, folder, data, isOwn), close }
}

async function startWorker(page: Page, name: string): Promise<Worker> {
  const [worker] = await Promise.all([
    page.waitForEvent('worker'),
    page.evaluate(() => {
      const started = new Worker('/bundle.js')
      // For tests that talk to it.
      Object.assign(globalThis, { worker: started })
    }),
  ])
  while (!(await worker.evaluate(global => global in globalThis, name)));
  return worker
}

/**
 * A `test` with a worker fixture `harness`: one Electron for all tests of a file. Put
 * `test.describe.configure({ mode: 'default' })` at the head of the file, so that the file stays in one worker.
 */
export function harnessTest(name: string, entry: string) {
  return base.extend<object, { harness: Harness }>({
    harness: [
      // Playwright reads the names of the fixtures that are needed from this pattern.
      // eslint-disable-next-line no-empty-pattern
      async ({}, use) => {
        const harness = await launchHarness({ name, entry })
        await use(harness)
        await harness.close()
      },
      { scope: 'worker', timeout: 120_000 },
    ],
  })
}

const COMMON: InlineConfig = { configFile: false, root: PROJECT, logLevel: 'error', publicDir: false }

async function bundle(name: string, entry: string, folder: string): Promise<void> {
  await build({
    ...COMMON,
    build: {
      outDir: folder,
      target: 'chrome130',
      minify: false,
      lib: { entry: path.join(PROJECT, entry), formats: ['iife'], name, fileName: () => 'bundle.js' },
    },
  })
  await build({
    ...COMMON,
    build: {
      outDir: folder,
      emptyOutDir: false,
      target: 'node20.18',
      ssr: path.join(import.meta.dirname, 'harness-main.ts'),
      rollupOptions: { external: ['electron'], output: { format: 'es', entryFileNames: 'main.mjs' } },
    },
  })
  await fs.writeFile(path.join(folder, 'package.json'), JSON.stringify({ name: 'harness', main: 'main.mjs' }))
  const html = '<!doctype html><meta charset="utf-8"><title>harness</title><script src="/bundle.js"></script>'
  await fs.writeFile(path.join(folder, 'index.html'), html)
}
