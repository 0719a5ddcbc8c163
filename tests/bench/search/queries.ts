import { tokenize } from '../../../renderer/text'
import { createRandom, pick, type Random } from '../load/random'
import type { BenchArticle } from './articles'

export const CLASSES = ['common', 'rare', 'and', 'phrase', 'prefix'] as const
export type QueryClass = (typeof CLASSES)[number]

/** A query as each of the two is asked. */
export interface BenchQuery {
  readonly ours: string
  readonly fts5: string
}

export type BenchQueries = Readonly<Record<QueryClass, readonly BenchQuery[]>>

/** Both tokenizers read these words alike. */
const PLAIN = /^[a-z]{2,}$/
const COMMON_SHARE = 0.05
const RARE_DOCUMENTS = 5
const PREFIX_LETTERS = 3

/** Draws queries out of the articles' own words, the same ones each time. */
export function drawQueries(articles: readonly BenchArticle[], count: number): BenchQueries {
  const frequencies = documentFrequencies(articles)
  const random = createRandom('queries')
  const words = [...frequencies.keys()].sort()
  const having = (fits: (documents: number) => boolean): readonly string[] =>
    words.filter(word => fits(frequencies.get(word) ?? 0))
  const common = having(documents => documents >= articles.length * COMMON_SHARE)
  const rare = having(documents => documents <= RARE_DOCUMENTS)
  const draw = (make: () => BenchQuery): readonly BenchQuery[] => Array.from({ length: count }, make)
  return {
    common: draw(() => wordQuery(pick(random, common))),
    rare: draw(() => wordQuery(pick(random, rare))),
    and: draw(() => {
      const [one, other] = [plainWord(articles, random), plainWord(articles, random)]
      return { ours: `${one} ${other} `, fts5: `"${one}" AND "${other}"` }
    }),
    phrase: draw(() => {
      const words = neighbours(articles, random).join(' ')
      return { ours: `"${words}"`, fts5: `"${words}"` }
    }),
    prefix: draw(() => {
      const letters = longWord(articles, random).slice(0, PREFIX_LETTERS)
      return { ours: `${letters}*`, fts5: `"${letters}"*` }
    }),
  }
}

/** A space behind a word says that it is finished. */
const wordQuery = (word: string): BenchQuery => ({ ours: `${word} `, fts5: `"${word}"` })

function documentFrequencies(articles: readonly BenchArticle[]): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>()
  for (const { title, text } of articles) {
    const terms = new Set<string>()
    tokenize(`${title}\n${text}`, term => terms.add(term))
    for (const term of terms) if (PLAIN.test(term)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  }
  return frequencies
}

function plainWord(articles: readonly BenchArticle[], random: Random): string {
  for (;;) {
    const word = pick(random, pick(random, articles).text.split(/\s+/))
    if (PLAIN.test(word)) return word
  }
}

function longWord(articles: readonly BenchArticle[], random: Random): string {
  for (;;) {
    const word = plainWord(articles, random)
    if (word.length > PREFIX_LETTERS + 1) return word
  }
}

/** Two or three words that follow one another with nothing but a space between them. */
function neighbours(articles: readonly BenchArticle[], random: Random): readonly string[] {
  for (;;) {
    const words = pick(random, articles).text.split(/\s+/)
    const first = Math.floor(random() * words.length)
    const found = words.slice(first, first + 2 + Math.floor(random() * 2))
    if (found.length > 1 && found.every(word => PLAIN.test(word))) return found
  }
}
