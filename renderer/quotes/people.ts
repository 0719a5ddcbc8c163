import { nameMentions, sentences } from '../text'
import type { NameMention, Span } from '../text'
import type { QuoteLanguage } from './languages/language'
import { isRole } from './phrases'

/** One place where the article names somebody. Offsets are UTF-16 code units of the text; titles are not included. */
export interface Mention extends Span {
  /** `Jens Stoltenberg`, `Stoltenberg`. */
  readonly words: readonly string[]
  /** The last word in lower case. */
  readonly surname: string
  /** The titles before the name, as written: `NATO Secretary General`. Empty when there are none. */
  readonly title: string
  /** The index of its sentence. */
  readonly sentence: number
  /** It opens its sentence, as subjects do. */
  readonly isSubject: boolean
}

/** Everybody whom an article names, and where. */
export interface People {
  readonly sentences: readonly Span[]
  /** In text order. */
  readonly mentions: readonly Mention[]
  /** Mentions of two and more words, by their last word in lower case. */
  readonly longer: ReadonlyMap<string, readonly Mention[]>
  /** Last words, in lower case, of those that have a title somewhere or are called by the last word alone. */
  readonly persons: ReadonlySet<string>
  /** The first title of each full name. */
  readonly titles: ReadonlyMap<string, string>
}

const LONGEST_NAME = 4
/** A title in which more of the words have capitals is set in capitals throughout. */
const MOST_CAPITALS = 0.6
/** How many mentions of one last word are compared: enough for any article. */
const MOST_NAMESAKES = 50

function isTitle(word: string, language: QuoteLanguage): boolean {
  const lower = word.toLowerCase()
  const bare = lower.replace(/\.$/, '')
  return language.honorifics.has(bare) || isRole(bare, language) || language.roles.has(lower)
}

const isAllCapitals = (word: string): boolean => word.length > 1 && word === word.toUpperCase()

function isFunctionWord(word: string, language: QuoteLanguage): boolean {
  if (isAllCapitals(word)) return false
  const { fillers, clauseOpeners, prepositions, determiners, and, calendar, pronouns, saying } = language
  const lower = word.toLowerCase()
  return [fillers, clauseOpeners, prepositions, determiners, and, calendar, pronouns, saying].some(set =>
    set.has(lower),
  )
}

/** How many words of a run are no part of the name: a sentence's first word, then titles. */
function beforeName(
  words: readonly string[],
  language: QuoteLanguage,
): { readonly title: number; readonly name: number } {
  const first = words.findIndex(word => !isFunctionWord(word, language))
  const title = first < 0 ? words.length : first
  return { title, name: Math.max(title, words.findLastIndex(word => isTitle(word, language)) + 1) }
}

function mentionOf(
  run: NameMention,
  sentence: number,
  opens: number,
  language: QuoteLanguage,
): Mention | null {
  const from = beforeName(run.words, language)
  const words = run.words.slice(from.name)
  if (words.length === 0 || words.length > LONGEST_NAME) return null
  const start = run.end - words.join(' ').length
  return {
    start,
    end: run.end,
    words,
    surname: (words.at(-1) ?? '').toLowerCase(),
    title: run.words.slice(from.title, from.name).join(' '),
    sentence,
    isSubject: run.start === opens,
  }
}

/** Reads the people from a text and its title, which may name somebody more fully. Linear in their length. */
export function peopleOf(text: string, title: string, language: QuoteLanguage): People {
  const spans = sentences(text)
  const mentions: Mention[] = []
  let sentence = 0
  for (const run of nameMentions(text)) {
    while (sentence < spans.length - 1 && (spans[sentence]?.end ?? 0) <= run.start) sentence++
    const mention = mentionOf(run, sentence, spans[sentence]?.start ?? 0, language)
    if (mention) mentions.push(mention)
  }
  const people = {
    sentences: spans,
    mentions,
    longer: longerNames([...namesInTitle(title, language), ...mentions]),
    persons: personsIn(mentions),
    titles: new Map(),
  }
  return { ...people, titles: titlesOf(mentions, people) }
}

/** The names in a title, as if they stood before the text. A title whose words mostly have capitals tells nothing. */
function namesInTitle(title: string, language: QuoteLanguage): readonly Mention[] {
  const words = title.match(/[\p{L}\p{N}]+/gu) ?? []
  const capitals = words.filter(word => /^\p{Lu}/u.test(word))
  if (capitals.length > words.length * MOST_CAPITALS) return []
  return nameMentions(title).flatMap(run => {
    const mention = mentionOf(run, -1, -1, language)
    return mention ? [{ ...mention, start: -1, end: -1 }] : []
  })
}

function longerNames(mentions: readonly Mention[]): ReadonlyMap<string, readonly Mention[]> {
  const longer = new Map<string, Mention[]>()
  for (const mention of mentions) {
    if (mention.words.length < 2) continue
    const namesakes = longer.get(mention.surname) ?? []
    if (namesakes.length < MOST_NAMESAKES) namesakes.push(mention)
    longer.set(mention.surname, namesakes)
  }
  return longer
}

function personsIn(mentions: readonly Mention[]): ReadonlySet<string> {
  const alone = new Set(mentions.filter(({ words }) => words.length === 1).map(({ surname }) => surname))
  return new Set(
    mentions
      .filter(mention => mention.title !== '' || (mention.words.length > 1 && alone.has(mention.surname)))
      .map(({ surname }) => surname),
  )
}

function titlesOf(mentions: readonly Mention[], people: People): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const mention of mentions) {
    if (mention.title === '') continue
    const person = fullName(mention, people)
    if (!titles.has(person)) titles.set(person, mention.title)
  }
  return titles
}

/** Whether the article treats this name as a person's: with a title, or by the last word alone elsewhere. */
export const isPerson = (mention: Mention, { persons }: People): boolean => persons.has(mention.surname)

/** The index of the first mention that does not begin before `position`; the number of mentions when all do. */
export function mentionIndexAt({ mentions }: People, position: number): number {
  let low = 0
  let high = mentions.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((mentions[middle]?.start ?? 0) < position) low = middle + 1
    else high = middle
  }
  return low
}

const holdsInOrder = (longer: readonly string[], shorter: readonly string[]): boolean => {
  let found = 0
  for (const word of longer) if (word === shorter[found]) found++
  return found === shorter.length
}

/** The fullest form of a name in the article. Of several people with one surname the last one named before is meant. */
export function fullName(mention: Mention, { longer }: People): string {
  const namesakes = longer.get(mention.surname) ?? []
  const fitting = namesakes.filter(({ words }) => holdsInOrder(words, mention.words))
  const nearest = fitting.findLast(({ start }) => start <= mention.start) ?? fitting[0] ?? mention
  const fullest = fitting.reduce(
    (best, other) =>
      other.words.length > best.words.length && holdsInOrder(other.words, best.words) ? other : best,
    nearest,
  )
  return fullest.words.join(' ')
}
