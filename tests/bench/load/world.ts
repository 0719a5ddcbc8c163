import { writeAtom, writeJsonFeed, writeOpml, writeRss } from './formats'
import { articleHtml, headline, person, sentence, town } from './prose'
import { createRandom, pick } from './random'
import type { FeedFormat, MadeEntry, MadeFeed } from './types'
import { FEED_KINDS, FIELDS } from './words'

/** How many feeds there are, and where. */
export interface WorldOptions {
  readonly feeds: number
  /** Entries that a feed shows: the newest ones, so that a new one pushes the oldest out. */
  readonly entries: number
  /** The feeds are spread over 127.0.0.1 and its neighbours, so many hosts in all. */
  readonly hosts: number
  readonly port: number
  /** Whether the feeds show only how their articles begin; the whole ones are then pages with pictures (`page.ts`). */
  readonly teasers: boolean
}

/** RSS, Atom and JSON Feed among a hundred feeds. */
const SHARES = { rss: 60, atom: 35 }
/** In the past, whatever the clock of the machine says: dates that lie ahead are treated differently. */
const FIRST_GENERATION = Date.UTC(2025, 10, 20, 12)
const HOUR = 3_600_000
const ARTICLE_CHARACTERS = { least: 1_850, most: 5_850 }

export function formatOf(feed: number): FeedFormat {
  // 37 has no factor in common with 100: a hundred neighbours take every place once.
  const share = (feed * 37) % 100
  if (share < SHARES.rss) return 'rss'
  return share < SHARES.rss + SHARES.atom ? 'atom' : 'json'
}

export const originOf = ({ hosts, port }: WorldOptions, feed: number): string =>
  `http://127.0.0.${1 + (feed % hosts)}:${port}`

export const addressOf = (options: WorldOptions, feed: number): string =>
  `${originOf(options, feed)}/feeds/${feed}.${formatOf(feed)}`

export const addressesOf = (options: WorldOptions): readonly string[] =>
  Array.from({ length: options.feeds }, (_, feed) => addressOf(options, feed))

function titleOf(feed: number): string {
  const random = createRandom(`title ${feed}`)
  return `${town(random)} ${pick(random, FEED_KINDS)} of ${pick(random, FIELDS)} ${feed}`
}

/** When a generation of entries was published; the first is 1. */
export const publishedAt = (generation: number): Date => new Date(FIRST_GENERATION + (generation - 1) * HOUR)

/** @param number from 0, oldest first; those behind `options.entries` came one with each later generation */
export function makeEntry(options: WorldOptions, feed: number, number: number): MadeEntry {
  const random = createRandom(`entry ${feed} ${number}`)
  const origin = originOf(options, feed)
  const link = `${origin}/articles/${feed}/${number}.html`
  const title = headline(random)
  const { least, most } = ARTICLE_CHARACTERS
  const picture = `<p><img src="${origin}/pictures/${feed}-${number}.png" width="200" height="150" alt="${title}"></p>\n`
  const late = random() * HOUR
  const published =
    number < options.entries
      ? FIRST_GENERATION - (options.entries - number) * 1.5 * HOUR - late
      : publishedAt(2 + number - options.entries).getTime() - late * 0.8
  return {
    id: `tag:bench.invalid,2025:${feed}/${number}`,
    link,
    title,
    author: person(random),
    topic: pick(random, FIELDS),
    published: new Date(published),
    summary: `${sentence(random)} ${sentence(random)}`,
    content: picture + articleHtml(random, least + random() * (most - least), link),
  }
}

/** @returns the text of a feed as its server sends it */
export function makeFeed(options: WorldOptions, feed: number, generation: number): string {
  const newest = options.entries + generation - 2
  const made: MadeFeed = {
    id: `tag:bench.invalid,2025:${feed}`,
    title: titleOf(feed),
    address: addressOf(options, feed),
    site: `${originOf(options, feed)}/sites/${feed}/`,
    updated: publishedAt(generation),
    summarised: feed % 2 === 0,
    entries: Array.from({ length: options.entries }, (_, back) => {
      const entry = makeEntry(options, feed, newest - back)
      return options.teasers ? { ...entry, content: `<p>${entry.summary}</p>` } : entry
    }),
  }
  switch (formatOf(feed)) {
    case 'rss':
      return writeRss(made)
    case 'atom':
      return writeAtom(made)
    case 'json':
      return writeJsonFeed(made)
  }
}

/** @returns a list of subscriptions to all feeds, in twenty folders */
export function makeOpml(options: WorldOptions): string {
  const lines = Array.from({ length: options.feeds }, (_, feed) => ({
    title: titleOf(feed),
    address: addressOf(options, feed),
    site: `${originOf(options, feed)}/sites/${feed}/`,
  }))
  const folders = FIELDS.slice(0, 20)
  return writeOpml(
    folders.map((name, index) => ({
      name,
      lines: lines.filter((_, line) => line % folders.length === index),
    })),
  )
}
