import { personOf } from './article'
import { kindAt, LETTER_OR_DIGIT } from './characters'
import type { Article } from './article'
import { CLAUSE_OPENER, DETERMINER, FILLER, PREPOSITION, SAYING } from './languages/language'
import type { QuoteLanguage } from './languages/language'
import { isPerson, mentionIndexAt } from './people'
import type { Mention } from './people'
import { isRole } from './phrases'

const WORDS = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.\-‐‑]*/gu
/** How far before and after a name its role is looked for, in UTF-16 code units. */
const REACH = 80
/** A text with more different roles than this is no article; the bound keeps the work linear. */
const MOST_ROLES = 50
/** `former vice`, `leading NATO`: more words before a role are a clause. */
const WORDS_BEFORE_ROLE = 3
const FOLLOWS_ROLE = 3
const SPEAKS = 1
/** A phrase that one of these opens stands beside nobody. */
const OPENS_CLAUSE = CLAUSE_OPENER | SAYING | PREPOSITION | FILLER
const OTHER_ROLE = -4

const wordsOf = (text: string): readonly string[] => text.toLowerCase().match(WORDS) ?? []

/** Whether a phrase has a word for what a person is. */
export const holdsRole = (phrase: string, language: QuoteLanguage): boolean =>
  wordsOf(phrase).some(word => isRoleName(word, language))

const isRoleName = (word: string, language: QuoteLanguage): boolean =>
  isRole(word, classesOf(word, language), language)

const classesOf = (word: string, { classes }: QuoteLanguage): number => classes.get(word) ?? 0

/** `the prime minister` without its article. */
export function withoutDeterminers(phrase: string, language: QuoteLanguage): string {
  const [first = ''] = phrase.split(/\s/, 1)
  return classesOf(first.toLowerCase(), language) & DETERMINER ? phrase.slice(first.length).trim() : phrase
}

/** `NAME, president of the club, ...`: what stands between the name and the next punctuation, when it is a role. */
export function appositionAfter(text: string, mention: Mention, language: QuoteLanguage): string | null {
  if (!text.startsWith(', ', mention.end)) return null
  const match = /^, ([^,.;:!?()\n“”"«»]+)[,.;)\n]/.exec(text.slice(mention.end, mention.end + REACH))
  const phrase = withoutDeterminers(match?.[1]?.trim() ?? '', language)
  const written = phrase.match(WORDS) ?? []
  const role = written.findIndex(word => isRoleName(word.toLowerCase(), language))
  if (role < 0 || role > WORDS_BEFORE_ROLE) return null
  const opensClause = classesOf((written[0] ?? '').toLowerCase(), language) & OPENS_CLAUSE
  // `NAME, met President OTHER`: that title is somebody else's.
  const last = written.findLastIndex(word => isRoleName(word.toLowerCase(), language))
  const isOthers = isCapital(written[last]) && isCapital(written[last + 1])
  return opensClause || isOthers ? null : phrase
}

const isCapital = (word = ''): boolean => /^\p{Lu}/u.test(word)

/** Whether `words` ends with `role`, or holds it so that no further role word makes it another role. */
function names(words: readonly string[], role: readonly string[], language: QuoteLanguage): boolean {
  for (let at = words.length - role.length; at >= 0; at--) {
    if (!role.every((word, index) => words[at + index] === word)) continue
    if (!isRoleName(words[at + role.length] ?? '', language)) return true
  }
  return false
}

/**
 * The person whom an article means by a role. First the name that stands beside the role anywhere in the article; else
 * whom the text goes on with by name after a sentence about the role, unless that person has another role.
 */
export function personOfRole(role: string, article: Article): string | null {
  const { roles } = article
  const key = role.toLowerCase()
  const known = roles.get(key)
  if (known !== undefined || roles.size >= MOST_ROLES) return known ?? null
  const words = wordsOf(key)
  const last = lastLetter(key, key.length)
  const beside = article.people.mentions.find(mention => standsBeside(mention, words, last, article))
  const person = beside ? personOf(beside, article) : personOfStory(words, article)
  roles.set(key, person)
  return person
}

function standsBeside(
  mention: Mention,
  role: readonly string[],
  last: string,
  { text, language }: Article,
): boolean {
  if (mayEndIn(text, mention.start, last) && isBefore(text, mention.start, role)) return true
  const apposition = appositionAfter(text, mention, language)
  return apposition !== null && names(wordsOf(apposition), role, language)
}

/** Whether the words of a role stand right before `end`, and nothing else but space. */
function isBefore(text: string, end: number, role: readonly string[]): boolean {
  const before = text.slice(Math.max(0, end - REACH), end)
  return wordsOf(before).slice(-role.length).join(' ') === role.join(' ') && !/[.,;:!?\n]\s*$/.test(before)
}

/** Whether a word that ends in the letter `last` may stand before `end`: far cheaper than reading words. */
function mayEndIn(text: string, end: number, last: string): boolean {
  const letter = lastLetter(text, end)
  return letter === last || letter > '\x7f' || last > '\x7f'
}

/** The last letter or digit before `end` in lower case; empty when there is none. */
function lastLetter(text: string, end: number): string {
  for (let at = end - 1; at >= Math.max(0, end - REACH); at--)
    if (kindAt(text, at) & LETTER_OR_DIGIT) return text.charAt(at).toLowerCase()
  return ''
}

/** `The minister welcomed her guest. Jane Doe thanked him.` */
function personOfStory(role: readonly string[], article: Article): string | null {
  const points = new Map<string, number>()
  const add = (person: string, score: number): void =>
    void points.set(person, (points.get(person) ?? 0) + score)
  for (const mention of namedAfterRole(role, article)) add(personOf(mention, article), FOLLOWS_ROLE)
  if (points.size === 0) return null
  for (const mention of article.people.mentions) {
    const person = personOf(mention, article)
    if (!points.has(person)) continue
    if (article.speaking.has(mention.end)) add(person, SPEAKS)
    if (mention.title !== '' && !names(wordsOf(mention.title), role, article.language))
      add(person, OTHER_ROLE)
  }
  const [best] = [...points].sort((one, other) => other[1] - one[1])
  return best && best[1] >= FOLLOWS_ROLE ? best[0] : null
}

/** The people whose names open a sentence after one that the role opens. */
function namedAfterRole(role: readonly string[], article: Article): readonly Mention[] {
  const { text, people, language } = article
  const { spans } = article.sentences()
  return spans.flatMap((sentence, index) => {
    const next = spans[index + 1]
    const mention = next && people.mentions[mentionIndexAt(people, next.start)]
    if (!mention || mention.start !== next.start || !isPerson(mention, people)) return []
    const opening = withoutDeterminers(text.slice(sentence.start, sentence.start + REACH), language)
    return names(wordsOf(opening).slice(0, role.length + 1), role, language) ? [mention] : []
  })
}
