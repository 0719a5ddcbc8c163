import { sentences } from '../text'
import type { Span } from '../text'
import type { Gender, QuoteLanguage } from './languages/language'
import { gendersOf } from './genders'
import { fullName, isPerson, peopleOf, titlesOf } from './people'
import type { Mention, People } from './people'

/** What resolving speakers needs to know of one article. */
export interface Article {
  readonly text: string
  readonly language: QuoteLanguage
  readonly people: People
  /** Where the places end in which its speakers are written: a name that ends there is somebody's. */
  readonly speaking: ReadonlySet<number>
  /** What only some speakers need is read when it is first asked for. */
  readonly sentences: () => Sentences
  /** By full name. */
  readonly genders: () => ReadonlyMap<string, Gender>
  /** The first title of each full name. */
  readonly titles: () => ReadonlyMap<string, string>
  /** Roles that were looked up already, and whose they are. */
  readonly roles: Map<string, string | null>
}

/** The sentences of an article, and by the index of a mention the index of its sentence. */
export interface Sentences {
  readonly spans: readonly Span[]
  readonly ofMention: readonly number[]
}

/** Reads an article. `speakers` are all places where a speaker is written. */
export function articleOf(
  text: string,
  title: string,
  speakers: readonly Span[],
  language: QuoteLanguage,
): Article {
  const people = peopleOf(text, title, language)
  const sentencesRead = once(() => sentencesOf(text, people))
  return {
    text,
    language,
    people,
    speaking: new Set(speakers.map(({ end }) => end)),
    sentences: sentencesRead,
    genders: once(() => gendersOf(text, people, sentencesRead(), language)),
    titles: once(() => titlesOf(people)),
    roles: new Map(),
  }
}

function once<Value extends object>(read: () => Value): () => Value {
  let value: Value | null = null
  return () => (value ??= read())
}

function sentencesOf(text: string, { mentions }: People): Sentences {
  const spans = sentences(text)
  let sentence = 0
  const ofMention = mentions.map(({ runStart }) => {
    while (sentence < spans.length - 1 && (spans[sentence]?.end ?? 0) <= runStart) sentence++
    return sentence
  })
  return { spans, ofMention }
}

/** The fullest name of whom a mention names. */
export const personOf = (mention: Mention, { people }: Article): string => fullName(mention, people)

/** Whether the article treats a name as a person's, or lets its bearer speak. */
export const isSomebody = (mention: Mention, { people, speaking }: Article): boolean =>
  isPerson(mention, people) || speaking.has(mention.end)
