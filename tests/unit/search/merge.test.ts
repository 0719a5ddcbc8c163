import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import {
  buildSegment,
  byteCountOf,
  bytesInMemory,
  createSearcher,
  IndexFormatError,
  mergeSegments,
  planMerge,
} from '../../../renderer/search'
import type { SegmentBytes, SegmentHeader, StoredSegment } from '../../../renderer/search'
import { ask, batchesOf, isSound, memoryStore, mergeInMemory, randomDocument, randomNumbers } from './corpus'

const keepAll = (): boolean => false

function stored(documentCounts: readonly number[]): readonly StoredSegment[] {
  const { header } = buildSegment([])
  return documentCounts.map((documentCount, index) => ({
    id: 100 - index,
    newest: index,
    header: { ...header, documentCount },
  }))
}

test('three to hundreds of neighbours of one size are merged, the oldest and smallest first', () => {
  expect(planMerge(stored([20, 20]))).toBeNull()
  const plan = planMerge(stored([900, ...Array.from({ length: 9 }, () => 20)]))
  expect(plan?.map(({ newest }) => newest)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(planMerge(stored(Array.from({ length: 512 }, () => 20)))?.map(({ newest }) => newest)).toEqual(
    Array.from({ length: 256 }, (_, index) => index),
  )
  const levels = [...Array.from({ length: 8 }, () => 900), ...Array.from({ length: 8 }, () => 20)]
  expect(planMerge(stored(levels))?.[0]?.newest).toBe(8)
})

test('merging until nothing is to be done leaves few segments and writes each document few times', () => {
  const random = randomNumbers(4)
  let segments: readonly StoredSegment[] = []
  let [documents, merged] = [0, 0]
  for (let batch = 0; batch < 2000; batch++) {
    const { header } = buildSegment([])
    const documentCount = 1 + Math.floor(random() * 40)
    documents += documentCount
    segments = [...segments, { id: batch, newest: batch, header: { ...header, documentCount } }]
    for (let plan = planMerge(segments); plan; plan = planMerge(segments)) {
      const count = plan.reduce((sum, each) => sum + each.header.documentCount, 0)
      const newest = plan.at(-1)?.newest ?? 0
      const inputs = new Set(plan)
      merged += count
      segments = [
        ...segments.filter(each => !inputs.has(each)),
        { id: batch, newest, header: { ...header, documentCount: count } },
      ]
    }
  }
  expect(segments.length).toBeLessThan(12)
  expect(merged / documents).toBeLessThan(8)
})

test('a merged segment says the same as one that was built of all its documents', async () => {
  const random = randomNumbers(8)
  const documents = Array.from({ length: 300 }, (_, id) => randomDocument(id, random))
  const memory = memoryStore(batchesOf(documents, 25))
  memory.merge(memory.stored(), keepAll)
  const [merged] = memory.stored()
  const whole = buildSegment(documents).header
  const facts = ({ documentCount, termCount, firstId, lastId, titleTokens, textTokens }: SegmentHeader) =>
    [documentCount, termCount, firstId, lastId, titleTokens, textTokens] // prettier-ignore
  expect(merged && facts(merged.header)).toEqual(facts(whole))
  expect(merged?.newest).toBe(12)
  expect(merged && byteCountOf(merged.header)).toBe(byteCountOf(whole))
  expect(merged?.header.filter).toEqual(whole.filter)
})

test('a large segment is handed out bit by bit, in steps that hold little', async () => {
  const words = (from: number): string =>
    Array.from({ length: 15_000 }, (_, number) => `w${((from + number) % 40_000).toString(36)}`).join(' ')
  const documents = Array.from({ length: 12 }, (_, id) => ({ id, title: '', text: words(id * 3000) }))
  const memory = memoryStore(batchesOf(documents, 3))
  const steps = mergeSegments(memory.stored(), memory.bytesOf, keepAll)
  const perStep: number[] = []
  let step = steps.next()
  for (; !step.done; step = steps.next())
    perStep.push(step.value.reduce((sum, { bytes }) => sum + bytes.length, 0))
  expect(perStep.length).toBeGreaterThan(8)
  expect(perStep.reduce((sum, count) => sum + count, 0)).toBe(byteCountOf(step.value.header))
  expect(Math.max(...perStep)).toBeLessThan(300_000)
  const merged = mergeInMemory(memory.stored(), memory.bytesOf, keepAll)
  expect(isSound({ id: 9, ...merged }, bytesInMemory(merged.bytes))).toBe(true)
  memory.merge(memory.stored(), keepAll)
  const searcher = createSearcher(memory.store)
  for (const number of [0, 777, 14_999, 20_123, 35_000]) {
    const [first, second] = [`w${number.toString(36)}`, `w${(number + 1).toString(36)}`]
    const expected = documents.filter(({ text }) => ` ${text} `.includes(` ${first} ${second} `)).length
    expect((await ask(searcher, `"${first} ${second}"`)).total, first).toBe(expected)
  }
})

test('what is deleted or replaced is gone after a merge, also when nothing is left', async () => {
  const memory = memoryStore([
    [
      { id: 1, title: 'harbour old', text: '' },
      { id: 2, title: 'harbour', text: '' },
    ],
    [{ id: 1, title: 'castle', text: '' }],
  ])
  memory.merge(memory.stored(), id => id === 2)
  const [merged] = memory.stored()
  expect(merged?.header).toMatchObject({ documentCount: 1, termCount: 1, firstId: 1, lastId: 1 })
  const searcher = createSearcher(memory.store)
  expect((await ask(searcher, 'castle ')).total).toBe(1)
  expect((await ask(searcher, 'harbour ')).total).toBe(0)
  memory.merge(memory.stored(), () => true)
  expect(memory.segments.size).toBe(0)
})

test('a document that was edited before a merge stays the one that is found after it', async () => {
  const memory = memoryStore([
    [{ id: 5, title: 'first', text: '' }],
    [{ id: 6, title: 'other', text: '' }],
    [{ id: 5, title: 'second', text: '' }],
  ])
  memory.merge(memory.stored().slice(0, 2), keepAll)
  const searcher = createSearcher(memory.store)
  expect((await ask(searcher, 'first ')).total).toBe(0)
  expect((await ask(searcher, 'second ')).total).toBe(1)
})

test('any documents in any batches are found after merges as before', async () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ä', '東', '\u{1f600}'), maxLength: 12 })
  const batches = fc.array(fc.array(fc.tuple(fc.nat(9), letters), { maxLength: 5 }), {
    minLength: 2,
    maxLength: 9,
  })
  await fc.assert(
    fc.asyncProperty(batches, fc.nat(8), async (drawn, split) => {
      const memory = memoryStore(
        drawn.map(batch =>
          [...new Map(batch)]
            .map(([id, text]) => ({ id, title: text.slice(0, 3), text }))
            .sort((a, b) => a.id - b.id),
        ),
      )
      const typed = ['a', 'b', '東', 'ab ', '"a b', 'ä ']
      const answers = async (): Promise<string> => {
        const searcher = createSearcher(memory.store)
        const results = await Promise.all(typed.map(text => ask(searcher, text, 100)))
        return JSON.stringify(results.map(({ matched }) => [...matched].sort((a, b) => a - b)))
      }
      const before = await answers()
      const all = memory.stored()
      const [older, newer] = [all.slice(0, split), all.slice(split)]
      for (const run of [older, newer]) if (run.length > 0) memory.merge(run, keepAll)
      const between = await answers()
      memory.merge(memory.stored(), keepAll)
      return between === before && (await answers()) === before
    }),
    { numRuns: 150 },
  )
})

test('a merge of damaged bytes ends, with a typed error if with any', async () => {
  const random = randomNumbers(31)
  const documents = Array.from({ length: 60 }, (_, id) => randomDocument(id, random))
  const memory = memoryStore(batchesOf(documents, 20))
  const others: unknown[] = []
  let refused = 0
  for (let round = 0; round < 200; round++) {
    const damaged = (segment: number): SegmentBytes => {
      const bytes = memory.segments.get(segment)?.bytes.slice() ?? new Uint8Array(0)
      for (let change = 0; change < 10; change++) bytes[Math.floor(random() * bytes.length)] = random() * 256
      return bytesInMemory(bytes)
    }
    try {
      const steps = mergeSegments(memory.stored(), damaged, keepAll)
      while (!steps.next().done);
    } catch (error) {
      refused++
      if (!(error instanceof IndexFormatError)) others.push(error)
    }
  }
  expect(others).toEqual([])
  expect(refused).toBeGreaterThan(50)
})
