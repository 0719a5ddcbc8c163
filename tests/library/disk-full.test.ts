import { expect, test } from '@playwright/test'
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { launchHarness } from '../support/page-harness'

declare const library: typeof import('./library-entry')

const MEGABYTE = 1024 * 1024

// Chromium gives pages of our scheme the whole disk, so only a disk that is really full shows what happens then.
test('a full disk is named, stores nothing of the batch and loses nothing that was there', async () => {
  test.skip(
    process.platform !== 'linux' || process.getuid?.() !== 0,
    'only root on Linux can make a small disk',
  )
  const disk = fs.mkdtempSync(path.join(os.tmpdir(), 'broadsheet-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk])
  try {
    const profile = path.join(disk, 'profile')
    const { page, close } = await launchHarness({
      name: 'library',
      entry: 'tests/library/library-entry.ts',
      profile,
    })
    await page.evaluate(async () => {
      const database = await library.openLibrary('full')
      await library.store(database, [library.newArticle({ feedId: library.SAVED_PAGES, identity: 'kept' })])
    })
    const { bavail, bsize } = fs.statfsSync(disk)
    fs.writeFileSync(path.join(disk, 'filler'), Buffer.alloc(bavail * bsize - MEGABYTE))
    const problems = await page.evaluate(async () => {
      const database = await library.openLibrary('full')
      Object.assign(globalThis, { database })
      const problemOf = (articles: number, characters: number) => {
        const html = `<p>${'x'.repeat(characters)}</p>`
        const lost = Array.from({ length: articles }, (_, index) =>
          library.newArticle({ feedId: library.SAVED_PAGES, identity: `lost ${characters} ${index}`, html }),
        )
        return library.store(database, lost).then(
          () => 'stored',
          (error: unknown) => library.libraryProblemOf(error),
        )
      }
      // Chromium keeps large values in files of their own, and small ones in its database's log.
      return [await problemOf(1, 10_000_000), await problemOf(1000, 20_000)]
    })
    fs.rmSync(path.join(disk, 'filler'))
    // The same connection goes on when there is room again.
    const after = await page.evaluate(async () => {
      const { database } = globalThis as unknown as {
        database: Awaited<ReturnType<typeof library.openLibrary>>
      }
      const feedId = library.SAVED_PAGES
      return {
        titles: (await database.articles.toArray()).map(article => article.title),
        counts: (await library.countsByFeed(database)).get(feedId)?.articles,
        segments: await database.segments.count(),
        unknown: [...(await library.unknownEntries(database, feedId, ['kept', 'lost 20000 0']))],
      }
    })
    await close()
    expect(problems).toEqual(['disk-full', 'disk-full'])
    expect(after).toEqual({ titles: ['Title of kept'], counts: 1, segments: 1, unknown: ['lost 20000 0'] })
  } finally {
    execFileSync('umount', ['--lazy', disk])
    fs.rmdirSync(disk)
  }
})
