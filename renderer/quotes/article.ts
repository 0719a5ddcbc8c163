import type { Span } from '../text'
import type { Gender, QuoteLanguage } from './languages/language'
import { gendersOf } from './genders'
import { fullName, isPerson, peopleOf } from './people'
import type { Mention, People } from './people'

/** What resolving speakers needs to know of one article. */
export interface Article {
  readonly text: string
  readonly language: QuoteLanguage
  readonly people: People
  /** Where the places end in which its speakers are written: a name that ends there is somebody's. */
  readonly speaking: ReadonlySet<number>
  /** By full name; read when first needed. */
  readonly genders: () => ReadonlyMap<string, Gender>
  /** Roles that were looked up already, and whose they are. */
  readonly roles: Map<string, string | null>
}

/** Reads an article. `speakers` are all places where a speaker is written. */
export function articleOf(
  text: string,
  title: string,
  speakers: readonly Span[],
  language: QuoteLanguage,
): Article {
  const people = peopleOf(text, title, language)
  const speaking = new Set(speakers.map(({ end }) => end))
  let genders: ReadonlyMap<string, Gender> | null = null
  return {
    text,
    language,
    people,
    speaking,
    genders: () => (genders ??= gendersOf(text, people, language)),
    roles: new Map(),
  }
}

/** The fullest name of whom a mention names. */
export const personOf = (mention: Mention, { people }: Article): string => fullName(mention, people)

/** Whether the article treats a name as a person's, or lets its bearer speak. */
export const isSomebody = (mention: Mention, { people, speaking }: Article): boolean =>
  isPerson(mention, people) || speaking.has(mention.end)
