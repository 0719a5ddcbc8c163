import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { parseRssFeed } from 'feedsmith'
import { describeFeedFile } from '../../../renderer/feeds'
import { SHARED, fixtureText, read } from './support'

const FEEDS = path.join(SHARED, 'feeds')

/** Files that are no feeds, are compressed, or break off before their first entry. */
const NO_FEEDS =
  /serde|opml|logback-test|xml_sample_|FirstEntry|compressed|gzipped|rome-modules\/.*\/2\.rss|ScriptingNews\.json|rss_2\.0_invalid_1|(?:^|\/)(?:invalid|empty_feed|unknown_feed)/

test('every real feed is read', () => {
  test.skip(!existsSync(FEEDS), 'the real feeds are not here')
  const files = readdirSync(FEEDS, { recursive: true, encoding: 'utf8' }).filter(
    file => /\.(xml|rss|atom|rdf)$/.test(file) && !NO_FEEDS.test(file),
  )
  expect(files.length).toBeGreaterThan(800)
  const failed = files.filter(file => {
    const bytes = new Uint8Array(readFileSync(path.join(FEEDS, file)))
    return !describeFeedFile(bytes, { url: `https://base.example/${encodeURI(file)}`, file }).ok
  })
  expect(failed).toEqual([])
})

test('a well-formed feed is read as another library reads it', () => {
  const text = fixtureText('lighthouse.rss')
  const theirs = parseRssFeed(text).items ?? []
  const ours = read(text).entries
  expect(ours).toHaveLength(theirs.length)
  expect(ours.map(entry => entry.id)).toEqual(theirs.map(item => item.guid?.value ?? null))
  expect(ours.map(entry => entry.publishedText)).toEqual(theirs.map(item => item.pubDate ?? null))
  expect(ours.map(entry => entry.enclosures.length)).toEqual(theirs.map(item => item.enclosures?.length ?? 0))
})
