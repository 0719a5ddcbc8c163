import { expect, test } from '@playwright/test'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { startApp } from '../support/app'
import { addDialog, addFiles, article, body, lookAround, place, row } from '../support/reader'
import { CAN_MAKE_DISKS, makeSmallDisk } from '../support/small-disk'

/** Words that Chromium cannot pack smaller. */
const noise = (bytes: number): string =>
  randomBytes(bytes)
    .toString('base64')
    .replace(/(.{60})/g, '$1 ')

test('a full disk is said so where the person looks, and nothing is lost by it', async () => {
  test.skip(!CAN_MAKE_DISKS, 'only root on Linux can make a small disk')
  const disk = makeSmallDisk(96)
  try {
    const app = await startApp(path.join(disk.folder, 'profile'))
    const { reader } = app
    await lookAround(reader)
    await expect(place(reader, 'All')).toContainText('3')
    const file = {
      name: 'long.txt',
      mimeType: 'text/plain',
      buffer: Buffer.from(`A long page\n\n${noise(3_000_000)}`),
    }
    disk.fill()
    await addFiles(reader, [file])
    await expect(addDialog(reader)).toContainText('most likely it is full. Make room and try again')

    // Chromium cannot open its store again while there is no room, so what was not on the screen cannot be shown.
    await reader.keyboard.press('Escape')
    await expect(place(reader, 'All')).toContainText('3')
    await row(reader, /^Broadsheet keeps every article whole/).click()
    await expect(reader.getByRole('alert').filter({ hasText: 'Make room if the disk is full' })).toHaveCount(
      1,
    )

    disk.clear()
    await reader.getByRole('button', { name: 'Try again' }).click()
    await expect(body(reader).locator('#text p').first()).toBeVisible()
    // The warning in the head of the window goes when the store can be written again.
    await expect(reader.getByRole('alert')).toHaveCount(0)
    await addFiles(reader, [file])
    await expect(addDialog(reader)).toContainText('“A long page” is kept in Saved.', { timeout: 20_000 })
    await addDialog(reader).getByRole('button', { name: 'Read it' }).click()
    await expect(article(reader).getByRole('heading', { level: 1 })).toHaveText('A long page')
    await expect(place(reader, 'All')).toContainText('4')
    await app.close()
  } finally {
    disk.remove()
  }
})
