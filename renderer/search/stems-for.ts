import { stemmersOf } from '../text'
import type { Stem } from '../text'
import type { Searcher } from './types'

/** Words are inflected in so many languages of the person, and in so many that most articles are in. */
const LANGUAGES = 3

/**
 * Stemmers for a search: nobody says in which language a query is.
 *
 * @param own tags of the languages of the person, the first one first
 * @param tell is told why the languages of the articles are not known
 */
export async function stemsFor(
  searcher: Searcher,
  own: readonly string[],
  tell: (error: unknown) => void = () => undefined,
): Promise<readonly Stem[]> {
  // An index that cannot be read is built again; searching says so, and needs no languages for it.
  const languages = await searcher.complete('language', '', LANGUAGES).catch((error: unknown) => {
    tell(error)
    return []
  })
  return stemmersOf([...own.slice(0, LANGUAGES), ...languages])
}
