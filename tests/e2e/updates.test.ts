import { expect, test, type Page } from '@playwright/test'
import { existsSync } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'
import { newProfile, startApp, type RunningApp } from '../support/app'
import { content, silent, stalled, startServer, status } from '../support/http-server'
import { addDialog, addFiles, lookAround, place, makeLibraryNewer } from '../support/reader'
import {
  announce,
  CHANNEL_FILE,
  checkByMenu,
  createUpdateStage,
  NEW_PROGRAM,
  OLD_PROGRAM,
  updateRow,
  updatesDialog,
  writeUpdateConfig,
  type UpdateStage,
} from '../support/updates'

test.skip(process.platform !== 'linux', 'the target that a test can own is the AppImage')

const NOTES = `Better type & <b>rules</b>
<script>document.title = 'hacked'</script><img src=x onerror="document.title = 'hacked'">`

/** The same from every machine. */
const CONSTANT_HEADERS = {
  accept: '*/*',
  'accept-encoding': expect.stringMatching(/^gzip, deflate\b/) as unknown,
  'accept-language': '*',
  'sec-fetch-dest': 'empty',
  'sec-fetch-mode': 'no-cors',
  'sec-fetch-site': 'none',
  'user-agent': 'Broadsheet',
}

let stage: UpdateStage
test.beforeEach(async () => {
  stage = await createUpdateStage()
})
test.afterEach(() => stage.close())

/** Starts, looks around, and does not want newer versions looked for. */
async function startQuietly(): Promise<RunningApp> {
  const app = await stage.start()
  await lookAround(app.reader)
  await app.reader.getByRole('region', { name: 'Updates' }).getByRole('button', { name: 'No' }).click()
  return app
}

async function saveKnots(reader: Page): Promise<void> {
  const buffer = Buffer.from('A page about knots\n\nThe bowline holds, and it can be untied again.\n')
  await addFiles(reader, [{ name: 'knots.txt', mimeType: 'text/plain', buffer }])
  await expect(addDialog(reader)).toContainText('is kept in Saved')
  await reader.keyboard.press('Escape')
}

/** Asks for an update and downloads it. */
async function downloadIt(app: RunningApp): Promise<void> {
  await checkByMenu(app)
  const dialog = updatesDialog(app.reader)
  await expect(dialog).toContainText('Broadsheet 9.0.0 is out.')
  await dialog.getByRole('button', { name: 'Download' }).click()
}

const backupsIn = async (profile: string): Promise<readonly string[]> =>
  (await fs.readdir(path.join(profile, 'backups')).catch(() => [])).filter(name => name.endsWith('.gz'))

test('an update is shown, downloaded, verified and installed after a backup, and nobody is told who asked', async () => {
  announce(stage, { notes: NOTES })
  const app = await startQuietly()
  const { reader } = app
  await saveKnots(reader)
  expect(stage.server.requests).toEqual([])
  await checkByMenu(app)
  const dialog = updatesDialog(reader)
  await expect(dialog).toContainText('Broadsheet 9.0.0 is out.')
  // Text, whatever it looks like.
  await expect(dialog.getByRole('region', { name: 'What is new in 9.0.0' }).locator('p')).toHaveText(NOTES)
  await expect(dialog.locator('b, script, img')).toHaveCount(0)
  expect(await reader.title()).not.toBe('hacked')
  await dialog.getByRole('button', { name: 'Download' }).click()
  await expect(dialog).toContainText('Broadsheet 9.0.0 is ready.')
  expect(await stage.programNow()).toBe(OLD_PROGRAM)
  await reader.keyboard.press('Escape')
  await expect(updateRow(reader)).toContainText('Broadsheet 9.0.0 is ready.')

  await updateRow(reader).getByRole('button', { name: 'Restart now' }).click()
  await expect
    .poll(() => existsSync(path.join(path.dirname(stage.image), 'started')), { timeout: 30_000 })
    .toBe(true)
  expect(await stage.programNow()).toBe(NEW_PROGRAM)
  const started = await fs.readFile(path.join(path.dirname(stage.image), 'started'), 'utf8')
  expect(started.split('\n')).toContain(`--user-data-dir=${stage.profile}`)
  const [backup = ''] = await backupsIn(stage.profile)
  const written = (await fs.stat(path.join(stage.profile, 'backups', backup))).mtimeMs
  expect(written).toBeLessThan((await fs.stat(stage.image)).ctimeMs)
  await app.close()

  expect(stage.server.requests.map(({ url }) => url.replace(/\?noCache=\w+$/, ''))).toEqual([
    CHANNEL_FILE,
    `/Broadsheet-9.0.0-${process.arch}.AppImage`,
  ])
  for (const { headers } of stage.server.requests) {
    const { host: _host, connection: _connection, ...said } = headers
    expect(said).toEqual(CONSTANT_HEADERS)
  }
  expect(existsSync(path.join(stage.profile, '.updaterId'))).toBe(false)
})

test('a damaged download is refused, and the old program goes on byte for byte', async () => {
  announce(stage, { sent: NEW_PROGRAM.replace('....', '.,..') })
  const app = await startQuietly()
  await downloadIt(app)
  const dialog = updatesDialog(app.reader)
  await expect(dialog).toContainText('What was downloaded is damaged, so it was thrown away.')
  await expect(updateRow(app.reader).getByRole('alert')).toHaveCount(1)
  expect(await stage.programNow()).toBe(OLD_PROGRAM)
  const pending = path.join(path.dirname(stage.image), 'cache/broadsheet-updater/pending')
  expect(await fs.readdir(pending)).toEqual([])

  announce(stage)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog).toContainText('Broadsheet 9.0.0 is ready.')
  await app.close()
  expect(await stage.programNow()).toBe(OLD_PROGRAM)
})

test('without a backup nothing is installed', async () => {
  announce(stage)
  const app = await startQuietly()
  await saveKnots(app.reader)
  await downloadIt(app)
  await expect(updatesDialog(app.reader)).toContainText('is ready')
  const backups = path.join(stage.profile, 'backups')
  await fs.rm(backups, { recursive: true, force: true })
  await fs.writeFile(backups, 'in the way')
  await updatesDialog(app.reader).getByRole('button', { name: 'Restart now' }).click()
  await expect(updatesDialog(app.reader)).toContainText(
    'Your library could not be backed up, so nothing was installed.',
  )
  expect(await stage.programNow()).toBe(OLD_PROGRAM)

  await fs.rm(backups)
  await updatesDialog(app.reader).getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => stage.programNow(), { timeout: 30_000 }).toBe(NEW_PROGRAM)
  expect(await backupsIn(stage.profile)).toHaveLength(1)
  await app.close()
})

test('servers that are dead, have nothing, or talk nonsense are answered with a sentence', async () => {
  const dead = await startServer()
  await dead.close()
  await writeUpdateConfig(stage.profile, dead.url)
  const lost = await startQuietly()
  await checkByMenu(lost)
  await expect(updatesDialog(lost.reader)).toContainText('The address of updates does not answer.', {
    timeout: 20_000,
  })
  await lost.close()

  await writeUpdateConfig(stage.profile, stage.server.url)
  const app = await stage.start()
  await expect(place(app.reader, 'All')).toBeVisible()
  const dialog = updatesDialog(app.reader)
  const nonsense = [
    status(404),
    content('version: [', 'text/yaml'),
    content('version: soon\nfiles: []', 'text/yaml'),
  ]
  await checkByMenu(app)
  await expect(dialog).toContainText('says nothing that can be understood')
  for (const handler of nonsense) {
    stage.server.route(CHANNEL_FILE, handler)
    const before = stage.server.requests.length
    await dialog.getByRole('button', { name: 'Try again' }).click()
    await expect.poll(() => stage.server.requests.length).toBe(before + 1)
    await expect(dialog).toContainText('says nothing that can be understood')
  }
  stage.server.route(CHANNEL_FILE, silent)
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog).toContainText('Looking for a newer version…')
  await expect(dialog).toContainText('The address of updates does not answer.', { timeout: 40_000 })
  stage.server.route(CHANNEL_FILE, status(503))
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await expect(dialog).toContainText('The address of updates does not answer.')
  await app.close()
  expect(await stage.programNow()).toBe(OLD_PROGRAM)
})

test('a download can be stopped, and begun again', async () => {
  announce(stage)
  const program = `/Broadsheet-9.0.0-${process.arch}.AppImage`
  stage.server.route(program, stalled(NEW_PROGRAM.slice(0, 90_000)))
  const app = await startQuietly()
  await downloadIt(app)
  const dialog = updatesDialog(app.reader)
  await expect(dialog).toContainText('Broadsheet 9.0.0 is being downloaded')
  await expect.poll(() => stage.server.requests.map(({ url }) => url)).toContain(program)
  await dialog.getByRole('button', { name: 'Stop' }).click()
  await expect(dialog).toContainText('Broadsheet 9.0.0 is out.')
  announce(stage)
  await dialog.getByRole('button', { name: 'Download' }).click()
  await expect(dialog).toContainText('Broadsheet 9.0.0 is ready.')
  await app.close()
  expect(await stage.programNow()).toBe(OLD_PROGRAM)
})

test('an older version is none', async () => {
  announce(stage, { version: '0.0.9' })
  const app = await startQuietly()
  await checkByMenu(app)
  await expect(updatesDialog(app.reader)).toContainText('This is the newest version.')
  await expect(updateRow(app.reader)).toHaveCount(0)
  await app.close()
})

test('who agrees is told by itself once a day, and not of a version that was skipped', async () => {
  announce(stage)
  const app = await stage.start()
  await lookAround(app.reader)
  const question = app.reader.getByRole('region', { name: 'Updates' })
  await expect(question).toContainText(`May Broadsheet ask 127.0.0.1:${stage.server.port} once a day`)
  await question.getByRole('button', { name: 'Yes, once a day' }).click()
  await expect(updateRow(app.reader)).toContainText('Broadsheet 9.0.0 is out.')
  await updateRow(app.reader).getByRole('button', { name: 'Skip this version' }).click()
  await expect(updateRow(app.reader)).toHaveCount(0)
  await app.close()

  const record = path.join(stage.profile, 'updates.json')
  const remembered = JSON.parse(await fs.readFile(record, 'utf8')) as object
  await fs.writeFile(record, JSON.stringify({ ...remembered, checkedAt: Date.now() - 25 * 60 * 60 * 1000 }))
  const before = stage.server.requests.length
  const again = await stage.start()
  await expect.poll(() => stage.server.requests.length, { timeout: 30_000 }).toBe(before + 1)
  await expect
    .poll(
      async () =>
        (await again.reader.evaluate(() => window.broadsheet.request('update.state', null))).step.kind,
    )
    .toBe('none')
  await expect(updateRow(again.reader)).toHaveCount(0)
  await expect(place(again.reader, 'All')).toBeVisible()
  await checkByMenu(again)
  await expect(updatesDialog(again.reader)).toContainText('Broadsheet 9.0.0 is out.')
  await again.close()
})

test('an older program leaves the library of a newer one alone, and can be renewed', async () => {
  announce(stage)
  const app = await startQuietly()
  await saveKnots(app.reader)
  await makeLibraryNewer(app.reader)
  await app.close()
  const backups = await backupsIn(stage.profile)

  const older = await stage.start()
  const { reader } = older
  await expect(reader.getByRole('heading', { name: 'The library cannot be opened' })).toBeVisible()
  await expect(reader.locator('main')).toContainText('The library was written by a newer Broadsheet.')
  const stored = await reader.evaluate(async () => {
    const opened = indexedDB.open('library')
    const database = await new Promise<IDBDatabase>(resolve => {
      opened.onsuccess = () => resolve(opened.result)
    })
    const heads = database.transaction('heads').objectStore('heads').count()
    await new Promise(resolve => (heads.onsuccess = resolve))
    database.close()
    return { version: database.version, heads: heads.result }
  })
  expect(stored.version).toBe(9990)
  expect(stored.heads).toBeGreaterThan(0)
  await reader.getByRole('button', { name: 'Look for a newer version' }).click()
  await updateRow(reader).getByRole('button', { name: 'Download' }).click()
  await updateRow(reader).getByRole('button', { name: 'Restart now' }).click()
  await expect.poll(() => stage.programNow(), { timeout: 30_000 }).toBe(NEW_PROGRAM)
  await older.close()
  expect(await backupsIn(stage.profile)).toEqual(backups)
})

test('a copy that others renew says so, and asks nobody', async () => {
  const app = await startApp(await newProfile())
  await lookAround(app.reader)
  await expect(app.reader.getByRole('region', { name: 'Updates' })).toHaveCount(0)
  await app.reader.getByRole('button', { name: 'Text size and theme' }).click()
  await app.reader.getByRole('button', { name: 'Updates…' }).click()
  await expect(updatesDialog(app.reader)).toContainText(
    'It runs from its source: to renew it, get the newer source.',
  )
  await expect(updatesDialog(app.reader).getByRole('checkbox')).toHaveCount(0)
  await expect(updatesDialog(app.reader).getByRole('button', { name: 'Check now' })).toHaveCount(0)
  await app.close()
})
