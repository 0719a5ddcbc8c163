import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { fingerprintOf, matchRenamed, textFingerprint, type EntryMark } from '../../../renderer/feeds'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MONDAY = Date.UTC(2024, 10, 25, 8)

interface Words {
  readonly title?: string
  readonly link?: string | null
  readonly text?: string
  readonly html?: string
  readonly at?: number | null
}

const LONG = ' The rest of the article goes on for long enough to be no other.'

/** An entry as a person would describe it. */
function mark({ title = 'A title', link = null, text = '', html, at = null }: Words): EntryMark {
  const content = html ?? `<p>${text}</p>`
  return {
    ...fingerprintOf({ title, link, summary: '', content: text === '' && html === undefined ? '' : content }),
    text: textFingerprint(title, text),
    published: at,
  }
}

const matches = (unknown: Words, missing: Words, ...present: readonly Words[]): boolean =>
  matchRenamed([mark(unknown)], [mark(missing)], present.map(mark)).length === 1

test('an entry under another id is found by its words, its link or both', () => {
  const old = {
    title: 'Harbour reopens',
    link: 'https://x.example/a',
    text: `Ships came.${LONG}`,
    at: MONDAY,
  }
  expect(matches(old, old)).toBe(true)
  expect(matches({ ...old, link: 'https://moved.example/b' }, old)).toBe(true)
  expect(matches({ ...old, html: `<div>Ships came.${LONG}</div>` }, old)).toBe(true)
  expect(matches({ ...old, html: `<div>Ships came.${LONG}</div>`, link: null }, old)).toBe(true)
  expect(matches({ ...old, text: `More ships came.${LONG}` }, old)).toBe(true)
  expect(matches({ ...old, at: null, text: `More ships came.${LONG}` }, old)).toBe(true)
})

test('neither a link nor a title alone makes two entries one', () => {
  const entry = {
    title: 'Release 7',
    link: 'https://x.example/changelog',
    text: `Faster.${LONG}`,
    at: MONDAY,
  }
  expect(matches({ ...entry, title: 'Release 8', text: `Smaller.${LONG}` }, entry)).toBe(false)
  expect(matches({ ...entry, link: 'https://x.example/8', text: `Smaller.${LONG}` }, entry)).toBe(false)
  expect(matches({ title: 'Morning briefing' }, { title: 'Morning briefing' })).toBe(false)
  expect(matches({ title: '', link: entry.link }, { title: '', link: entry.link })).toBe(false)
})

test('a daily column with one title and one link is new every day', () => {
  const weather = (day: number, text: string): Words => ({
    title: 'Weather',
    link: 'https://x.example/weather',
    text,
    at: MONDAY + day * DAY,
  })
  expect(matches(weather(1, 'Rain'), weather(0, 'Sun'))).toBe(false)
  expect(matches(weather(1, `Rain.${LONG}`), weather(0, `Sun.${LONG}`))).toBe(false)
})

test('an undated entry that shares title and link with others of its feed is new', () => {
  const item = (text: string): Words => ({ title: 'Update', link: 'https://x.example/log', text })
  expect(matches(item('third'), item('first'), item('second'))).toBe(false)
  const [third, second, first] = ['third', 'second', 'first'].map(text => mark(item(text)))
  if (!third || !second || !first) throw new Error('three marks')
  expect(matchRenamed([third], [second, first], [])).toEqual([])
  expect(matchRenamed([third, second], [first], [])).toEqual([])
})

test('the same words again after more than two days are a repetition', () => {
  const reminder = (day: number, link: string): Words => ({
    title: 'Meeting tonight',
    link,
    text: `At seven.${LONG}`,
    at: MONDAY + day * DAY,
  })
  expect(matches(reminder(7, 'https://x.example/2'), reminder(0, 'https://x.example/1'))).toBe(false)
})

test('short texts under one title are told apart by their markup', () => {
  const photo = (name: string, at: number): Words => ({
    title: 'Picture of the day',
    text: 'Click to see it',
    html: `<img src="${name}">Click to see it`,
    at,
  })
  expect(matches(photo('b.jpg', MONDAY), photo('a.jpg', MONDAY))).toBe(false)
})

test('entries without a title need the same content and a second witness', () => {
  const post = { title: '', text: `Good morning, all of you.${LONG}`, at: MONDAY }
  expect(matches(post, post)).toBe(true)
  expect(matches({ ...post, at: MONDAY + HOUR }, post)).toBe(false)
  const linked = { ...post, link: 'https://x.example/@me/1' }
  expect(matches({ ...linked, at: null }, linked)).toBe(true)
})

test('a whole feed whose ids changed is found again, whatever its order', () => {
  const entries = Array.from({ length: 300 }, (_, index) =>
    mark({
      title: `Title ${index}`,
      link: `https://x.example/${index}`,
      text: `Text ${index}.${LONG}`,
      at: MONDAY,
    }),
  )
  const pairs = matchRenamed(entries.toReversed(), entries, [])
  expect(pairs).toHaveLength(300)
  for (const { unknown, missing } of pairs) expect(unknown + missing).toBe(299)
})

const small = fc.integer({ min: 0, max: 2 })
const marks = fc.array(
  fc.record({
    content: small,
    text: small,
    link: small,
    title: small,
    published: fc.option(small.map(day => MONDAY + day * DAY)),
  }),
  { maxLength: 6 },
)

test('every pair has equal titles and equal words or links, and no index stands in two pairs', () => {
  fc.assert(
    fc.property(marks, marks, marks, (unknown, missing, present) => {
      const pairs = matchRenamed(unknown, missing, present)
      const once = (places: readonly number[]): boolean => new Set(places).size === pairs.length
      if (!once(pairs.map(pair => pair.unknown)) || !once(pairs.map(pair => pair.missing))) return false
      return pairs.every(pair => areAlike(unknown[pair.unknown], missing[pair.missing]))
    }),
    { numRuns: 2000 },
  )
})

function areAlike(one: EntryMark | undefined, other: EntryMark | undefined): boolean {
  const hashes = ['content', 'text', 'link'] as const
  return (
    one !== undefined &&
    one.title === other?.title &&
    hashes.some(name => one[name] !== 0 && one[name] === other[name])
  )
}

test('an entry whose equal is still in the feed is never taken for another', () => {
  fc.assert(
    fc.property(marks, marks, (unknown, missing) => matchRenamed(unknown, missing, unknown).length === 0),
  )
})

test('links are equal when only the way to count visitors or the scheme differs', () => {
  const link = (address: string): number =>
    fingerprintOf({ title: '', link: address, summary: '', content: '' }).link
  const plain = link('https://news.example/path/story?id=7')
  for (const same of [
    'http://www.news.example/path/story?id=7',
    'HTTPS://News.Example:443/path/story/?id=7#comments',
    'http://news.example:80/path/story?utm_source=rss&id=7&utm_medium=feed',
    'https://news.example/path/story?id=7&fbclid=abc',
  ])
    expect(link(same), same).toBe(plain)
  for (const other of [
    'https://news.example/path/story?id=8',
    'https://news.example/path/Story?id=7',
    'https://other.example/path/story?id=7',
    'https://news.example:8080/path/story?id=7',
    'https://news.example/path/story',
  ])
    expect(link(other), other).not.toBe(plain)
})

test('fingerprints tell what changed', () => {
  const entry = { title: 'Élan vital', link: null, summary: 'short', content: '' }
  const before = fingerprintOf(entry)
  expect(before.link).toBe(0)
  expect(fingerprintOf({ ...entry, title: 'ELAN VITAL' }).title).toBe(before.title)
  expect(fingerprintOf({ ...entry, title: 'ELAN VITAL' }).content).not.toBe(before.content)
  expect(fingerprintOf({ ...entry, summary: 'longer' }).content).not.toBe(before.content)
  expect(fingerprintOf({ ...entry, title: '', summary: '' })).toEqual({ content: 0, link: 0, title: 0 })
  expect(fingerprintOf({ ...entry, title: 'ab', summary: 'c' }).content).not.toBe(
    fingerprintOf({ ...entry, title: 'a', summary: 'bc' }).content,
  )
})

test('the fingerprint of a text does not see white space', () => {
  const text = `One two three.${LONG}`
  expect(textFingerprint('A  title', text.replaceAll(' ', '\n\u00a0 '))).toBe(
    textFingerprint('A title', text),
  )
  expect(textFingerprint('A title', `${text}!`)).not.toBe(textFingerprint('A title', text))
  expect(textFingerprint('A title', 'Too short to tell')).toBe(0)
})

test('fingerprints are whole numbers of 32 bits that seldom meet', () => {
  const hashes = Array.from(
    { length: 20_000 },
    (_, number) => fingerprintOf({ title: '', link: null, summary: String(number), content: '' }).content,
  )
  expect(hashes.filter(hash => hash !== hash >>> 0)).toEqual([])
  expect(new Set(hashes).size).toBeGreaterThan(19_990)
})
