import { isFrequentWord } from '../text'
import { isNearSameText } from './duplicates'
import { profileOf } from './profile'
import type { Profile } from './profile'
import { reasonsOf, tellingTerms } from './reasons'
import type { RarityStatistics, Related, RelatedOptions, StoryArticle } from './types'

const DAY = 24 * 60 * 60 * 1000
/** After so many days half of what time can take is taken. */
const HALF_LIFE_DAYS = 4
/** The part of a score that time can take: an old article on the same thing is still related. */
const TIME_SHARE = 0.5
const SAME_SOURCE = 0.85
/** Below it and with fewer rare words in common articles only speak of similar things. */
const LEAST_SIMILARITY = 0.18
const LEAST_TELLING_TERMS = 2

/** A candidate and how close it is. */
interface Scored {
  readonly profile: Profile
  readonly score: number
}

/**
 * Chooses what to show under MORE HEADLINES.
 *
 * Articles are close when they share rare words in title and lead (cosine of weights by inverse document frequency,
 * names counting more) and when they appeared close in time; other sources come before the article's own. What is
 * not similar enough is left out, and of candidates with nearly the same text only the best stays.
 *
 * @param candidates in any order; the article itself among them is passed over
 * @param statistics how rare words are: of the article's words at least
 */
export function relatedHeadlines(
  article: StoryArticle,
  candidates: readonly StoryArticle[],
  statistics: RarityStatistics,
  options: RelatedOptions,
): readonly Related[] {
  const telling = withoutFrequentWords(statistics)
  const own = profileOf(article, telling)
  const rarity = rarityLike(own, telling)
  const scored = candidates
    .filter(({ id }) => id !== article.id)
    .map(candidate => scoreOf(own, profileOf(candidate, rarity), options))
    .filter(({ score }) => score > 0)
    .toSorted(
      (first, second) => second.score - first.score || second.profile.article.id - first.profile.article.id,
    )
  const related: Profile[] = []
  const results: Related[] = []
  const duplicates: Related[] = []
  for (const { profile, score } of scored) {
    const shared = tellingTerms(own, profile, telling)
    if (shared.size < LEAST_TELLING_TERMS) continue
    const why = reasonsOf(own, profile, shared, telling)
    const { id } = profile.article
    if (isNearSameText(own, profile)) duplicates.push({ id, score, why, kind: 'duplicate' })
    else if (related.length < options.limit && !related.some(other => isNearSameText(other, profile))) {
      related.push(profile)
      results.push({ id, score, why, kind: 'related' })
    }
  }
  return [...results, ...duplicates]
}

/** Words that are common in a language tell nothing, also where a small library has not seen them often yet. */
const withoutFrequentWords = (statistics: RarityStatistics): RarityStatistics => ({
  idf: term => (isFrequentWord(term) ? 0 : statistics.idf(term)),
})

/**
 * Only the article's own words can be shared, so only their rarity must be right; a candidate's other words count as
 * its words do in the middle. That spares looking up every word of every candidate.
 */
function rarityLike(own: Profile, statistics: RarityStatistics): RarityStatistics {
  const terms = [...own.weights.keys()]
  const sum = terms.reduce((total, term) => total + statistics.idf(term), 0)
  const middle = sum / terms.length || 1
  return { idf: term => (own.weights.has(term) ? statistics.idf(term) : middle) }
}

function scoreOf(
  own: Profile,
  profile: Profile,
  { now = Infinity, leastSimilarity }: RelatedOptions,
): Scored {
  const similarity = similarityOf(own, profile)
  if (similarity < (leastSimilarity ?? LEAST_SIMILARITY)) return { profile, score: 0 }
  const source = profile.article.sourceId === own.article.sourceId ? SAME_SOURCE : 1
  return { profile, score: similarity * source * closenessInTime(own.article, profile.article, now) }
}

function similarityOf(first: Profile, second: Profile): number {
  let similarity = 0
  for (const [term, weight] of first.weights) similarity += weight * (second.weights.get(term) ?? 0)
  return Math.min(1, similarity)
}

/** 1 for the same moment, falling to 1 - TIME_SHARE. */
function closenessInTime(first: StoryArticle, second: StoryArticle, now: number): number {
  const days = Math.abs(Math.min(first.dateline, now) - Math.min(second.dateline, now)) / DAY
  if (Number.isNaN(days)) return 1 - TIME_SHARE
  return 1 - TIME_SHARE + TIME_SHARE * 0.5 ** (days / HALF_LIFE_DAYS)
}
