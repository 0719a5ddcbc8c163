import type { IndexDocument } from '../search'
import type { Quotation } from '../quotes'
import type { ArticleRow } from './schema'

/** What the index is told of an article; the same when it is indexed for the first time and again. */
export function indexDocument(
  { id, title, byline, source, language, pictures }: ArticleRow,
  html: string,
  text: string,
  quotations: readonly Quotation[],
): IndexDocument {
  const speakers = new Set(quotations.flatMap(({ speaker, resolvedSpeaker }) => [speaker, resolvedSpeaker]))
  return {
    id,
    title,
    text,
    fields: {
      author: present([byline]),
      speaker: present([...speakers]),
      site: present([source]),
      language: present([language]),
      has: [...(pictures > 0 ? ['picture'] : []), ...(SOUND.test(html) ? ['audio'] : [])],
    },
  }
}

const present = (texts: readonly (string | null)[]): readonly string[] => texts.filter(text => text !== null)

/** What can be heard stands in canonical HTML as a link to a file. */
const SOUND = /<a [^>]*href="[^"]+\.(?:mp3|m4a|ogg|oga|opus|flac|wav)(?:[?#][^"]*)?"/i
