import { expect } from '@playwright/test'
import { harnessTest } from '../support/page-harness'

declare const library: typeof import('./library-entry')

const test = harnessTest('library', 'tests/library/library-entry.ts')

test('heads that were read are kept until their page changes, and what was not heard of is found', async ({
  harness,
}) => {
  const result = await harness.page.evaluate(async () => {
    const other = await library.anotherPage()
    const [here, there] = [await library.openLibrary('heads'), await other.library.openLibrary('heads')]
    const one = (identity: string, title: string) =>
      library.newArticle({ identity, feedId: library.SAVED_PAGES, title })
    const add = async (identity: string) => {
      const { fates } = await other.library.storeOnly(there, { articles: [one(identity, identity)] })
      return fates.flatMap(fate => (fate.kind === 'dropped' ? [] : [fate.articleId]))[0] ?? 0
    }
    const titles = async (ids: readonly number[]) =>
      (await library.articlesByIds(here, ids)).map(({ title }) => title)
    const heard = () => new Promise(resolve => library.Dexie.on('storagemutated', resolve))

    const ids = [await add('a'), await add('b')]
    const first = await titles(ids)
    let requests = 0
    const { get } = IDBObjectStore.prototype
    IDBObjectStore.prototype.get = function (...key) {
      if (this.name === 'heads') requests++
      return get.apply(this, key)
    }
    const again = await titles(ids)
    const requestsAgain = requests

    const changed = heard()
    await other.library.storeOnly(there, { edits: [{ articleId: ids[0] ?? 0, article: one('a', 'A') }] })
    await changed
    const edited = await titles(ids)

    // The ledger is read anew for an article of this page, and what the other page tells is still on its way.
    other.silence()
    const unheard = [...ids, await add('c')]
    await library.ledgerOf(here, 'store')
    return { first, again, requestsAgain, edited, unheard: await titles(unheard) }
  })
  expect(result).toEqual({
    first: ['a', 'b'],
    again: ['a', 'b'],
    requestsAgain: 0,
    edited: ['A', 'b'],
    unheard: ['A', 'b', 'c'],
  })
})
