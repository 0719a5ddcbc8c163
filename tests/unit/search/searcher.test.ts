import { expect, test } from '@playwright/test'
import { createSearcher, IndexFormatError } from '../../../renderer/search'
import { ask, batchesOf, memoryStore, pick, randomDocument, randomNumbers, randomWord } from './corpus'

const LIMIT = { limit: 20 }

function randomQuery(random: () => number): string {
  const word = (): string => randomWord(random)
  const beginning = (): string => word().slice(0, 1 + Math.floor(random() * 3))
  return pick(
    [
      () => `${word()} `,
      () => word(),
      () => beginning(),
      () => `${word()} ${word()} `,
      () => `${word()} ${beginning()}`,
      () => `"${word()} ${word()}"`,
      () => `"${word()} ${beginning()}`,
      () => `${word()}-${word()} ${word()}`,
      () => `${word()} ${word()} ${word()} ${beginning()}`,
    ],
    random,
  )()
}

test('one, two and three letters of Chinese or Japanese find exactly the texts that have them', async () => {
  const letters = [...'東京都議会は新しい予算案を可決した中国経済']
  const random = randomNumbers(5)
  const textOf = (length: number): string => Array.from({ length }, () => pick(letters, random)).join('')
  const documents = Array.from({ length: 120 }, (_, index) => ({
    id: index,
    title: textOf(4),
    text: `${textOf(20)}。NATO${textOf(9)}`,
  }))
  const searcher = createSearcher(memoryStore(batchesOf(documents, 25)).store)
  const wrong: string[] = []
  for (let round = 0; round < 150; round++) {
    const query = textOf(1 + (round % 3))
    const expected = documents.filter(
      ({ title, text }) => title.includes(query) || text.includes(query),
    ).length
    for (const typed of [query, `${query} `])
      if ((await ask(searcher, typed)).total !== expected) wrong.push(typed)
  }
  expect(wrong).toEqual([])
})

test('quotes, apostrophes, accents and case are no obstacle', async () => {
  const text = '“We don’t yield”, said the Minister of l’État about Ukraine’s long‑range systems.'
  const searcher = createSearcher(memoryStore([[{ id: 7, title: 'No retreat', text }]]).store)
  for (const query of [
    'yield',
    "don't ",
    'don’t',
    'DONT ',
    'etat',
    "l'état ",
    'ukraine ',
    'long-range ',
    '“said the minister”',
    'retreat sys',
  ])
    expect((await ask(searcher, query)).total, query).toBe(1)
  for (const query of ['yiel ', '"minister said"', 'range-long', 'ukrainian'])
    expect((await ask(searcher, query)).total, query).toBe(0)
})

test('a word in the title counts more than one in the text', async () => {
  const filler = 'one two three four five six seven'
  const documents = [
    { id: 1, title: 'harbour', text: filler },
    { id: 2, title: 'castle', text: `${filler} harbour` },
  ]
  const { hits } = await ask(createSearcher(memoryStore([documents]).store), 'harbour ')
  expect(hits.map(({ id }) => id)).toEqual([1, 2])
})

test('an empty query, an empty index and a batch without words find nothing', async () => {
  const empty = createSearcher(memoryStore([]).store)
  expect(await ask(empty, 'word')).toMatchObject({ total: 0, hits: [] })
  expect(await empty.similar({ title: 'word', text: '' }, LIMIT)).toEqual([])
  const searcher = createSearcher(
    memoryStore([[], [{ id: 1, title: '', text: '…' }], [{ id: 2, title: '', text: 'word' }]]).store,
  )
  expect((await ask(searcher, '')).total).toBe(0)
  expect((await ask(searcher, ' “” - : ')).total).toBe(0)
  expect((await ask(searcher, 'word')).hits).toHaveLength(1)
  expect((await ask(searcher, 'word', 0)).hits).toEqual([])
})

test('new segments are seen after a refresh, and the newest version of a document is the one found', async () => {
  const memory = memoryStore([[{ id: 1, title: 'first draft', text: '' }]])
  const searcher = createSearcher(memory.store)
  expect((await ask(searcher, 'draft ')).total).toBe(1)
  memory.add([
    { id: 1, title: 'final text', text: '' },
    { id: 2, title: 'draft law', text: '' },
  ])
  expect((await ask(searcher, 'final ')).total).toBe(0)
  await searcher.refresh()
  expect((await ask(searcher, 'final ')).hits.map(({ id }) => id)).toEqual([1])
  expect((await ask(searcher, 'draft ')).hits.map(({ id }) => id)).toEqual([2])
})

test('a segment that a merge took away while it was searched is looked for anew', async () => {
  const memory = memoryStore([[{ id: 1, title: 'old home', text: '' }]])
  const searcher = createSearcher(memory.store)
  await searcher.refresh()
  memory.add([{ id: 1, title: 'old home', text: '' }])
  memory.segments.delete(1)
  expect((await ask(searcher, 'home ')).hits.map(({ id }) => id)).toEqual([1])
})

test('a page that stays missing is reported', async () => {
  const memory = memoryStore([[{ id: 1, title: 'word', text: '' }]])
  const store = { ...memory.store, page: () => Promise.reject(new Error('disk failure')) }
  await expect(ask(createSearcher(store), 'word')).rejects.toThrow('disk failure')
})

test('pages are read once while the cache holds them, and again when it is too small', async () => {
  const random = randomNumbers(3)
  const batches = batchesOf(
    Array.from({ length: 100 }, (_, id) => randomDocument(id, random)),
    10,
  )
  const roomy = memoryStore(batches)
  const cramped = memoryStore(batches)
  const [first, second] = [createSearcher(roomy.store), createSearcher(cramped.store, { cacheBytes: 100 })]
  for (const searcher of [first, second])
    for (let round = 0; round < 5; round++) expect((await ask(searcher, 'ka')).total).toBeGreaterThan(50)
  expect(roomy.requests()).toBe(10)
  expect(cramped.requests()).toBe(50)
})

test('a word that a segment lacks costs no page of it', async () => {
  const memory = memoryStore([[{ id: 1, title: 'alpha', text: '' }], [{ id: 2, title: 'beta', text: '' }]])
  expect((await ask(createSearcher(memory.store), 'beta ')).total).toBe(1)
  expect(memory.requests()).toBe(1)
})

test('an aborted search rejects with its reason', async () => {
  const searcher = createSearcher(memoryStore([[{ id: 1, title: 'word', text: '' }]]).store)
  const reason = new Error('typed on')
  await expect(ask(searcher, 'word', 1, AbortSignal.abort(reason))).rejects.toBe(reason)
})

test('an index of another version or with a cut page is refused by a typed error', async () => {
  const { store, segments } = memoryStore([[{ id: 1, title: 'word', text: 'more words' }]])
  const header = segments.get(1)?.header
  const later = {
    ...store,
    segments: async () => [{ id: 1, newest: 1, header: { ...header, version: 4 } as never }],
  }
  await expect(createSearcher(later).refresh()).rejects.toThrow(IndexFormatError)
  const cut = {
    ...store,
    page: async (segment: number, page: number) => (await store.page(segment, page)).subarray(1),
  }
  await expect(ask(createSearcher(cut), 'word')).rejects.toThrow(IndexFormatError)
})

test('damaged bytes never hang a search: it answers, or says that the index has to be built again', async () => {
  const random = randomNumbers(21)
  const documents = Array.from({ length: 300 }, (_, id) => randomDocument(id, random))
  const { store, segments } = memoryStore([documents])
  const pages = segments.get(1)?.pages ?? []
  const others: unknown[] = []
  let refused = 0
  for (let round = 0; round < 300; round++) {
    const damaged = pages.map(page => page.slice())
    for (let change = 0; change < 200; change++) {
      const page = pick(damaged, random)
      page[Math.floor(random() * page.length)] = random() * 256
    }
    const searcher = createSearcher({
      ...store,
      page: async (_segment, page) => damaged[page] ?? new Uint8Array(),
    })
    const asked = [
      ask(searcher, randomQuery(random)),
      searcher.suggest('kamita'),
      searcher.complete('title', 'k', 5),
    ]
    for (const { reason } of (await Promise.allSettled(asked)).filter(one => one.status === 'rejected'))
      if (reason instanceof IndexFormatError) refused++
      else others.push(reason)
  }
  expect(others).toEqual([])
  expect(refused).toBeGreaterThan(50)
})

test('a header that contradicts itself is refused by a typed error', async () => {
  const { store, segments } = memoryStore([[{ id: 1, title: 'word', text: 'more words' }]])
  const header = segments.get(1)?.header
  for (const change of [
    { documentCount: 2 ** 40 },
    { documentCount: 2 },
    { documentCount: Number.NaN },
    { pageCount: 7 },
    { byteCount: 1 },
    { dictionary: new Uint8Array([1, 2, 3]) },
    { documents: new Uint8Array(0) },
    { pageRegions: new Uint8Array([0, 0, 0]) },
  ]) {
    const damaged = {
      ...store,
      segments: async () => [{ id: 1, newest: 1, header: { ...header, ...change } as never }],
    }
    await expect(createSearcher(damaged).refresh(), JSON.stringify(change)).rejects.toThrow(IndexFormatError)
  }
})

test('similar documents share the rarest words, and the document itself is left out', async () => {
  const documents = [
    {
      id: 1,
      title: 'Dam breaks near Kestrel Valley',
      text: 'Engineers inspect the dam after the flood in the valley.',
    },
    { id: 2, title: 'Kestrel Valley flood: engineers blame old dam', text: 'The flood took the bridge.' },
    { id: 3, title: 'The council meets after the summer', text: 'The agenda is the budget and the schools.' },
    { id: 4, title: 'The schools open', text: 'The budget of the council pays the teachers.' },
  ]
  const searcher = createSearcher(memoryStore(batchesOf(documents, 1)).store)
  const [first] = documents
  const hits = await searcher.similar(
    { title: first?.title ?? '', text: first?.text ?? '' },
    { limit: 3, exclude: 1 },
  )
  expect(hits[0]?.id).toBe(2)
  expect(hits.map(({ id }) => id)).not.toContain(1)
  expect((await searcher.similar({ terms: ['budget'] }, { limit: 9 })).map(({ id }) => id).sort()).toEqual([
    3, 4,
  ])
})

test('statistics know how rare a word is over all segments, and take a small library for a sample', async () => {
  const memory = memoryStore([
    [{ id: 1, title: 'rain', text: 'rain and wind' }],
    [{ id: 2, title: 'rain', text: '' }],
  ])
  const searcher = createSearcher(memory.store)
  const { idf } = await searcher.statistics(['Rain, wind'])
  expect(idf('rain')).toBeCloseTo(Math.log(1 + 998.5 / 2.5), 12)
  expect(idf('wind')).toBeCloseTo(Math.log(1 + 999.5 / 1.5), 12)
  expect(idf('snow')).toBeCloseTo(Math.log(1 + 1000.5 / 0.5), 12)
  memory.add([{ id: 3, title: 'rain', text: '' }])
  await searcher.refresh()
  expect((await searcher.statistics(['rain'])).idf('rain')).toBeCloseTo(Math.log(1 + 997.5 / 3.5), 12)
})
