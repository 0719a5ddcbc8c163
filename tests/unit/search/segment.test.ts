import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { buildSegment, bytesInMemory, createSearcher } from '../../../renderer/search'
import { addToChecksum, NO_BYTES_SUM } from '../../../renderer/search/checksum'
import { tokenize } from '../../../renderer/text'
import { ask, isSound, memoryStore, randomDocument, randomNumbers } from './corpus'

test('the header says how long the regions are, and they are the whole segment', () => {
  const random = randomNumbers(2)
  const { header, bytes } = buildSegment(Array.from({ length: 20 }, (_, id) => randomDocument(id, random)))
  const { positionBytes, frequencyBytes, dictionaryBytes, documentBytes } = header
  const lengths = [positionBytes, frequencyBytes, dictionaryBytes, documentBytes]
  expect(Math.min(...lengths)).toBeGreaterThan(0)
  expect(lengths.reduce((sum, length) => sum + length)).toBe(bytes.length)
})

test('words are found in a dictionary of many blocks', async () => {
  const numbers = Array.from({ length: 20_000 }, (_, number) => number)
  const words = numbers.map(number => `w${number.toString(36)}x`)
  const documents = [1, 2].map(id => ({ id, title: '', text: words.join(' ') }))
  const searcher = createSearcher(memoryStore([documents]).store)
  const missed: string[] = []
  for (const number of numbers.filter(each => each % 7 === 0)) {
    const phrase = `"${words[number]} ${words[number + 1] ?? ''}"`
    if ((await ask(searcher, phrase, 1)).total !== 2) missed.push(phrase)
  }
  expect(missed).toEqual([])
})

test('every word of every text is found again in exactly its documents', async () => {
  const texts = fc.array(
    fc.tuple(fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 30 })),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  await fc.assert(
    fc.asyncProperty(texts, async pairs => {
      const documents = pairs.map(([title, text], index) => ({ id: index * 5, title, text }))
      const holders = new Map<string, Set<number>>()
      for (const { id, title, text } of documents)
        for (const field of [title, text])
          tokenize(field, term => void holders.set(term, (holders.get(term) ?? new Set()).add(id)))
      const searcher = createSearcher(memoryStore([documents]).store)
      for (const [term, ids] of holders) {
        const hits = await searcher.similar({ terms: [term] }, { limit: 100 })
        if (hits.length !== ids.size || !hits.every(({ id }) => ids.has(id))) return false
      }
      return true
    }),
    { numRuns: 300 },
  )
})

test('ids up to the largest exact number are kept', async () => {
  const ids = [0, 1, 2 ** 31, 2 ** 32 + 5, 2 ** 45, Number.MAX_SAFE_INTEGER]
  const searcher = createSearcher(memoryStore([ids.map(id => ({ id, title: 'word', text: '' }))]).store)
  const { hits } = await ask(searcher, 'word ', 10)
  expect(hits.map(({ id }) => id)).toEqual(ids.toReversed())
})

test('ids that do not ascend are refused', () => {
  for (const ids of [[2, 1], [1, 1], [-1], [0.5], [Number.NaN], [2 ** 53]])
    expect(() => buildSegment(ids.map(id => ({ id, title: '', text: '' }))), String(ids)).toThrow(RangeError)
})

test('a segment survives a structured clone and depends on nothing but its documents', () => {
  const random = randomNumbers(9)
  const documents = Array.from({ length: 10 }, (_, id) => randomDocument(id, random))
  expect(structuredClone(buildSegment(documents))).toEqual(buildSegment(documents))
})

test('a text that is one long word is indexed and found', async () => {
  const documents = [{ id: 1, title: 'x'.repeat(100_000), text: '"'.repeat(100_000) }]
  const searcher = createSearcher(memoryStore([documents]).store)
  expect((await ask(searcher, 'x'.repeat(3000), 1)).total).toBe(1)
  expect((await ask(searcher, 'xxx', 1)).total).toBe(1)
})

test('a segment is sound as it was written, and not with any byte changed or cut off', () => {
  const random = randomNumbers(12)
  const { header, bytes } = buildSegment(Array.from({ length: 300 }, (_, id) => randomDocument(id, random)))
  const soundWith = (given: Uint8Array): boolean =>
    isSound({ id: 1, newest: 1, header }, bytesInMemory(given))
  expect(soundWith(bytes)).toBe(true)
  expect(soundWith(bytes.subarray(0, -1))).toBe(false)
  for (let at = 0; at < bytes.length; at += 7) {
    const changed = bytes.slice()
    changed[at] = (changed[at] ?? 0) ^ (1 << Math.floor(random() * 8))
    expect(soundWith(changed), `byte ${at}`).toBe(false)
  }
})

test('the checksum is that of the standard, in one piece or several', () => {
  const text = new TextEncoder().encode('Wikipedia')
  expect(addToChecksum(NO_BYTES_SUM, text)).toBe(0x11e60398)
  const long = new Uint8Array(20_000).fill(255)
  const pieces = [long.subarray(0, 1), long.subarray(1, 5554), long.subarray(5554)]
  expect(pieces.reduce(addToChecksum, NO_BYTES_SUM)).toBe(addToChecksum(NO_BYTES_SUM, long))
})
