import { expect, test } from '@playwright/test'
import { createSearcher, planMerge } from '../../../renderer/search'
import type { Hit, IndexDocument, QueryNode, QueryWord, SearchField } from '../../../renderer/search'
import { queryTokens } from '../../../renderer/text'
import type { Stem } from '../../../renderer/text'
import { searchByReading } from './brute-force'
import type { Reading } from './brute-force'
import { batchesOf, memoryStore, pick, randomDocument, randomNumbers, randomWord } from './corpus'

const LIMIT = 40
const CONDITIONS = [
  { kind: 'status', status: 'unread' },
  { kind: 'since', at: 700 },
  { kind: 'source', words: ['a'] },
] as const

/** `kami` and `kamin` have one stem, and so has whatever begins with the same three letters. */
const STEMS: readonly Stem[] = [term => term.replace(/n$/, ''), term => term.slice(0, 3)]

const fulfils: Reading['fulfils'] = condition => {
  if (condition.kind === 'since') return id => id >= condition.at
  return id => id % (condition.kind === 'source' ? 2 : 3) === 0
}
/** Many have the same one. */
const datelineOf = (id: number): number => (id * 7) % 50

function randomWords(random: () => number): QueryWord {
  const field = pick<SearchField | null>([null, null, null, 'title', 'author', 'speaker', 'has'], random)
  if (field === 'has') return { kind: 'term', term: 'picture', field }
  const [word] = queryTokens(randomWord(random))
  const [prefix, term] = [word?.isBeginning ?? false, word?.term ?? '']
  const length = field === 'speaker' || random() < 0.4 ? 1 + Math.floor(random() * 4) : 0
  if (length < 2)
    return random() < 0.3
      ? { kind: 'prefix', term: term.slice(0, 1 + Math.floor(random() * 3)), field }
      : { kind: prefix ? 'prefix' : 'term', term, field }
  const text = Array.from({ length }, () => randomWord(random)).join(' ')
  const words = queryTokens(text).map(({ term: each, position, isBeginning }) => ({
    term: each,
    prefix: isBeginning,
    offset: position,
  }))
  const last = words.length - 1
  const typed = words.map((each, index) => ({
    ...each,
    prefix: each.prefix || (index === last && random() < 0.5),
  }))
  return { kind: 'phrase', words: typed, field }
}

/** Terms that stand near one another. */
function anyOf({ term, field }: Extract<QueryWord, { term: string }>, random: () => number): QueryNode {
  return { kind: 'any', terms: [term, `${term}n`, randomWord(random)], field }
}

function randomQuery(random: () => number, depth = 0): QueryNode {
  const kind = random()
  if (depth > 2 || kind < 0.35) {
    const word = randomWords(random)
    if (word.kind !== 'phrase' && random() < 0.4) return { ...word, inflected: true }
    if (random() < 0.1 && word.kind === 'term') return anyOf(word, random)
    return random() < 0.2 ? { kind: 'guess', of: word } : word
  }
  if (kind < 0.43) return { kind: 'condition', condition: pick(CONDITIONS, random) }
  if (kind < 0.55) return { kind: 'not', of: randomQuery(random, depth + 1) }
  const of = Array.from({ length: Math.floor(random() * 4) }, () => randomQuery(random, depth + 1))
  return { kind: kind < 0.8 ? 'and' : 'or', of }
}

/** Sums of the same numbers in another order differ in their last bits: documents as near as that may change places. */
function isSameOrder(hits: readonly Hit[], expected: readonly Hit[]): boolean {
  const scores = new Map(expected.map(({ id, score }) => [id, score]))
  return (
    hits.length === Math.min(LIMIT, expected.length) &&
    new Set(hits.map(({ id }) => id)).size === hits.length &&
    hits.every(({ id, score }, rank) => {
      const own = scores.get(id) ?? Infinity
      return Math.abs(own - score) < 1e-9 && Math.abs((expected[rank]?.score ?? 0) - score) < 1e-9
    })
  )
}

/** The queries whose answers are not those of reading every document. */
async function wrongAnswers(
  memory: ReturnType<typeof memoryStore>,
  batches: readonly (readonly IndexDocument[])[],
  isDeleted: (id: number) => boolean,
  rounds: number,
  random: () => number,
): Promise<{ readonly wrong: readonly string[]; readonly found: number }> {
  const searcher = createSearcher(memory.store, { isDeleted })
  const wrong: string[] = []
  let found = 0
  for (let round = 0; round < rounds; round++) {
    const root = randomQuery(random)
    const expected = searchByReading(batches, root, { isDeleted, fulfils, stems: STEMS })
    const options = { limit: LIMIT, fulfils, datelineOf, stems: STEMS }
    const query = { root, parts: [], terms: [] }
    const { total, hits, matched } = await searcher.search(query, { ...options, order: 'relevance' })
    const dated = await searcher.search(query, { ...options, order: 'date' })
    const byDate = expected.toSorted(
      (first, second) => datelineOf(second.id) - datelineOf(first.id) || second.id - first.id,
    )
    if (total > 0) found++
    const isSame =
      total === expected.length &&
      isSameOrder(hits, expected) &&
      String(matched.toSorted()) === String(expected.map(({ id }) => id).sort((one, other) => one - other)) &&
      String(dated.hits.map(({ id }) => id)) === String(byDate.slice(0, LIMIT).map(({ id }) => id))
    if (!isSame) wrong.push(JSON.stringify(root))
  }
  return { wrong, found }
}

test('answers equal those of reading every document, for 500 random queries, before and after merges', async () => {
  test.setTimeout(300_000)
  const random = randomNumbers(11)
  const documents = Array.from({ length: 960 }, (_, index) => randomDocument(index * 3 + 1, random))
  const rewritten = [40, 41, 43, 400].map(index => randomDocument(index * 3 + 1, random))
  const again = [41, 43, 500].map(index => randomDocument(index * 3 + 1, random))
  let batches: readonly (readonly IndexDocument[])[] = [
    ...batchesOf(documents, 33),
    rewritten,
    [randomDocument(5000, random)],
    ...Array.from({ length: 30 }, (_, index) => [randomDocument(6000 + index, random)]),
    again,
  ]
  const memory = memoryStore(batches)
  const isDeleted = (id: number): boolean => id % 11 === 0
  const before = await wrongAnswers(memory, batches, isDeleted, 250, random)
  expect(before.wrong).toEqual([])
  let merges = 0
  // Few at a time, so that what was merged is merged again.
  const next = () => planMerge(memory.stored(), 32)
  for (let plan = next(); plan; plan = next()) {
    const first = [...memory.segments.values()].map(({ newest }) => newest).sort((one, other) => one - other)
    const from = first.indexOf(plan[0]?.newest ?? 0)
    const run = batches.slice(from, from + plan.length)
    const kept = run.flatMap((batch, number) =>
      batch.filter(
        ({ id }) =>
          !isDeleted(id) && !run.slice(number + 1).some(newer => newer.some(other => other.id === id)),
      ),
    )
    batches = [...batches.slice(0, from), kept, ...batches.slice(from + plan.length)]
    memory.merge(plan, isDeleted)
    merges++
  }
  expect(merges).toBeGreaterThan(1)
  expect(memory.segments.size).toBe(batches.length)
  const after = await wrongAnswers(memory, batches, isDeleted, 250, random)
  expect(after.wrong).toEqual([])
  expect(before.found + after.found).toBeGreaterThan(250)
})

test('one segment of long lists answers as many small ones, by words, phrases and both', async () => {
  test.setTimeout(300_000)
  const random = randomNumbers(77)
  const documents = Array.from({ length: 1000 }, (_, id) => randomDocument(id, random))
  const whole = memoryStore([documents])
  const { wrong, found } = await wrongAnswers(whole, [documents], () => false, 250, random)
  expect(wrong).toEqual([])
  expect(found).toBeGreaterThan(120)
})
