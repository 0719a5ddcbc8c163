import { listOf, NOTHING, type Entry } from './entry'
import { momentOf } from './moments'
import type { SavedList } from './types'

type Fields = Readonly<Record<string, unknown>>

/** The text of an article that lies beside the list, by its slug. */
export type TextOf = (slug: string) => string | null

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A list of saved pages in JSON: what Omnivore writes (one of the `metadata_*.json` files of its archive) and what
 * wallabag writes, which holds the articles themselves.
 *
 * @param textAt finds the articles that lie beside the list
 * @returns null when it is none
 */
export function readJsonList(text: string, textAt: TextOf = () => null): SavedList | null {
  const records = recordsOf(parse(text))
  if (!records) return null
  const fields = records.filter(isFields)
  if (records.length === 0) return listOf('omnivore', [])
  if (fields.some(record => 'is_archived' in record || 'domain_name' in record))
    return listOf('wallabag', records.map(entryOfWallabag))
  if (fields.some(record => 'savedAt' in record || 'slug' in record))
    return listOf(
      'omnivore',
      records.map(record => entryOfOmnivore(record, textAt)),
    )
  return null
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** The list itself, or the one inside an answer of wallabag's interface. */
function recordsOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value
  const embedded = isFields(value) && isFields(value['_embedded']) ? value['_embedded']['items'] : null
  return Array.isArray(embedded) ? embedded : null
}

function entryOfOmnivore(record: unknown, textAt: TextOf): Entry {
  if (!isFields(record)) return NOTHING
  return {
    ...NOTHING,
    address: textOf(record['url']) ?? textOf(record['originalArticleUrl']) ?? '',
    title: textOf(record['title']),
    savedAt: momentOf(record['savedAt']),
    tags: namesIn(record['labels'], 'name'),
    read: /^archived$/i.test(textOf(record['state']) ?? '') || record['isArchived'] === true,
    published: momentOf(record['publishedAt']),
    byline: textOf(record['author']),
    language: textOf(record['language']),
    html: textAt(textOf(record['slug']) ?? ''),
  }
}

function entryOfWallabag(record: unknown): Entry {
  if (!isFields(record)) return NOTHING
  const by = record['published_by']
  return {
    ...NOTHING,
    address: textOf(record['url']) ?? textOf(record['given_url']) ?? '',
    title: textOf(record['title']),
    savedAt: momentOf(record['created_at']),
    tags: namesIn(record['tags'], 'label'),
    read: isTrue(record['is_archived']),
    starred: isTrue(record['is_starred']),
    html: contentOfWallabag(record),
    published: momentOf(record['published_at']),
    byline: Array.isArray(by) ? namesIn(by, 'name').join(', ') : textOf(by),
    language: textOf(record['language'])?.replaceAll('_', '-') ?? null,
  }
}

/** What wallabag keeps in the place of an article that it could not read. */
const NOT_READ = /wallabag can't retrieve contents for this article/i

function contentOfWallabag(record: Fields): string | null {
  const content = textOf(record['content'])
  if (content === null || isTrue(record['is_not_parsed'])) return null
  return NOT_READ.test(content.slice(0, 400)) ? null : content
}

/** Names as texts, or as records that hold them. */
const namesIn = (value: unknown, key: string): readonly string[] =>
  Array.isArray(value) ? value.flatMap((one: unknown) => textOf(isFields(one) ? one[key] : one) ?? []) : []

const isTrue = (value: unknown): boolean => value === true || value === 1 || value === '1'

const textOf = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value : null
