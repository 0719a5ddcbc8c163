import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { content, startServer } from '../support/http-server'
import { rss } from '../support/news'
import { addDialog, article, body, follow, lookAround, place, row, savePage, search } from '../support/reader'
import { filesOfPackage, install, installedVersion, leftovers, purge } from './packages'
import { createPerson } from './person'

const debOf = (variable: string): string => {
  const file = process.env[variable]
  if (!file) throw new Error(`${variable} names no package; run npm run test:install`)
  return file
}
const FIRST = debOf('BROADSHEET_DEB')
const SECOND = debOf('BROADSHEET_DEB_NEWER')
const PICTURES = path.resolve(import.meta.dirname, '../../test-results')

const versionOf = (file: string): string =>
  execFileSync('dpkg-deb', ['--field', file, 'Version'], { encoding: 'utf8' }).trim()

const PAGE = `<!doctype html><html lang="en"><head><title>The ferry that waits</title></head><body><article>
  <h1>The ferry that waits</h1>${'<p>The ferry waited for the last passenger, as it does every evening. “We know everybody by name”, said Ann Lee, who has run it for twenty years.</p>'.repeat(8)}
  </article></body></html>`

const STORIES = ['A quiet morning at the quay', 'The bridge opens again', 'Rain is expected on Thursday'].map(
  (title, index) => ({
    id: `story-${index}`,
    title,
    date: new Date(1_790_000_000_000 + index * 60_000).toISOString(),
    content: `<p>${`${title}. “It was about time”, said Bo Berg, the harbour master. Zirconium was found below. `.repeat(20)}</p>`, // prettier-ignore
  }),
)

/** Whatever fails, the machine is as it was before. */
const undo: (() => void | Promise<void>)[] = []
test.afterEach(async () => {
  const failures: unknown[] = []
  for (const step of undo.splice(0).reverse())
    await Promise.resolve()
      .then(step)
      .catch((error: unknown) => failures.push(error))
  expect(failures).toEqual([])
})

test('the package installs, runs in its sandbox, reads offline, updates, and goes without a trace', async () => {
  const server = await startServer()
  undo.push(() => server.close().catch(() => undefined))
  server.route('/feed.xml', content(rss('Harbour News', server.url, STORIES), 'application/rss+xml'))
  server.route('/ferry.html', content(PAGE, 'text/html; charset=utf-8'))

  await test.step('installs with apt', () => {
    undo.push(() => {
      if (installedVersion()) purge()
    })
    install(FIRST)
    expect(installedVersion()).toBe(versionOf(FIRST))
    execFileSync('desktop-file-validate', ['/usr/share/applications/broadsheet.desktop'])
    const sandbox = fs.statSync('/opt/Broadsheet/chrome-sandbox')
    expect([0o755, 0o4755]).toContain(sandbox.mode & 0o7777)
  })

  const person = await createPerson()
  undo.push(person.remove)
  const data = path.join(person.home, '.config/Broadsheet')

  await test.step('follows a feed and saves a page', async () => {
    const { reader, commands, filtered, close } = await person.start()
    await lookAround(reader)
    await follow(reader, `${server.url}/feed.xml`)
    await expect(row(reader, STORIES[0]?.title ?? '')).toBeVisible()
    await savePage(reader, `${server.url}/ferry.html`)
    await addDialog(reader).getByRole('button', { name: 'Read it' }).click()
    await expect(body(reader).getByText('We know everybody by name').first()).toBeVisible()
    expect(commands().filter(command => command.includes('no-sandbox'))).toEqual([])
    // The reader's and the hidden page's.
    expect(filtered()).toBeGreaterThanOrEqual(2)
    fs.mkdirSync(PICTURES, { recursive: true })
    await reader.screenshot({ path: path.join(PICTURES, 'installed.png') })
    await close()
  })

  await server.close()
  const readOffline = async (): Promise<void> => {
    const { reader, close } = await person.start()
    await place(reader, 'All').click()
    await row(reader, STORIES[1]?.title ?? '').click()
    await expect(article(reader).getByRole('heading', { name: STORIES[1]?.title ?? '' })).toBeVisible()
    await expect(body(reader).getByText('It was about time').first()).toBeVisible()
    await search(reader, 'everybody name')
    await expect(row(reader, 'The ferry that waits')).toBeVisible()
    await search(reader, 'zirconium')
    await expect(reader.getByRole('option')).toHaveCount(STORIES.length)
    await close()
  }

  await test.step('reads and searches offline after a restart', readOffline)

  await test.step('updates to a newer version, with all data', async () => {
    install(SECOND)
    expect(installedVersion()).toBe(versionOf(SECOND))
    expect(versionOf(SECOND)).not.toBe(versionOf(FIRST))
    expect(fs.readlinkSync('/usr/bin/broadsheet')).toBe('/opt/Broadsheet/broadsheet')
    await readOffline()
  })

  await test.step('goes without a trace, and leaves the library', async () => {
    const files = filesOfPackage()
    expect(files.length).toBeGreaterThan(50)
    purge()
    expect(leftovers(files)).toEqual([])
    expect(fs.existsSync(path.join(data, 'IndexedDB'))).toBe(true)
    expect(fs.readdirSync(path.join(data, 'backups')).length).toBeGreaterThan(0)
  })
})
