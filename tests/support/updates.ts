import type { Locator, Page } from '@playwright/test'
import { createHash } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { ensureElectron } from '../../build/electron.mjs'
import { newProfile, startApp, type RunningApp } from './app'
import { content, startServer, type TestServer } from './http-server'

/** A program like an AppImage, that a test owns: it leaves a file with its command line where it is started. */
const programOf = (words: string): string =>
  `#!/bin/sh\n# ${words}\nprintf '%s\\n' "$@" > "$(dirname "$0")/started.part"\nmv "$(dirname "$0")/started.part" "$(dirname "$0")/started"\n`

export const OLD_PROGRAM = programOf('the old one')
export const NEW_PROGRAM = programOf(`the new one ${'.'.repeat(200_000)}`)
export const NEW_VERSION = '9.0.0'

/** A program on a disk and the server that has a newer one. */
export interface UpdateStage {
  readonly server: TestServer
  readonly profile: string
  /** The file that the program seems to run from. */
  readonly image: string
  /** Starts the built application as if it ran from that file. */
  readonly start: () => Promise<RunningApp>
  readonly programNow: () => Promise<string>
  readonly close: () => Promise<void>
}

/** Makes a stage whose server announces nothing yet. */
export async function createUpdateStage(): Promise<UpdateStage> {
  const folder = await newProfile()
  const profile = path.join(folder, 'profile')
  const image = path.join(folder, 'Broadsheet.AppImage')
  const server = await startServer()
  await fs.mkdir(profile)
  await fs.writeFile(image, OLD_PROGRAM, { mode: 0o755 })
  await writeUpdateConfig(profile, server.url)
  const environment = {
    APPIMAGE: image,
    APPDIR: path.dirname(await ensureElectron()),
    XDG_CACHE_HOME: path.join(folder, 'cache'),
  }
  return {
    server,
    profile,
    image,
    start: () => startApp(profile, [], { environment }),
    programNow: () => fs.readFile(image, 'utf8'),
    close: server.close,
  }
}

/** Names the address of updates, as electron-builder does it among the resources of a packaged program. */
export const writeUpdateConfig = (profile: string, url: string): Promise<void> =>
  fs.writeFile(
    path.join(profile, 'dev-app-update.yml'),
    `provider: generic\nurl: ${url}\nupdaterCacheDirName: broadsheet-updater\n`,
  )

/** The file that announces a version, as electron-builder names and writes it. */
export const CHANNEL_FILE = `/latest-linux${process.arch === 'x64' ? '' : `-${process.arch}`}.yml`

/** What a server announces. */
export interface Announcement {
  readonly version?: string
  readonly notes?: string
  /** What it sends in the place of the program that it announces. */
  readonly sent?: string
}

/** Announces a version, with cookies that nobody asked for. */
export function announce(
  { server }: UpdateStage,
  { version = NEW_VERSION, notes = 'Better type.', sent = NEW_PROGRAM }: Announcement = {},
): void {
  const name = `Broadsheet-${version}-${process.arch}.AppImage`
  const sha512 = createHash('sha512').update(NEW_PROGRAM).digest('base64')
  const channel = [
    `version: ${version}`,
    'files:',
    `  - url: ${name}`,
    `    sha512: ${sha512}`,
    `    size: ${NEW_PROGRAM.length}`,
    `path: ${name}`,
    `sha512: ${sha512}`,
    // JSON is YAML.
    `releaseNotes: ${JSON.stringify(notes)}`,
    `releaseDate: '2026-11-28T08:00:00.000Z'`,
  ].join('\n')
  const cookie = { 'Set-Cookie': 'reader=42; Path=/; Max-Age=9999' }
  server.route(CHANNEL_FILE, content(channel, 'text/yaml', cookie))
  server.route(`/${name}`, content(sent, 'application/octet-stream', cookie))
}

/** Chooses the item of the menu. */
export const checkByMenu = ({ electron }: RunningApp): Promise<void> =>
  electron.evaluate(({ Menu }) => {
    const items = Menu.getApplicationMenu()?.items.flatMap(menu => menu.submenu?.items ?? [])
    items?.find(item => item.label === 'Check for Updates…')?.click()
  })

export const updatesDialog = (reader: Page): Locator => reader.getByRole('dialog', { name: 'Updates' })

/** The line across the window. */
export const updateRow = (reader: Page): Locator => reader.getByRole('region', { name: 'A newer version' })
