import { kindAt, LETTER, lowerCase, widthOf } from './characters'
import type { Gender, QuoteLanguage } from './languages/language'
import type { Sentences } from './article'
import { fullName, isPerson } from './people'
import type { Mention, People } from './people'

/** How far the first word of a sentence may lie behind its beginning. */
const LONGEST_OPENING = 20

/**
 * What the article tells of its people's genders, by full name: forms of address, and the pronouns in sentences that
 * name one person only, after the name, and at the beginning of the next sentence.
 */
export function gendersOf(
  text: string,
  people: People,
  sentences: Sentences,
  language: QuoteLanguage,
): ReadonlyMap<string, Gender> {
  const votes = new Map<string, number>()
  const vote = (person: string, gender: Gender | undefined, weight: number): void => {
    if (gender === 'female') votes.set(person, (votes.get(person) ?? 0) - weight)
    if (gender === 'male') votes.set(person, (votes.get(person) ?? 0) + weight)
  }
  for (const mention of people.mentions) {
    if (mention.title === '') continue
    for (const title of mention.title.toLowerCase().split(/[\s.]+/))
      vote(fullName(mention, people), language.honorifics.get(title), 10)
  }
  for (const [sentence, mention] of onlyPersons(people, sentences)) {
    if (!mention) continue
    const person = fullName(mention, people)
    votes.set(person, (votes.get(person) ?? 0) + balanceAfter(text, sentences, sentence, mention, language))
  }
  const genders = [...votes].filter(([, sum]) => sum !== 0)
  return new Map(genders.map(([person, sum]) => [person, sum > 0 ? 'male' : 'female']))
}

/** By the index of a sentence, the person whom it names; null when it names several. */
function onlyPersons(people: People, { ofMention }: Sentences): ReadonlyMap<number, Mention | null> {
  const bySentence = new Map<number, Mention | null>()
  people.mentions.forEach((mention, index) => {
    const sentence = ofMention[index] ?? 0
    if (isPerson(mention, people)) bySentence.set(sentence, bySentence.has(sentence) ? null : mention)
  })
  return bySentence
}

/** How many more pronouns tell a man than a woman after the name, and at the beginning of the next sentence. */
function balanceAfter(
  text: string,
  { spans }: Sentences,
  sentence: number,
  mention: Mention,
  language: QuoteLanguage,
): number {
  const own = balanceIn(text, mention.end, spans[sentence]?.end ?? text.length, Infinity, language)
  const next = spans[sentence + 1]
  if (!next) return own
  return own + balanceIn(text, next.start, Math.min(next.end, next.start + LONGEST_OPENING), 1, language)
}

/** The same in the first words of a range, `most` of them at most. */
function balanceIn(text: string, from: number, to: number, most: number, language: QuoteLanguage): number {
  let balance = 0
  let words = 0
  for (let at = from; at < to && words < most;) {
    const end = endOfLetters(text, at, to)
    if (end > at) {
      const gender = language.genders.get(lowerCase(text, at, end))
      if (gender === 'male') balance++
      if (gender === 'female') balance--
      words++
    }
    at = end > at ? end : at + widthOf(text.codePointAt(at) as number)
  }
  return balance
}

function endOfLetters(text: string, from: number, to: number): number {
  let at = from
  while (at < to && kindAt(text, at) & LETTER) at += widthOf(text.codePointAt(at) as number)
  return Math.min(at, to)
}
