import { expect, test } from '@playwright/test'
import { english } from '../../../renderer/reader/strings/en'
import { isFinal } from '../../../renderer/library'
import { chooseWording } from '../../../renderer/reader/strings'
import { pictureProblemSentence } from '../../../renderer/reader/article/problem-words'
import { problemSentence } from '../../../renderer/reader/sidebar/problem-sentence'
import { SUGGESTED } from '../../../renderer/reader/welcome/feeds'

test('every problem is said in whole sentences', () => {
  for (const sentence of Object.values(english.problems)) expect(sentence).toMatch(/^[A-Z].*\.$/)
})

test('no two problems are said in the same words', () => {
  const sentences = Object.values(english.problems)
  expect(new Set(sentences).size).toBe(sentences.length)
})

test('a stored problem of another version of the program is said too', () => {
  expect(problemSentence(null, english)).toBeNull()
  expect(problemSentence('gone', english)).toBe(english.problems.gone)
  expect(problemSentence('toString', english)).toBe(english.problems['reading-failed'])
})

test('a person of another language gets English with dates that match it', () => {
  const { strings, format } = chooseWording(['fr-FR', 'fr'])
  expect(strings.language).toBe('en')
  expect(format.number(1234.5)).toBe('1,234.5')
})

test('the region of an English reader counts', () => {
  expect(chooseWording(['fr', 'en-GB', 'en']).format.dateline(Date.UTC(2025, 2, 12, 12))).toMatch(
    /^12 March 2025/,
  )
})

test('the first page offers feeds by https addresses, each once', () => {
  const urls = SUGGESTED.flatMap(group => group.feeds.map(feed => feed.url))
  expect(new Set(urls).size).toBe(urls.length)
  for (const url of urls) expect(new URL(url).protocol).toBe('https:')
})

test('why a picture is missing is said of a picture, and in whole sentences', () => {
  expect(pictureProblemSentence('not-found', english)).toBe('There is no picture at its address any more.')
  expect(pictureProblemSentence('picture-damaged', english)).toBe(english.problems['picture-damaged'])
  for (const problem of Object.keys(english.problems))
    expect(pictureProblemSentence(problem, english)).toMatch(/^[A-Z].*\.$/)
})

test('what is lost for good is told from what may come yet', () => {
  const final = Object.keys(english.problems).filter(isFinal)
  expect(final).toEqual(expect.arrayContaining(['not-found', 'gone', 'picture-damaged', 'paywall']))
  for (const passing of ['offline', 'timeout', 'server-error', 'rate-limited', 'reading-failed'])
    expect(final).not.toContain(passing)
})
