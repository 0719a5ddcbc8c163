import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const names: typeof import('./names-entry')

const test = harnessTest('names', 'tests/library/names-entry.ts')
test.describe.configure({ mode: 'default' })

test('names are those of most articles in all, however few of them are read', async ({ harness }) => {
  const result = await harness.worker.evaluate(async () => {
    const database = await names.openLibrary('names')
    // Of 900 articles 501 have an Ann, one of them a rare one.
    const bylineOf = (at: number): string => {
      if (at % 9 < 3) return 'Ann Lee'
      if (at % 9 < 5) return 'By Eva Annan and ÁNN Lind'
      return at === 8 ? 'Ann Once' : 'Bo Ek'
    }
    const quotation = {
      start: 0,
      end: 4,
      text: 'Body',
      kind: 'direct',
      speaker: 'Šárka',
      resolvedSpeaker: 'Šárka "Sára" Nová',
      role: null,
      cue: null,
      confidence: 1,
    } as const
    for (let batch = 0; batch < 9; batch++)
      await names.store(
        database,
        Array.from({ length: 100 }, (_, at) =>
          names.newArticle({
            feedId: names.SAVED_PAGES,
            identity: `${batch} ${at}`,
            byline: bylineOf(batch * 100 + at),
            quotations: at % 50 === 0 ? [quotation] : [],
          }),
        ),
      )
    const searcher = names.createSearcher(names.segmentStore(database), {})
    const { signal } = new AbortController()
    const ask = (operator: 'author' | 'said', prefix: string, limit = 8) =>
      names.names({ database, searcher }, { operator, prefix, limit }, signal)
    return {
      ann: await ask('author', 'ann'),
      two: await ask('author', 'ANN', 2),
      rare: await ask('author', 'Ann On'),
      words: await ask('author', 'ann l'),
      accents: await ask('author', 'ànn lind'),
      nothing: await ask('author', ''),
      none: await ask('author', 'zzz'),
      said: await ask('said', 'sar'),
      last: await ask('said', 'nov'),
    }
  })
  expect(result.ann.slice(0, 3)).toEqual(['Ann Lee', 'ÁNN Lind', 'Eva Annan'])
  expect(result.two).toEqual(['Ann Lee', 'ÁNN Lind'])
  expect(result.rare).toEqual(['Ann Once'])
  expect(result.words).toEqual(['Ann Lee', 'ÁNN Lind'])
  expect(result.accents).toEqual(['ÁNN Lind'])
  expect(result.nothing.slice(0, 2)).toEqual(['Bo Ek', 'Ann Lee'])
  expect(result.none).toEqual([])
  expect(result.said).toEqual(['Šárka "Sára" Nová'])
  expect(result.last).toEqual(['Šárka "Sára" Nová'])
})
