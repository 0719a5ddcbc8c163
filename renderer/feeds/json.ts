import { parseJsonFeed } from 'feedsmith'
import { resolveContent } from './content'
import { parseDate } from './dates'
import { toEnclosure } from './media'
import { joinNames } from './persons'
import { oneLine } from './plain'
import { escapeText } from './references'
import { findItems, readRss } from './rss'
import { readRssJson } from './rss-json'
import { NO_SCHEDULE } from './schedule'
import { MOST_ENTRIES, type UnidentifiedEntry, type UnidentifiedFeed } from './types'
import { resolveUrl, resolveWebUrl } from './urls'

type JsonFeed = ReturnType<typeof parseJsonFeed<string>>
type JsonItem = NonNullable<JsonFeed['items']>[number]

/**
 * Reads JSON Feed 1.0 and 1.1 (jsonfeed.org), and RSS written as JSON.
 *
 * @param text JSON; when it breaks off, the whole items before that are read
 * @param url the feed's address
 * @returns null when the text is no feed
 */
export function readJson(text: string, url: string): UnidentifiedFeed | null {
  const value = parseObject(text) ?? parseObject(closeJson(text))
  if (!value) return null
  const rss = readRssJson(value)
  if (rss) return readRss(rss, findItems(rss).slice(0, MOST_ENTRIES), url)
  if (!isFeed(value)) return null
  const feed = parseLoosely(value)
  const link = resolveWebUrl(feed.home_page_url, url)
  const authors = joinNames((feed.authors ?? []).map(author => author.name ?? ''))
  return {
    title: oneLine(feed.title ?? ''),
    link,
    description: oneLine(feed.description ?? ''),
    language: feed.language ?? null,
    selfLink: resolveUrl(feed.feed_url, url),
    icon: resolveWebUrl(feed.icon ?? feed.favicon, url),
    refresh: NO_SCHEDULE,
    entries: (feed.items ?? [])
      .slice(0, MOST_ENTRIES)
      .map(item => readItem(item as JsonItem, link ?? url, authors)),
  }
}

function readItem(item: JsonItem, site: string, feedAuthors: string | null): UnidentifiedEntry {
  const link = resolveWebUrl(item.url ?? item.external_url, site)
  const base = link ?? site
  const text = item.content_text ? escapeText(item.content_text) : ''
  const parts = {
    id: item.id ?? null,
    link,
    title: oneLine(item.title ?? ''),
    summary: escapeText(item.summary ?? ''),
    content: resolveContent(item.content_html ?? text, base),
    enclosures: (item.attachments ?? []).flatMap(({ url, mime_type: type, size_in_bytes: size }) =>
      toEnclosure(url, type, size?.toString(), site),
    ),
  }
  const published = item.date_published
  return {
    ...parts,
    author: joinNames((item.authors ?? []).map(author => author.name ?? '')) ?? feedAuthors,
    published: parseDate(published ?? ''),
    updated: parseDate(item.date_modified ?? ''),
    publishedText: published ?? item.date_modified ?? null,
    baseUrl: base,
    image: resolveWebUrl(item.image ?? item.banner_image, site),
    categories: [...new Set((item.tags ?? []).map(oneLine))].filter(tag => tag !== ''),
  }
}

function parseObject(text: string | null): Readonly<Record<string, unknown>> | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null
  } catch {
    return null
  }
}

/** The version says so; where it says nothing, a list of items under one of the feed's own fields does. */
function isFeed(value: Readonly<Record<string, unknown>>): boolean {
  const isText = (name: string): boolean => typeof value[name] === 'string'
  if (isText('version') && String(value['version']).includes('jsonfeed')) return true
  return Array.isArray(value['items']) && ['version', 'title', 'home_page_url', 'feed_url'].some(isText)
}

/** The library asks for the version's address; feeds without it are read as the newest. */
function parseLoosely(value: Readonly<Record<string, unknown>>): JsonFeed {
  const version = { version: 'https://jsonfeed.org/version/1.1' }
  try {
    return parseJsonFeed<string>({ ...value, ...version })
  } catch {
    return {} as JsonFeed
  }
}

/** Ends a JSON text that breaks off after its last whole item; null when it has none. */
function closeJson(text: string): string | null {
  const items = text.search(/"items"\s{0,20}:\s{0,20}\[/)
  if (items < 0) return null
  let depth = 0
  let quoted = false
  let end = -1
  for (let index = text.indexOf('[', items) + 1; index < text.length; index++) {
    const character = text.charAt(index)
    if (quoted) {
      if (character === '\\') index++
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{' || character === '[') depth++
    else if (character === '}' || character === ']') {
      depth--
      if (depth === 0) end = index + 1
      if (depth < 0) break
    }
  }
  return end < 0 ? null : `${text.slice(0, end)}]}`
}
