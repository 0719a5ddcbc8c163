import { czech } from './cs'
import { german } from './de'
import { english } from './en'
import { spanish } from './es'
import { french } from './fr'
import { italian } from './it'
import { quoteLanguage } from './language'
import type { QuoteLanguage } from './language'
import { dutch } from './nl'
import { polish } from './pl'
import { portuguese } from './pt'
import { russian } from './ru'
import { slovak } from './sk'
import { swedish } from './sv'
import { ukrainian } from './uk'
import { chinese } from './zh'

const LANGUAGES: ReadonlyMap<string, QuoteLanguage> = new Map(
  [
    english,
    german,
    french,
    spanish,
    italian,
    portuguese,
    dutch,
    swedish,
    russian,
    ukrainian,
    czech,
    slovak,
    polish,
    chinese,
  ].map(language => [language.tag, language]),
)

/** For languages without data: what marks and punctuation alone tell is still found. */
const UNKNOWN = quoteLanguage('und', {})

/**
 * The data of a language.
 *
 * @param tag a BCP 47 tag, of which the primary part counts; null when unknown
 */
export function languageOf(tag: string | null): QuoteLanguage {
  return LANGUAGES.get(tag?.split(/[-_]/)[0]?.toLowerCase() ?? '') ?? UNKNOWN
}
