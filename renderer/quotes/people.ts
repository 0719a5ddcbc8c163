import type { Span } from '../text'
import { CAPITAL, kindAt, LETTER_OR_DIGIT, lowerCase } from './characters'
import {
  AND,
  CALENDAR,
  CLAUSE_OPENER,
  DETERMINER,
  FILLER,
  HONORIFIC,
  PREPOSITION,
  PRONOUN,
  ROLE,
  SAYING,
} from './languages/language'
import type { QuoteLanguage } from './languages/language'
import { eachName } from './names'
import { isRole } from './phrases'

/** One place where the article names somebody. Offsets are UTF-16 code units of the text; titles are not included. */
export interface Mention extends Span {
  /** `Jens Stoltenberg`, `Stoltenberg`. */
  readonly words: readonly string[]
  /** The last word in lower case. */
  readonly surname: string
  /** The titles before the name, as written: `NATO Secretary General`. Empty when there are none. */
  readonly title: string
  /** Where the run of capital words begins that holds the titles and the name. */
  readonly runStart: number
}

/** Everybody whom an article names, and where. */
export interface People {
  /** In text order. */
  readonly mentions: readonly Mention[]
  /** Mentions of two and more words, by their last word in lower case. */
  readonly longer: ReadonlyMap<string, readonly Mention[]>
  /** Last words, in lower case, of those that have a title somewhere or are called by the last word alone. */
  readonly persons: ReadonlySet<string>
}

const FULL_STOP = 0x2e
const LONGEST_NAME = 4
/** A title in which more of the words have capitals is set in capitals throughout. */
const MOST_CAPITALS = 0.6
/** How many mentions of one last word are compared: enough for any article. */
const MOST_NAMESAKES = 50
/** What opens a sentence with a capital and is no name. */
const FUNCTION_WORD = FILLER | CLAUSE_OPENER | PREPOSITION | DETERMINER | AND | CALENDAR | PRONOUN | SAYING

/** The second letter tells it of nearly all words; `toUpperCase` is slow. */
const isAllCapitals = (word: string): boolean =>
  word.length > 1 && !isSmallAscii(word.charCodeAt(1)) && word === word.toUpperCase()

const isSmallAscii = (code: number): boolean => code >= 0x61 && code <= 0x7a

function isTitle(lower: string, classes: number, language: QuoteLanguage): boolean {
  if (lower.charCodeAt(lower.length - 1) !== FULL_STOP)
    return (classes & HONORIFIC) !== 0 || isRole(lower, classes, language)
  const bare = lower.slice(0, -1)
  const bareClasses = language.classes.get(bare) ?? 0
  return ((classes & ROLE) | (bareClasses & HONORIFIC)) !== 0 || isRole(bare, bareClasses, language)
}

/** The person of a run: not the function words that open a sentence, then titles, then the name. */
function mentionOf(
  start: number,
  end: number,
  words: readonly string[],
  language: QuoteLanguage,
): Mention | null {
  let title = -1
  let name = 0
  let surname = ''
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ''
    surname = lowerCase(word, 0, word.length)
    const classes = language.classes.get(surname) ?? 0
    if (title < 0 && ((classes & FUNCTION_WORD) === 0 || isAllCapitals(word))) title = index
    if (isTitle(surname, classes, language)) name = index + 1
  }
  if (title < 0) return null
  name = Math.max(title, name)
  const length = words.length - name
  if (length === 0 || length > LONGEST_NAME) return null
  if (name === 0) return { start, end, words, surname, title: '', runStart: start }
  const own = words.slice(name)
  return {
    start: end - own.join(' ').length,
    end,
    words: own,
    surname,
    title: words.slice(title, name).join(' '),
    runStart: start,
  }
}

/** Reads the people from a text and its title, which may name somebody more fully. Linear in their length. */
export function peopleOf(text: string, title: string, language: QuoteLanguage): People {
  const mentions = mentionsIn(text, language)
  return {
    mentions,
    longer: longerNames(namesInTitle(title, language), mentions),
    persons: personsIn(mentions),
  }
}

function mentionsIn(text: string, language: QuoteLanguage): readonly Mention[] {
  const mentions: Mention[] = []
  eachName(text, (start, end, words) => {
    const mention = mentionOf(start, end, words, language)
    if (mention) mentions.push(mention)
  })
  return mentions
}

/** The names in a title, as if they stood before the text. A title whose words mostly have capitals tells nothing. */
const namesInTitle = (title: string, language: QuoteLanguage): readonly Mention[] =>
  mostlyCapitals(title)
    ? []
    : mentionsIn(title, language).map(mention => ({ ...mention, start: -1, end: -1 }))

function mostlyCapitals(title: string): boolean {
  let words = 0
  let capitals = 0
  let before = 0
  for (const character of title) {
    const kind = kindAt(character, 0)
    if (kind & LETTER_OR_DIGIT && !(before & LETTER_OR_DIGIT)) {
      words++
      if (kind & CAPITAL) capitals++
    }
    before = kind
  }
  return capitals > words * MOST_CAPITALS
}

function longerNames(...lists: readonly (readonly Mention[])[]): ReadonlyMap<string, readonly Mention[]> {
  const longer = new Map<string, Mention[]>()
  for (const mentions of lists)
    for (const mention of mentions) {
      if (mention.words.length < 2) continue
      const namesakes = longer.get(mention.surname)
      if (!namesakes) longer.set(mention.surname, [mention])
      else if (namesakes.length < MOST_NAMESAKES) namesakes.push(mention)
    }
  return longer
}

function personsIn(mentions: readonly Mention[]): ReadonlySet<string> {
  const alone = new Set<string>()
  for (const { words, surname } of mentions) if (words.length === 1) alone.add(surname)
  const persons = new Set<string>()
  for (const { words, surname, title } of mentions)
    if (title !== '' || (words.length > 1 && alone.has(surname))) persons.add(surname)
  return persons
}

/** The first title of each full name. */
export function titlesOf(people: People): ReadonlyMap<string, string> {
  const titles = new Map<string, string>()
  for (const mention of people.mentions) {
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
  const namesakes = longer.get(mention.surname)
  if (!namesakes) return mention.words.join(' ')
  const fitting = namesakes.filter(({ words }) => holdsInOrder(words, mention.words))
  let fullest = fitting.findLast(({ start }) => start <= mention.start) ?? fitting[0] ?? mention
  for (const other of fitting)
    if (other.words.length > fullest.words.length && holdsInOrder(other.words, fullest.words)) fullest = other
  return fullest.words.join(' ')
}
