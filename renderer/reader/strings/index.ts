import { createContext, useContext } from 'react'
import { english, type Strings } from './en'
import { createFormat, type Format } from './format'

export type { Strings } from './en'
export type { Format } from './format'

/** What the reader says, and how it writes dates and numbers. */
export interface Wording {
  readonly strings: Strings
  readonly format: Format
}

/**
 * The languages there are; the first one that the person reads is taken.
 *
 * A further one is another file of the type `Strings`, and a line here.
 */
const LANGUAGES: Readonly<Record<string, Strings>> = { en: english }

/**
 * Chooses the wording for a person.
 *
 * @param locales BCP 47 tags, preferred first, as `navigator.languages` has them
 */
export function chooseWording(locales: readonly string[]): Wording {
  const found = locales.find(locale => LANGUAGES[primaryTag(locale)])
  const strings = LANGUAGES[primaryTag(found ?? 'en')] ?? english
  // A date in another language than the words around it reads badly: the region counts within the language only.
  return { strings, format: createFormat(found ?? strings.language) }
}

const primaryTag = (locale: string): string => locale.split('-')[0] ?? locale

const WordingContext = createContext<Wording>({ strings: english, format: createFormat('en') })

export const WordingProvider = WordingContext.Provider

/** @returns the strings and formats of the person's language */
export const useWording = (): Wording => useContext(WordingContext)
