import { parseFeed } from './parse'
import { FeedError, type Enclosure, type Entry, type Feed } from './types'

/** One line of the task `evaluate feeds`: a feed file as read, dates in ISO 8601. */
export type FeedDescription =
  | { readonly file: string; readonly ok: false; readonly error: string }
  | {
      readonly file: string
      readonly ok: true
      readonly feed: Omit<Feed, 'entries'>
      readonly entries: readonly EntryDescription[]
    }

export interface EntryDescription {
  readonly id: string | null
  readonly link: string | null
  readonly title: string
  readonly author: string | null
  readonly published: string | null
  readonly updated: string | null
  readonly summary: string
  readonly content: string
  readonly categories: readonly string[]
  readonly enclosures: readonly Enclosure[]
  readonly image: string | null
}

/**
 * Describes a feed file for measuring.
 *
 * @param bytes the file
 * @param from its address, and its path for the answer
 * @returns with `ok: false` and the error's kind and message where there is no feed; never throws for bad input
 */
export function describeFeedFile(
  bytes: Uint8Array,
  from: { readonly url: string; readonly file: string },
): FeedDescription {
  const { file, url } = from
  try {
    const { entries, ...feed } = parseFeed(bytes, { url, contentType: null })
    return { file, ok: true, feed, entries: entries.map(describeEntry) }
  } catch (error) {
    if (!(error instanceof FeedError)) throw error
    return { file, ok: false, error: `${error.kind}: ${error.message}` }
  }
}

function describeEntry(entry: Entry): EntryDescription {
  const { id, link, title, author, summary, content, categories, enclosures, image } = entry
  return {
    ...{ id, link, title, author },
    published: isoTime(entry.published),
    updated: isoTime(entry.updated),
    ...{ summary, content, categories, enclosures, image },
  }
}

function isoTime(time: number | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}
