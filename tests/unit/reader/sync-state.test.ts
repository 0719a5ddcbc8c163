import { expect, test } from '@playwright/test'
import type { FeedRow, FetchRow } from '../../../renderer/library'
import { english } from '../../../renderer/reader/strings/en'
import { activityWords } from '../../../renderer/reader/sync/activity-words'
import { feedsShown, feedState, lastAsked, nextTime } from '../../../renderer/reader/sync/feed-state'

const NOW = 1_800_000_000_000
const MINUTE = 60_000

const feed = (id: number, more: Partial<FeedRow> = {}): FeedRow => ({
  id,
  url: `https://paper-${id}.example/feed`,
  title: `Paper ${id}`,
  siteUrl: null,
  folderId: 0,
  addedAt: 0,
  ...more,
})

const fetch = (feedId: number, more: Partial<FetchRow> = {}): FetchRow => ({
  feedId,
  fetchedAt: NOW - 30 * MINUTE,
  problem: null,
  etag: null,
  lastModified: null,
  contentHash: null,
  added: 0,
  nextAt: NOW + 60 * MINUTE,
  failures: 0,
  changedAt: 0,
  refresh: null,
  maxAgeSeconds: null,
  entryTimes: [],
  move: null,
  ...more,
})

const IDLE = { asking: false, running: false }
const RUNNING = { asking: false, running: true }
const FACTS = { refreshMinutes: 30, paused: null, now: NOW }

test('a feed is what it does at the moment before it is what it did', () => {
  expect(feedState(fetch(1, { problem: 'timeout' }), { asking: true, running: true }, NOW)).toBe('asking')
  expect(feedState(fetch(1, { problem: 'timeout' }), RUNNING, NOW)).toBe('failing')
  expect(feedState(fetch(1, { problem: 'gone' }), IDLE, NOW)).toBe('stopped')
  expect(feedState(fetch(1), IDLE, NOW)).toBe('fine')
})

test('a feed waits for its turn only while a round goes on and it is due', () => {
  expect(feedState(fetch(1, { nextAt: NOW - 1 }), RUNNING, NOW)).toBe('waiting')
  expect(feedState(fetch(1, { nextAt: NOW - 1 }), IDLE, NOW)).toBe('fine')
  expect(feedState(fetch(1), RUNNING, NOW)).toBe('fine')
  expect(feedState(fetch(1, { nextAt: null }), RUNNING, NOW)).toBe('fine')
  expect(feedState(undefined, RUNNING, NOW)).toBe('waiting')
  expect(feedState(undefined, IDLE, NOW)).toBe('new')
})

test('the next time is a moment, or the reason why there is none', () => {
  expect(nextTime(feed(1), fetch(1), FACTS)).toBe(NOW + 60 * MINUTE)
  expect(nextTime(feed(1), fetch(1, { nextAt: NOW - 1 }), FACTS)).toBe('soon')
  expect(nextTime(feed(1), undefined, FACTS)).toBe('soon')
  expect(nextTime(feed(1), fetch(1, { nextAt: null }), FACTS)).toBe('by-hand')
  expect(nextTime(feed(1), fetch(1, { problem: 'gone', nextAt: null }), FACTS)).toBe('never')
  expect(nextTime(feed(1), fetch(1), { ...FACTS, paused: 'battery' })).toBe('paused')
})

test('the wish for one feed goes before the wish for all', () => {
  const byHand = { ...FACTS, refreshMinutes: 0 }
  expect(nextTime(feed(1), fetch(1), byHand)).toBe('by-hand')
  expect(nextTime(feed(1, { intervalMinutes: 15 }), fetch(1), byHand)).toBe(NOW + 60 * MINUTE)
  expect(nextTime(feed(1, { intervalMinutes: 0 }), fetch(1), FACTS)).toBe('by-hand')
})

test('feeds that fail stand first, the others keep their order, and what is never fetched is not there', () => {
  const feeds = [feed(9, { url: 'about:welcome' }), feed(1), feed(2), feed(3), feed(4)]
  const fetches = new Map([
    [1, fetch(1)],
    [2, fetch(2, { nextAt: NOW + 14 * MINUTE })],
    [3, fetch(3, { problem: 'timeout' })],
    [4, fetch(4, { nextAt: NOW - MINUTE })],
  ])
  const shown = (filter: 'all' | 'failing' | 'soon'): readonly number[] =>
    feedsShown(feeds, fetches, filter, FACTS).map(({ id }) => id)
  expect(shown('all')).toEqual([3, 1, 2, 4])
  expect(shown('failing')).toEqual([3])
  expect(shown('soon')).toEqual([2, 4])
})

test('a feed that is asked only by hand is never due soon', () => {
  const fetches = new Map([[1, fetch(1, { nextAt: NOW - MINUTE })]])
  expect(feedsShown([feed(1, { intervalMinutes: 0 })], fetches, 'soon', FACTS)).toEqual([])
})

test('the last time of all is found, and 0 stands for never', () => {
  expect(lastAsked([fetch(1), fetch(2, { fetchedAt: NOW }), fetch(3)])).toBe(NOW)
  expect(lastAsked([])).toBe(0)
})

test('what happened is told in whole sentences, also what this version does not know', () => {
  const words = (event: string, detail: string): string => activityWords({ event, detail }, english)
  expect(words('problem', 'timeout')).toBe(english.problems.timeout)
  expect(words('problem', 'of-the-future')).toBe(english.problems['reading-failed'])
  expect(words('recovered', '')).toBe('It answers again.')
  expect(words('added', '1')).toBe('1 new article.')
  expect(words('added', '1200')).toBe('1,200 new articles.')
  expect(words('updated', '2')).toBe('2 articles edited by the source.')
  expect(words('moved', 'https://new.example/feed')).toContain('https://new.example/feed')
  expect(words('renamed', '20')).toContain('20 entries')
  expect(words('renamed', 'strange')).toContain('0 entries')
  expect(words('quarantined', 'https://bad.example/')).toContain('https://bad.example/')
  expect(words('unreadable', 'entry-7')).toContain('entry-7')
  expect(words('toString', 'x')).toContain('toString x')
})
