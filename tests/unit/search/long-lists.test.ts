import { expect, test } from '@playwright/test'
import { createSearcher, parseQuery } from '../../../renderer/search'
import type { IndexDocument } from '../../../renderer/search'
import { searchByReading } from './brute-force'
import { ask, batchesOf, memoryStore, pick, randomNumbers } from './corpus'

const COMMON = [...'abcdefghijklmnopqrstuvwxyz'].map(letter => `common${letter}`)
const RARE = Array.from({ length: 60 }, (_, number) => `rare${number.toString(36)}`)

/** Every list of a common word has a skip table and many positions. */
function longDocument(id: number, random: () => number): IndexDocument {
  const words = Array.from({ length: 150 }, () => pick(COMMON, random))
  if (random() < 0.2) words[Math.floor(random() * words.length)] = pick(RARE, random)
  return { id, title: words.slice(0, 3).join(' '), text: words.join(' ') }
}

function randomQueries(random: () => number): readonly string[] {
  const common = (): string => pick(COMMON, random)
  const rare = (): string => pick(RARE, random)
  return Array.from({ length: 6 }, () => [
    `"${common()} ${common()}"`,
    `"${common()} ${rare()}"`,
    `"${rare()} ${common()} ${common()}"`,
    `"${common()} ${common()} ${common()}"`,
    `"${common()} rar*"`,
    `${common()} ${rare()} `,
    `${rare()} OR ${common()} `,
    'comm*',
  ]).flat()
}

test('long lists are read exactly, whatever is looked for in them', async () => {
  test.setTimeout(120_000)
  const random = randomNumbers(5)
  const documents = Array.from({ length: 1000 }, (_, id) => longDocument(id, random))
  const whole = memoryStore([documents])
  const merged = memoryStore(batchesOf(documents, 200))
  merged.merge(merged.stored(), () => false)
  expect(merged.segments.get(6)?.bytes.length).toBeGreaterThan(100_000)
  const reading = { isDeleted: () => false, fulfils: () => () => true }
  const searchers = [createSearcher(whole.store), createSearcher(merged.store)]
  for (const text of randomQueries(random)) {
    const expected = searchByReading([documents], parseQuery(text, 0).root, reading)
    // Asked side by side, for they share the memory that they read into.
    const results = await Promise.all(searchers.map(searcher => ask(searcher, text, 30)))
    for (const { total, hits } of results) {
      expect(total, text).toBe(expected.length)
      hits.forEach(({ score }, rank) => expect(score, text).toBeCloseTo(expected[rank]?.score ?? 0, 9))
    }
  }
})
