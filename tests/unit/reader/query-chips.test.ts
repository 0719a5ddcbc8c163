import { expect, test } from '@playwright/test'
import { chipsOf } from '../../../renderer/reader/search/chip-words'
import { savedAs } from '../../../renderer/reader/search/find-saved'
import { withRecent } from '../../../renderer/reader/search/recent-list'
import { english } from '../../../renderer/reader/strings/en'
import { createFormat } from '../../../renderer/reader/strings/format'
import { parseQuery } from '../../../renderer/search'

const wording = { strings: english, format: createFormat('en-GB') }
const NOW = Date.UTC(2026, 10, 28)
const chips = (query: string) => chipsOf(query, parseQuery(query, NOW), wording)
const words = (query: string): readonly string[] => chips(query).map(chip => chip.words)

test('operators are said in words', () => {
  expect(words('is:unread has:quote source:"The Courier" said:brandt')).toEqual([
    'Unread',
    'With quotes',
    'Source: The Courier',
    'Said by brandt',
  ])
  expect(words('after:2026-05-01 before:2026-06 age:<7d age:>1y lang:de lang:German')).toEqual([
    'Since 1 May 2026',
    'Before June 2026',
    'Last 7 days',
    'Older than 1 year',
    'In German',
    'In German',
  ])
})

test('words that follow one another are one chip, phrases and what is left out their own', () => {
  expect(words('harbour strike is:unread ships')).toEqual(['harbour strike', 'Unread', 'ships'])
  expect(words('harbour -strike')).toEqual(['harbour', 'Not: strike'])
  expect(words('-is:unread')).toEqual(['Not: Unread'])
})

test('a chip covers what was typed for it', () => {
  const query = 'harbour strike is:unread'
  expect(chips(query).map(({ start, end }) => query.slice(start, end))).toEqual([
    'harbour strike',
    'is:unread',
  ])
})

test('a part that does not count says why', () => {
  const problems = (query: string) => chips(query).map(({ problem }) => problem)
  expect(problems('tag:water is:nothing source: is:read')).toEqual([
    'tags are not there yet',
    english.search.problems['unknown-value'],
    english.search.problems['no-value'],
    null,
  ])
})

test('values that only look like dates, ages or tags are shown as they were typed', () => {
  expect(words('after:2026-13-99 age:soon')).toEqual(['Since 2026-13-99', 'age: soon'])
})

test('recent searches stand once each, the latest first, ten of them', () => {
  expect(withRecent(['b', 'a'], 'a')).toEqual(['a', 'b'])
  const many = Array.from({ length: 12 }, (_, index) => `query ${index}`)
  expect(many.reduce<readonly string[]>(withRecent, [])).toEqual(many.toReversed().slice(0, 10))
})

test('a saved search is known by what it asks for, a finished last word included', () => {
  const saved = [{ query: 'is:unread harbour' }]
  expect(savedAs(saved, ' is:unread harbour')).toBe(saved[0])
  // Of that word other ones may begin with it, of this one not.
  expect(savedAs(saved, 'is:unread harbour ')).toBeNull()
  const finished = [{ query: 'is:unread harbour ' }]
  expect(savedAs(finished, ' is:unread harbour  ')).toBe(finished[0])
  expect(savedAs(saved, 'is:unread')).toBeNull()
  expect(savedAs([{ query: '' }], '')).toBeNull()
  expect(savedAs(saved, null)).toBeNull()
})
