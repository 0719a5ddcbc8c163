import { expect, test } from '@playwright/test'
import path from 'node:path'
import { launchHarness } from '../support/page-harness'
import { CAN_MAKE_DISKS, makeSmallDisk } from '../support/small-disk'

declare const library: typeof import('./library-entry')

// Chromium gives pages of our scheme the whole disk, so only a disk that is really full shows what happens then.
test('a full disk is named, stores nothing of the batch and loses nothing that was there', async () => {
  test.skip(!CAN_MAKE_DISKS, 'only root on Linux can make a small disk')
  const disk = makeSmallDisk(64)
  try {
    const profile = path.join(disk.folder, 'profile')
    const { worker, close } = await launchHarness({
      name: 'library',
      entry: 'tests/library/library-entry.ts',
      profile,
    })
    await worker.evaluate(async () => {
      const database = await library.openLibrary('full')
      await library.store(database, [library.newArticle({ feedId: library.SAVED_PAGES, identity: 'kept' })])
    })
    disk.fill()
    const problems = await worker.evaluate(async () => {
      const database = await library.openLibrary('full')
      Object.assign(globalThis, { database })
      const problemOf = (articles: number, characters: number) => {
        // Random, because what is stored is compressed.
        const random = crypto.getRandomValues(new Uint16Array(1 << 14))
        const html = `<p>${String.fromCharCode(...random.map(unit => 0x4e00 + (unit & 0x3fff))).repeat(Math.ceil(characters / random.length))}</p>`
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
    disk.clear()
    // The same connection goes on when there is room again.
    const after = await worker.evaluate(async () => {
      const { database } = globalThis as unknown as {
        database: Awaited<ReturnType<typeof library.openLibrary>>
      }
      const feedId = library.SAVED_PAGES
      return {
        titles: (await library.allArticles(database)).map(article => article.title),
        counts: (await library.countsByFeed(database)).get(feedId)?.articles,
        segments: await database.segments.count(),
        known: (await library.knownOfFeed(database, feedId)).size,
      }
    })
    await close()
    // A connection that the full disk closed cannot be opened either, and that looks like damage.
    expect(problems).toEqual(['disk-full', expect.stringMatching(/^(disk-full|damaged)$/)])
    expect(after).toEqual({ titles: ['Title of kept'], counts: 1, segments: 1, known: 1 })
  } finally {
    disk.remove()
  }
})
