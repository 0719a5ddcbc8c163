import type { Span } from '../text'
import { isSomebody, personOf } from './article'
import type { Article } from './article'
import type { Gender } from './languages/language'
import { isPerson, mentionIndexAt } from './people'
import type { Mention } from './people'
import { appositionAfter, holdsRole, personOfRole, withoutDeterminers } from './roles'

/** Who a speaker is. */
export interface Resolved {
  /** The fullest name in the article. */
  readonly person: string | null
  readonly role: string | null
}

/** How many mentions back a pronoun may reach. */
const LONGEST_REACH = 40
/** How many sentences earlier a name counts as standing when it is not its sentence's subject ... */
const OBJECT_PENALTY = 1.5
/** ... when nothing but its capitals shows it to be a person's ... */
const STRANGER_PENALTY = 4
/** ... and when the pronoun tells a gender and the article does not tell the person's. */
const UNKNOWN_PENALTY = 2

/** Tells who the speaker is that is written at `speaker`. */
export function resolveSpeaker(speaker: Span, article: Article): Resolved {
  const { text, language, people } = article
  const written = text.slice(speaker.start, speaker.end)
  const gender = language.pronouns.get(written.toLowerCase())
  if (gender) return { person: ofPronoun(gender, speaker.start, article), role: null }
  const mention = people.mentions[mentionIndexAt(people, speaker.end) - 1]
  const isNamed =
    mention && mention.start >= speaker.start && !holdsRole(text.slice(mention.end, speaker.end), language)
  return isNamed ? ofName(mention, speaker, article) : ofRole(written, article)
}

function ofName(mention: Mention, speaker: Span, article: Article): Resolved {
  const { text, language, people } = article
  const before = withoutDeterminers(text.slice(speaker.start, mention.start).trim(), language)
  const isBesideRole = holdsRole(before, language) || isTrade(before, mention, language)
  const isNamed = before === '' ? speaker.start === mention.start : isBesideRole
  const person = isNamed || isPerson(mention, people) ? personOf(mention, article) : null
  const role = isBesideRole ? before : appositionAfter(text, mention, language)
  // Else the title that stands beside the person elsewhere in the article.
  return { person, role: role ?? (person && (article.titles().get(person) ?? null)) }
}

/** No list holds every trade: words in small letters before a full name say what the person is. */
const isTrade = (before: string, { words }: Mention, { capitalNouns }: Article['language']): boolean =>
  !capitalNouns &&
  words.length > 1 &&
  /^\p{Ll}[\p{Ll}\p{M}'’-]+(?: \p{Ll}[\p{Ll}\p{M}'’-]+){0,3}$/u.test(before)

function ofRole(written: string, article: Article): Resolved {
  const { language } = article
  const role = withoutDeterminers(written, language)
  if (holdsRole(role, language)) return { person: personOfRole(role, article), role }
  // In a script without capitals, what is neither pronoun nor role is a name.
  return { person: language.cutAt ? written : null, role: null }
}

/** The nearest person before `position` whom the pronoun fits; subjects of their sentences are nearer. */
function ofPronoun(gender: Gender, position: number, article: Article): string | null {
  if (gender === 'plural') return null
  const { mentions } = article.people
  const { ofMention } = article.sentences()
  const here = mentionIndexAt(article.people, position)
  const sentence = ofMention[here] ?? ofMention.at(-1) ?? 0
  let best: string | null = null
  let nearest = Infinity
  for (let index = here - 1; index >= Math.max(0, here - LONGEST_REACH); index--) {
    const between = sentence - (ofMention[index] ?? 0)
    // Those further back are no nearer.
    if (between >= nearest) break
    const mention = mentions[index] as Mention
    const distance = between + penaltyOf(mention, index, gender, nearest - between, article)
    if (distance >= nearest) continue
    best = personOf(mention, article)
    nearest = distance
  }
  return best
}

/** In sentences; infinite for whom the pronoun cannot mean, and when it is surely no less than `most`. */
function penaltyOf(mention: Mention, index: number, gender: Gender, most: number, article: Article): number {
  const isKnown = isSomebody(mention, article)
  if (!isKnown && (mention.words.length < 2 || article.language.capitalNouns)) return Infinity
  const { spans, ofMention } = article.sentences()
  const opens = spans[ofMention[index] ?? 0]?.start ?? 0
  const isSubject = mention.runStart === opens || article.speaking.has(mention.end)
  const penalty = (isSubject ? 0 : OBJECT_PENALTY) + (isKnown ? 0 : STRANGER_PENALTY)
  if (gender === 'any') return penalty
  if (penalty >= most) return Infinity
  const own = article.genders().get(personOf(mention, article))
  if (own && own !== gender) return Infinity
  return penalty + (own ? 0 : UNKNOWN_PENALTY)
}
