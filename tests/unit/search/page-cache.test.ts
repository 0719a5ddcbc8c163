import { expect, test } from '@playwright/test'
import { createSearcher } from '../../../renderer/search'
import { createPool } from '../../../renderer/search/pool'
import { ask, memoryStore } from './corpus'

const WORDS = Array.from({ length: 40_000 }, (_, number) => `w${number.toString(36)}x`)

test('what was used of a page stays when other pages take its place, and what was not is read again', async () => {
  const documents = [1, 2].map(id => ({ id, title: '', text: WORDS.join(' ') }))
  const memory = memoryStore([documents])
  expect(memory.segments.get(1)?.pages.length).toBeGreaterThan(8)
  // A quarter is for whole pages: one of them.
  const searcher = createSearcher(memory.store, { cacheBytes: 300_000 })
  const asked = WORDS.filter((_, number) => number % 700 === 0)
  const askAll = async (words: readonly string[]): Promise<void> => {
    for (const word of words) expect((await ask(searcher, `"${word}"`, 1)).total, word).toBe(2)
  }
  await askAll(asked)
  const before = memory.requests()
  await askAll(asked)
  expect(memory.requests()).toBe(before)
  await askAll(WORDS.filter((_, number) => number % 700 === 350))
  expect(memory.requests()).toBeGreaterThan(before)
  await askAll(asked)
})

test('a pool gives back the smallest item that is large enough, and keeps only some', () => {
  const pool = createPool<number[]>(
    2,
    capacity => Array.from<number>({ length: capacity }).fill(0),
    ({ length }) => length,
  )
  const [small, middle, large] = [pool.take(8), pool.take(80), pool.take(800)]
  for (const item of [middle, small, large]) pool.give(item)
  expect(pool.take(101)).toBe(large)
  expect(pool.take(5)).toBe(middle)
  expect(pool.take(5)).not.toBe(small)
})
