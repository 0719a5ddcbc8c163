import { tokenize } from '../text'
import type { RarityStatistics, StoryArticle } from './types'

/** A word where it stands in the title (`field` 0), the lead (1) or the names (2). */
export interface Word {
  readonly term: string
  /** In UTF-16 code units of its field. */
  readonly start: number
  readonly end: number
}

/** An article as it is compared. */
export interface Profile {
  readonly article: StoryArticle
  /** The words of the title and of the lead, in order. */
  readonly fields: readonly { readonly text: string; readonly words: readonly Word[] }[]
  /** Terms that are written like names. */
  readonly names: ReadonlySet<string>
  /** How much each term says about the article; the squares add up to 1. */
  readonly weights: ReadonlyMap<string, number>
}

/** More of a lead tells about the background, not about the event. */
const LEAD_WORDS = 120
const TITLE_WEIGHT = 2
const NAME_WEIGHT = 1.4
/** A title in which more of the words have capitals is written in title case: they then say nothing of names. */
const MOST_CAPITALS = 0.6

/** Prepares an article for comparison. */
export function profileOf(article: StoryArticle, statistics: RarityStatistics): Profile {
  const title = wordsOf(article.title, Infinity)
  const lead = wordsOf(article.lead, LEAD_WORDS)
  const names = new Set([
    ...capitalised(article.title, title, true),
    ...capitalised(article.lead, lead, false),
  ])
  for (const name of article.names ?? []) for (const { term } of wordsOf(name, LEAD_WORDS)) names.add(term)
  return {
    article,
    fields: [
      { text: article.title, words: title },
      { text: article.lead, words: lead },
    ],
    names,
    weights: weightsOf(title, lead, names, statistics),
  }
}

function wordsOf(text: string, most: number): readonly Word[] {
  const words: Word[] = []
  // No word has more than 64 letters that count; the rest of a long text is not read at all.
  tokenize(text.slice(0, LEAD_WORDS * 64), (term, start, end, position) => {
    if (position < most) words.push({ term, start, end })
  })
  return words
}

/** Words with a capital that do not begin a sentence. */
function capitalised(text: string, words: readonly Word[], isTitle: boolean): readonly string[] {
  const capitals = words.filter(({ start }) => isCapital(text.charAt(start)))
  if (isTitle && capitals.length > words.length * MOST_CAPITALS) return []
  return capitals.filter(({ start }) => !beginsSentence(text, start)).map(({ term }) => term)
}

function isCapital(character: string): boolean {
  return character !== character.toLowerCase()
}

function beginsSentence(text: string, start: number): boolean {
  return start === 0 || /[.!?:\u2026\n"\u201c\u00ab]\W*$/.test(text.slice(Math.max(0, start - 4), start))
}

function weightsOf(
  title: readonly Word[],
  lead: readonly Word[],
  names: ReadonlySet<string>,
  statistics: RarityStatistics,
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const { term } of title) counts.set(term, (counts.get(term) ?? 0) + TITLE_WEIGHT)
  for (const { term } of lead) counts.set(term, (counts.get(term) ?? 0) + 1)
  const weights = new Map<string, number>()
  let squares = 0
  for (const [term, count] of counts) {
    const weight = (1 + Math.log(count)) * statistics.idf(term) * (names.has(term) ? NAME_WEIGHT : 1)
    weights.set(term, weight)
    squares += weight * weight
  }
  const length = Math.sqrt(squares) || 1
  for (const [term, weight] of weights) weights.set(term, weight / length)
  return weights
}
