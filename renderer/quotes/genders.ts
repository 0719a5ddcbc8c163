import type { Gender, QuoteLanguage } from './languages/language'
import { fullName, isPerson } from './people'
import type { Mention, People } from './people'

const WORDS = /\p{L}+/gu

/**
 * What the article tells of its people's genders, by full name: forms of address, and the pronouns in sentences that
 * name one person only, after the name, and at the beginning of the next sentence.
 */
export function gendersOf(
  text: string,
  people: People,
  language: QuoteLanguage,
): ReadonlyMap<string, Gender> {
  const votes = new Map<string, number>()
  const vote = (person: string, gender: Gender | undefined, weight: number): void => {
    if (gender === 'female') votes.set(person, (votes.get(person) ?? 0) - weight)
    if (gender === 'male') votes.set(person, (votes.get(person) ?? 0) + weight)
  }
  for (const mention of people.mentions)
    for (const title of mention.title.toLowerCase().split(/[\s.]+/))
      vote(fullName(mention, people), language.honorifics.get(title), 10)
  for (const mention of onlyPersonOfSentence(people)) {
    const person = fullName(mention, people)
    for (const word of wordsAfter(text, people, mention))
      vote(person, language.pronouns.get(word) ?? language.possessives.get(word), 1)
  }
  const genders = [...votes].filter(([, sum]) => sum !== 0)
  return new Map(genders.map(([person, sum]) => [person, sum > 0 ? 'male' : 'female']))
}

function onlyPersonOfSentence(people: People): readonly Mention[] {
  const bySentence = new Map<number, Mention | null>()
  for (const mention of people.mentions)
    if (isPerson(mention, people))
      bySentence.set(mention.sentence, bySentence.has(mention.sentence) ? null : mention)
  return [...bySentence.values()].filter(mention => mention !== null)
}

function wordsAfter(text: string, { sentences }: People, mention: Mention): readonly string[] {
  const own = text.slice(mention.end, sentences[mention.sentence]?.end)
  const next = sentences[mention.sentence + 1]
  const opening = next
    ? text.slice(next.start, Math.min(next.end, next.start + 20)).match(WORDS)?.[0]
    : undefined
  return [...(own.match(WORDS) ?? []), ...(opening ? [opening] : [])].map(word => word.toLowerCase())
}
