import { expect, test } from '@playwright/test'
import fs from 'node:fs/promises'
import path from 'node:path'
import { newProfile, startApp } from '../support/app'
import { content, startServer } from '../support/http-server'
import { HARBOUR_STORIES, rss } from '../support/news'
import { addDialog, follow, lookAround, row, search } from '../support/reader'

/** The files of the search index in a profile, by size; Chromium gives them numbers. */
async function indexFiles(profile: string): Promise<readonly string[]> {
  const entries = await fs.readdir(path.join(profile, 'File System'), {
    recursive: true,
    withFileTypes: true,
  })
  return entries
    .filter(entry => entry.isFile() && /^\d+$/.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
}

test('an index that was damaged on the disk is made again by itself, and one that is gone as well', async () => {
  test.setTimeout(120_000)
  const server = await startServer()
  server.route(
    '/courier.xml',
    content(rss('Lindhaven Courier', server.url, HARBOUR_STORIES), 'application/rss+xml'),
  )
  const profile = await newProfile()
  const [story] = HARBOUR_STORIES
  const restarted = async (damage: (file: string) => Promise<void>): Promise<void> => {
    for (const file of await indexFiles(profile)) await damage(file)
    const app = await startApp(profile)
    await search(app.reader, 'harbour')
    await expect(row(app.reader, story?.title ?? '')).toBeVisible({ timeout: 20_000 })
    await app.close()
  }
  const first = await startApp(profile)
  await lookAround(first.reader)
  await follow(first.reader, `${server.url}/courier.xml`)
  await expect(addDialog(first.reader)).toContainText('You follow')
  await first.reader.keyboard.press('Escape')
  await search(first.reader, 'harbour')
  await expect(row(first.reader, story?.title ?? '')).toBeVisible()
  await first.close()
  expect((await indexFiles(profile)).length).toBeGreaterThan(0)

  await restarted(async file => fs.writeFile(file, Buffer.alloc((await fs.stat(file)).size, 7)))
  await restarted(file => fs.rm(file))
  await restarted(file => fs.truncate(file, 9))
  await server.close()
})
