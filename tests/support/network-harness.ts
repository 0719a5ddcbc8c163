import { test as base, type ElectronApplication } from '@playwright/test'
import path from 'node:path'
import { build } from 'vite'
import { launchElectron, type LaunchedElectron } from './electron'
import type { FetchRequest, ProxySetting } from '../../main/network'
import type { PlainResult, Setup } from './network-main'
import { startServer, type TestServer } from './http-server'

const PROJECT = path.resolve(import.meta.dirname, '../..')

/** One client in the real main process. */
export interface RemoteClient {
  /** Fetches; `kind` is feed and `trust` typed unless the request says otherwise. */
  readonly fetch: (
    request: string | (Partial<FetchRequest> & Pick<FetchRequest, 'url'>),
    cancelAfterMs?: number,
  ) => Promise<PlainResult>
  readonly useProxy: (setting: ProxySetting) => Promise<boolean>
}

interface Fixtures {
  /** A server for one test. */
  readonly server: TestServer
  /** Makes a client for one test. */
  readonly open: (setup?: Setup) => Promise<RemoteClient>
}

/** A `test` with a real server and clients in a real Electron, one Electron a worker. */
export const test = base.extend<Fixtures, { electron: ElectronApplication }>({
  electron: [
    // Playwright reads the names of the fixtures that are needed from this pattern.
    // eslint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const { electron, close } = await launch()
      await provide(electron)
      await close()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  // eslint-disable-next-line no-empty-pattern
  server: async ({}, provide) => {
    const server = await startServer()
    await provide(server)
    await server.close()
  },
  open: async ({ electron }, provide) => {
    await provide(async (setup = {}) => {
      const client = await electron.evaluate((_, given) => globalThis.networkTest.open(given), setup)
      return {
        fetch: (request, cancelAfterMs) => {
          const given = typeof request === 'string' ? { url: request } : request
          const whole: FetchRequest = { kind: 'feed', trust: 'typed', ...given }
          return electron.evaluate(
            (_, [number, asked, after]) => globalThis.networkTest.fetch(number, asked, after),
            [client, whole, cancelAfterMs ?? null] as const,
          )
        },
        useProxy: setting =>
          electron.evaluate((_, [number, given]) => globalThis.networkTest.useProxy(number, given), [
            client,
            setting,
          ] as const),
      }
    })
  },
})

async function launch(): Promise<LaunchedElectron> {
  const folder = path.join(PROJECT, 'out/tests', `network-${process.env['TEST_PARALLEL_INDEX'] ?? '0'}`)
  await build({
    configFile: false,
    root: PROJECT,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir: folder,
      target: 'node20.18',
      ssr: path.join(import.meta.dirname, 'network-main.ts'),
      rollupOptions: { external: ['electron'], output: { format: 'es', entryFileNames: 'main.mjs' } },
    },
  })
  return launchElectron([
    // Names that lead nowhere do so at once, whatever resolver the machine has.
    '--host-resolver-rules=MAP *.invalid ^NOTFOUND',
    path.join(folder, 'main.mjs'),
  ])
}
