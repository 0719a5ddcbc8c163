// The tables of `npm run evaluate -- feeds`: what was read, beside what collections of test feeds say is right.
import fs from 'node:fs'
import { DomUtils, parseDocument } from 'htmlparser2'
import { expectationFor, isFeedFile } from './expected-feeds.mjs'
import { reasonFor } from './feed-deviations.mjs'

/**
 * @typedef {import('./expected-feeds.mjs').Values} Values
 * @typedef {import('./expected-feeds.mjs').Expectation} Expectation
 * @typedef {{ file: string, ok: boolean, error?: string, feed: Record<string, any>, entries: Record<string, any>[] }} Line
 * @typedef {{ file: string, class: string, place: string, expected: unknown, read: unknown }} Failure
 * @typedef {Record<string, number>} Sums by column
 */

/**
 * Compares the lines of the task `feeds` with the expectations that lie beside the files and prints two tables: files
 * by collection, values by class. Every failure goes to `OUTPUT.failures.jsonl`, with its reason where one is known.
 *
 * @param {string} folder the input @param {string} output the lines @param {(text: string) => unknown} write the tables
 */
export function scoreFeeds(folder, output, write) {
  /** @type {Map<string, Sums>} */
  const collections = new Map()
  /** @type {Map<string, Sums>} */
  const classes = new Map()
  /** @type {(Failure & { reason: string | null })[]} */
  const failures = []
  const fail = (/** @type {Failure} */ failure) => {
    const reason = reasonFor(failure.file, failure.class)
    failures.push({ ...failure, reason })
    return reason !== null
  }
  const lines = fs.readFileSync(output, 'utf8').split('\n').filter(Boolean)
  for (const { file, ...rest } of lines.map(text => /** @type {Line} */ (JSON.parse(text)))) {
    const line = { ...rest, file: file.replaceAll('\\', '/') }
    if (!isFeedFile(folder, line.file)) continue
    countFile(collections, line, fail)
    const expected = line.ok ? expectationFor(folder, line.file) : null
    if (!expected) continue
    const collection = line.file.split('/')[0] ?? ''
    for (const { right, ...value } of compare(line, expected)) {
      const row = `${collection} ${value.class}`
      count(classes, row, 'total')
      if (right) count(classes, row, 'right')
      else if (fail(value)) count(classes, row, 'explained')
    }
  }
  write(tableOf('files', collections, ['files', 'read', 'explained', 'with entries', 'entries', 'untitled']))
  write(tableOf('values', classes, ['total', 'right', 'explained']))
  fs.writeFileSync(
    `${output}.failures.jsonl`,
    failures.map(failure => `${JSON.stringify(failure)}\n`).join(''),
  )
}

/** @param {Map<string, Sums>} sums @param {string} row @param {string} column @param {number} [amount] */
function count(sums, row, column, amount = 1) {
  const sum = sums.get(row) ?? {}
  sum[column] = (sum[column] ?? 0) + amount
  sums.set(row, sum)
}

/** @param {Map<string, Sums>} sums @param {Line} line @param {(failure: Failure) => boolean} fail */
function countFile(sums, line, fail) {
  const row = line.file.split('/')[0] ?? ''
  count(sums, row, 'files')
  if (!line.ok) {
    if (fail({ file: line.file, class: 'file', place: '', expected: 'a feed', read: line.error }))
      count(sums, row, 'explained')
    return
  }
  count(sums, row, 'read')
  if (line.entries.length > 0) count(sums, row, 'with entries')
  count(sums, row, 'entries', line.entries.length)
  count(sums, row, 'untitled', line.entries.filter(entry => entry.title === '').length)
}

/** @param {Line} line @param {Expectation} expected @returns {(Failure & { right: boolean })[]} one a value */
function compare({ file, feed, entries }, expected) {
  const { refresh, selfLink: self } = feed
  const schedule = JSON.stringify([refresh.ttlMinutes, refresh.skipHours, refresh.skipDays])
  const values = compareValues(file, 'feed', { ...feed, self, schedule }, expected.feed)
  const numbers = { expected: expected.entries.length, read: entries.length }
  const same = numbers.expected === numbers.read
  const whole = { file, class: 'number of entries', place: 'feed', ...numbers, right: same }
  const entryValues = expected.entries.flatMap((entry, index) =>
    compareValues(file, `entry ${index}`, same ? (entries[index] ?? {}) : bestOf(entries, entry), entry),
  )
  return [...values, whole, ...entryValues]
}

/** An entry that stands elsewhere, or was left out. @param {Line['entries']} entries @param {Values} wanted */
function bestOf(entries, wanted) {
  return entries.find(entry => plain(entry.title) === plain(wanted.title)) ?? {}
}

/** @param {string} file @param {string} place @param {Record<string, any>} read @param {Values} expected */
function compareValues(file, place, read, expected) {
  const stated = Object.entries(expected).filter(([, value]) => (Array.isArray(value) ? value.length : value))
  return stated.map(([name, value]) => {
    const ours = name === 'enclosures' ? (read[name] ?? []).map(enclosureText) : read[name]
    const title = place === 'feed' ? `feed ${name}` : name
    return { file, class: title, place, expected: value, read: ours, right: isRight(name, value, ours) }
  })
}

/** @param {Record<string, any>} enclosure */
function enclosureText({ url, type, length }) {
  return [url, type ?? '', length ?? ''].join(' ')
}

/** @param {string} name @param {any} expected @param {any} read @returns {boolean} */
function isRight(name, expected, read) {
  if (read === null || read === undefined) return false
  switch (name) {
    case 'published':
    case 'updated':
      return Date.parse(read) === Date.parse(/[Z+]/.test(expected) ? expected : `${expected}Z`)
    case 'categories':
      return JSON.stringify([...new Set(expected.map(plain))]) === JSON.stringify(read.map(plain))
    case 'enclosures':
      return JSON.stringify(expected.map(trimmed)) === JSON.stringify(read.map(trimmed))
    case 'link':
    case 'self':
    case 'icon':
    case 'image':
      return address(expected) === address(read)
    case 'summary':
    case 'content':
      return markup(expected) === markup(read)
    case 'language':
      // Tags of languages have no case (RFC 5646, section 2.1.1).
      return read.toLowerCase() === expected.toLowerCase()
    case 'author':
      return plain(expected) === plain(read) || plain(expected).includes(plain(read))
    default:
      return plain(expected) === plain(read)
  }
}

const trimmed = (/** @type {string} */ text) => text.trim()

/** @param {string} text */
function address(text) {
  return URL.canParse(text.trim()) ? new URL(text.trim()).href : text.trim()
}

/** Text as a person sees it, also where a feed wrote it as HTML in HTML. @param {unknown} text */
function plain(text) {
  return textOf(textOf(String(text)))
    .replace(/\s+/g, ' ')
    .trim()
}

/** The text and the names of the tags, however they are written down. @param {string} html */
function markup(html) {
  const tags = /<[a-z]/i.test(html) ? html.match(/<[a-z]\w*/gi) : textOf(html).match(/<[a-z]\w*/gi)
  return `${plain(html).replace(/\s/g, '')} ${(tags ?? []).join('').toLowerCase()}`
}

/** @param {string} html */
function textOf(html) {
  return DomUtils.textContent(parseDocument(html))
}

/** @param {string} title @param {Map<string, Sums>} sums @param {string[]} columns */
function tableOf(title, sums, columns) {
  const width = Math.max(title.length, ...[...sums.keys()].map(row => row.length))
  const cells = (/** @type {(string | number)[]} */ texts) =>
    texts
      .map((text, index) =>
        String(text)
          .padStart(columns[index]?.length ?? 0)
          .padStart(7),
      )
      .join('  ')
  const rows = [...sums].sort(([first], [second]) => first.localeCompare(second))
  const lines = rows.map(
    ([row, sum]) => `${row.padEnd(width)}  ${cells(columns.map(column => sum[column] ?? 0))}`,
  )
  return `${title.padEnd(width)}  ${cells(columns)}\n${lines.join('\n')}\n\n`
}
