import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const library: typeof import('./library-entry')

const test = harnessTest('library', 'tests/library/library-entry.ts')
test.describe.configure({ mode: 'default' })

test('a library of a newer program is refused and left as it is', async ({ harness }) => {
  const result = await harness.page.evaluate(async () => {
    const newer = new library.Dexie('newer')
    newer.version(library.SCHEMA_VERSION + 1).stores({ articles: 'id', future: 'id' })
    await newer.table('future').put({ id: 1 })
    newer.close()
    const refused = await library.openLibrary('newer').then(
      () => 'opened',
      (error: unknown) => library.libraryProblemOf(error),
    )
    await newer.open()
    return { refused, kept: await newer.table('future').count() }
  })
  expect(result).toEqual({ refused: 'newer-program', kept: 1 })
})

test('every version of the schema opens what the one before it wrote', async ({ harness }) => {
  const kept = await harness.page.evaluate(async () => {
    const counts = []
    for (let version = 1; version <= library.SCHEMA_VERSION; version++) {
      const name = `from-${version}`
      const old = new library.Dexie(name)
      library.declareVersions(old, version)
      await old.table('settings').put({ key: 'theme', value: 'dark' })
      old.close()
      const database = await library.openLibrary(name)
      counts.push((await library.readSettings(database)).theme)
      database.close()
    }
    return counts
  })
  expect(kept).toEqual(kept.map(() => 'dark'))
  expect(kept.length).toBeGreaterThan(0)
})
