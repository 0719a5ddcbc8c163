import { expect, test } from '@playwright/test'
import { bytesInMemory, createSearcher, IndexFormatError } from '../../../renderer/search'
import type { SegmentStore } from '../../../renderer/search'
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

test('a segment that a merge took away before it was opened is looked for anew', async () => {
  const memory = memoryStore([[{ id: 1, title: 'old home', text: '' }]])
  const listed = memory.stored()
  memory.add([{ id: 1, title: 'old home', text: '' }])
  memory.segments.delete(1)
  let lists = 0
  const store = {
    ...memory.store,
    segments: async () => (lists++ === 0 ? [...listed, ...memory.stored()] : memory.stored()),
  }
  expect((await ask(createSearcher(store), 'home ')).hits.map(({ id }) => id)).toEqual([1])
  // What was opened of the first list is not left open.
  expect([lists, memory.opened()]).toEqual([2, 1])
})

test('what is open can be searched although it was merged away, until a refresh closes it', async () => {
  const memory = memoryStore([[{ id: 1, title: 'old home', text: '' }], [{ id: 2, title: 'home', text: '' }]])
  const searcher = createSearcher(memory.store)
  await searcher.refresh()
  memory.merge(memory.stored(), () => false)
  expect((await ask(searcher, 'home ')).total).toBe(2)
  expect(memory.opened()).toBe(2)
  await Promise.all([searcher.refresh(), ask(searcher, 'home '), searcher.refresh()])
  expect((await ask(searcher, 'home ')).total).toBe(2)
  expect(memory.opened()).toBe(1)
})

test('a segment that stays missing is reported', async () => {
  const memory = memoryStore([[{ id: 1, title: 'word', text: '' }]])
  const store = { ...memory.store, open: () => Promise.reject(new Error('disk failure')) }
  await expect(ask(createSearcher(store), 'word')).rejects.toThrow('disk failure')
})

test('of a segment that lacks a word nothing is read', async () => {
  const memory = memoryStore([[{ id: 1, title: 'alpha', text: '' }], [{ id: 2, title: 'beta', text: '' }]])
  const read = new Set<number>()
  const store: SegmentStore = {
    ...memory.store,
    open: async segment => ({
      read: (into, start) => {
        read.add(segment)
        return memory.bytesOf(segment).read(into, start)
      },
      close: () => undefined,
    }),
  }
  expect((await ask(createSearcher(store), 'beta ')).total).toBe(1)
  expect([...read]).toEqual([2])
})

test('an aborted search rejects with its reason', async () => {
  const searcher = createSearcher(memoryStore([[{ id: 1, title: 'word', text: '' }]]).store)
  const reason = new Error('typed on')
  await expect(ask(searcher, 'word', 1, AbortSignal.abort(reason))).rejects.toBe(reason)
})

test('who waits can say that he no longer does, and a refresh meanwhile closes nothing that is read', async () => {
  const memory = memoryStore([[{ id: 1, title: 'word', text: '' }], [{ id: 2, title: 'word', text: '' }]])
  let goOn = (): void => undefined
  const pause = (): Promise<void> => new Promise(resolve => (goOn = resolve))
  const searcher = createSearcher(memory.store, { pause })
  await searcher.refresh()
  const controller = new AbortController()
  const unwanted = ask(searcher, 'word ', 9, controller.signal)
  await Promise.resolve()
  controller.abort(new Error('typed on'))
  goOn()
  await expect(unwanted).rejects.toThrow('typed on')
  const wanted = ask(searcher, 'word ', 9)
  await Promise.resolve()
  memory.merge(memory.stored(), () => false)
  await searcher.refresh()
  goOn()
  expect((await wanted).total).toBe(2)
})

test('an index of another version or one that was cut off is refused by a typed error', async () => {
  const { store, segments } = memoryStore([[{ id: 1, title: 'word', text: 'more words' }]])
  const header = segments.get(1)?.header
  for (const version of [3, 5]) {
    const other = {
      ...store,
      segments: async () => [{ id: 1, newest: 1, header: { ...header, version } as never }],
    }
    await expect(createSearcher(other).refresh()).rejects.toThrow(IndexFormatError)
  }
  const whole = segments.get(1)?.bytes ?? new Uint8Array(0)
  const cut = { ...store, open: async () => bytesInMemory(whole.subarray(0, -1)) }
  await expect(ask(createSearcher(cut), 'word')).rejects.toThrow(IndexFormatError)
})

test('damaged bytes never hang a search: it answers, or says that the index has to be built again', async () => {
  const random = randomNumbers(21)
  const documents = Array.from({ length: 300 }, (_, id) => randomDocument(id, random))
  const { store, segments } = memoryStore([documents])
  const whole = segments.get(1)?.bytes ?? new Uint8Array(0)
  const others: unknown[] = []
  let refused = 0
  for (let round = 0; round < 300; round++) {
    const damaged = whole.slice()
    for (let change = 0; change < 200; change++)
      damaged[Math.floor(random() * damaged.length)] = random() * 256
    const searcher = createSearcher({ ...store, open: async () => bytesInMemory(damaged) })
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
    { dictionaryBytes: 1 },
    { positionBytes: -1 },
    { frequencyBytes: Number.NaN },
    { documentBytes: 0 },
    { documentBytes: 2 ** 40 },
    { sparse: new Uint8Array([1, 2, 3]) },
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
