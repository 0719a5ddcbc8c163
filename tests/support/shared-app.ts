import { test } from '@playwright/test'
import { newProfile, startApp, type RunningApp } from './app'
import { startServer, type TestServer } from './http-server'
import { lookAround } from './reader'

/**
 * One application on a fresh profile and one server for all tests of a file, which then run one after the other.
 *
 * @param started is handed both before the first test
 */
export function shareApp(started: (app: RunningApp, server: TestServer) => void): void {
  let end = async (): Promise<void> => undefined
  test.describe.configure({ mode: 'serial' })
  test.beforeAll(async () => {
    const server = await startServer()
    const app = await startApp(await newProfile())
    end = async () => {
      await app.close()
      await server.close()
    }
    started(app, server)
    await lookAround(app.reader)
  })
  test.afterAll(() => end())
}
