import { expect, test } from '@playwright/test'
import { relatedHeadlines } from '../../../renderer/stories'
import type { StoryArticle } from '../../../renderer/stories'
import { tokenize } from '../../../renderer/text'

const HOUR = 60 * 60 * 1000
const NOON = Date.UTC(2024, 10, 27, 12)

const DAM: StoryArticle = {
  id: 1,
  title: 'Dam above Kestrel Valley breaks after a week of rain',
  lead: 'Some 4,000 people left their homes in Kestrel Valley on Tuesday after the Orlen dam gave way. Governor Mira Talbot said the bridge at Haddon was lost.',
  dateline: NOON,
  sourceId: 1,
}
const SAME_EVENT: StoryArticle = {
  id: 2,
  title: 'Governor Talbot asks why the Orlen dam gave way',
  lead: 'Engineers warned of cracks in the spring, Mira Talbot said in Haddon, where 4,000 people slept in schools.',
  dateline: NOON + 5 * HOUR,
  sourceId: 2,
}
const SAME_TEXT: StoryArticle = {
  ...DAM,
  id: 3,
  sourceId: 3,
  title: 'Dam above Kestrel Valley breaks after week of rain',
}
const UNRELATED: StoryArticle = {
  id: 4,
  title: 'The orchestra names a new conductor',
  lead: 'After a year without one, the city orchestra said on Tuesday that it has found its conductor.',
  dateline: NOON,
  sourceId: 2,
}
const SAME_WORDS_ONLY: StoryArticle = {
  id: 5,
  title: 'Some people said it was the week after',
  lead: 'On Tuesday people said that they left after some rain at the bridge.',
  dateline: NOON,
  sourceId: 4,
}
/** Texts that make ordinary words ordinary. */
const BACKGROUND = Array.from(
  { length: 40 },
  (_, index) =>
    `Number ${index}: some people said on Tuesday that the week after was a new year at the bridge of their city, and left in the rain`,
)

const ALL = [SAME_EVENT, SAME_TEXT, UNRELATED, SAME_WORDS_ONLY]

function statisticsOf(articles: readonly StoryArticle[]) {
  const texts = [...articles.map(({ title, lead }) => `${title} ${lead}`), ...BACKGROUND]
  const counts = new Map<string, number>()
  for (const text of texts) {
    const terms = new Set<string>()
    tokenize(text, term => terms.add(term))
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  }
  return {
    idf: (term: string) => {
      const count = counts.get(term) ?? 0
      return Math.log(1 + (texts.length - count + 0.5) / (count + 0.5))
    },
  }
}

const STATISTICS = statisticsOf([DAM, ...ALL])

test('an article on the same event is related, and says by which names and words', () => {
  const [first, ...others] = relatedHeadlines(DAM, [SAME_EVENT, UNRELATED, SAME_WORDS_ONLY], STATISTICS, {
    limit: 6,
  })
  expect(others).toEqual([])
  expect(first).toMatchObject({ id: 2, kind: 'related' })
  expect(first?.why).toHaveLength(3)
  for (const reason of first?.why ?? []) expect(`${DAM.title}\n${DAM.lead}`).toContain(reason)
  expect(first?.why.join(' | ')).toContain('Orlen dam gave way')
  expect(first?.why.join(' | ')).toMatch(/Mira Talbot|4,000 people/)
})

test('nearly the same text is a duplicate and comes last', () => {
  const kinds = relatedHeadlines(DAM, ALL, STATISTICS, { limit: 6 }).map(({ id, kind }) => [id, kind])
  expect(kinds).toEqual([
    [2, 'related'],
    [3, 'duplicate'],
  ])
})

test('of candidates with the same text only one is shown', () => {
  const copies = [SAME_EVENT, { ...SAME_EVENT, id: 12, sourceId: 7 }, { ...SAME_EVENT, id: 13, sourceId: 8 }]
  expect(relatedHeadlines(DAM, copies, STATISTICS, { limit: 6 })).toHaveLength(1)
})

test('the article itself is never its own headline', () => {
  expect(relatedHeadlines(DAM, [DAM], STATISTICS, { limit: 6 })).toEqual([])
})

test('closer in time and from another source comes first', () => {
  const variant = (id: number, sourceId: number, hours: number, title: string): StoryArticle => ({
    ...SAME_EVENT,
    id,
    sourceId,
    title,
    lead: SAME_EVENT.lead.split(' ').toReversed().join(' '),
    dateline: NOON + hours * HOUR,
  })
  const scoreOf = (candidate: StoryArticle): number =>
    relatedHeadlines(DAM, [candidate], STATISTICS, { limit: 1 })[0]?.score ?? 0
  const near = scoreOf(variant(20, 2, 2, SAME_EVENT.title))
  expect(near).toBeGreaterThan(scoreOf(variant(21, 2, 24 * 30, SAME_EVENT.title)))
  expect(near).toBeGreaterThan(scoreOf(variant(22, 1, 2, SAME_EVENT.title)))
  expect(scoreOf(variant(23, 2, 24 * 365 * 9, SAME_EVENT.title))).toBeGreaterThan(0)
})

test('a dateline in the future counts as now', () => {
  const future = { ...SAME_EVENT, dateline: NOON + 24 * 365 * HOUR }
  const [clamped] = relatedHeadlines(DAM, [future], STATISTICS, { limit: 1, now: NOON })
  const [present] = relatedHeadlines(DAM, [{ ...SAME_EVENT, dateline: NOON }], STATISTICS, {
    limit: 1,
    now: NOON,
  })
  expect(clamped?.score).toBe(present?.score)
})

test('the limit holds, and a lower threshold lets more in', () => {
  expect(relatedHeadlines(DAM, ALL, STATISTICS, { limit: 0 }).map(({ kind }) => kind)).toEqual(['duplicate'])
  const strict = relatedHeadlines(DAM, ALL, STATISTICS, { limit: 6, leastSimilarity: 0.99 })
  const lax = relatedHeadlines(DAM, ALL, STATISTICS, { limit: 6, leastSimilarity: 0.01 })
  expect(strict.filter(({ kind }) => kind === 'related')).toEqual([])
  expect(lax.length).toBeGreaterThan(1)
})

test('articles without words, dates or sense are passed over', () => {
  const empty: StoryArticle = { id: 30, title: '', lead: '', dateline: Number.NaN, sourceId: 9 }
  const noise: StoryArticle = { ...empty, id: 31, title: '"'.repeat(100_000), lead: 'x'.repeat(100_000) }
  expect(relatedHeadlines(DAM, [empty, noise], STATISTICS, { limit: 6 })).toEqual([])
  expect(relatedHeadlines(empty, [DAM, noise], STATISTICS, { limit: 6 })).toEqual([])
  const undated = relatedHeadlines(DAM, [{ ...SAME_EVENT, dateline: Number.NaN }], STATISTICS, { limit: 1 })
  expect(undated[0]?.score).toBeGreaterThan(0)
})

test('articles in Japanese are compared, too', () => {
  const own: StoryArticle = {
    id: 40,
    title: '東京都議会が新しい予算案を可決',
    lead: '防災に重点を置いた予算案が木曜日に可決された。',
    dateline: NOON,
    sourceId: 1,
  }
  const other: StoryArticle = {
    id: 41,
    title: '都議会、予算案を可決 防災に重点',
    lead: '知事は新しい予算案を歓迎した。',
    dateline: NOON,
    sourceId: 2,
  }
  const [first] = relatedHeadlines(own, [other, UNRELATED], statisticsOf([own, other, ...ALL]), { limit: 6 })
  expect(first?.id).toBe(41)
  expect(first?.why.length).toBeGreaterThan(0)
})

test('words that are frequent in a language relate nothing, whatever a small library says of their rarity', () => {
  const words = 'there was of the and in his for that'
  const article = { ...DAM, title: `Bread ${words}`, lead: `Rye ${words} oven` }
  const other = { ...UNRELATED, title: `Ships ${words}`, lead: `Anchor ${words} mast` }
  expect(relatedHeadlines(article, [other], { idf: () => 5 }, { limit: 5 })).toEqual([])
})
