import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { scoreFeeds } from '../../../build/evaluate-feeds.mjs'
import { describeFeedFile } from '../../../renderer/feeds'

const FEED = `<rss version="2.0"><channel><title>Quay &amp; pier</title><link>https://x.example/</link>
<item><title>Nets</title><pubDate>Wed, 27 Nov 2024 10:27:00 GMT</pubDate><category>Sea</category></item></channel></rss>`

/** What a collection expects of the feed, and what the table says of that. */
function score(folder: string, expected: unknown): { readonly table: string; readonly failures: string } {
  mkdirSync(path.join(folder, 'quay'), { recursive: true })
  writeFileSync(path.join(folder, 'quay/a.xml'), FEED)
  writeFileSync(path.join(folder, 'quay/a.json'), JSON.stringify(expected))
  writeFileSync(path.join(folder, 'quay/b.xml'), '<notes/>')
  const lines = ['quay/a.xml', 'quay/b.xml', 'quay/a.json'].map(file =>
    describeFeedFile(new Uint8Array(readFileSync(path.join(folder, file))), {
      file,
      url: 'https://x.example/',
    }),
  )
  const output = path.join(folder, 'lines.jsonl')
  writeFileSync(output, lines.map(line => `${JSON.stringify(line)}\n`).join(''))
  let table = ''
  scoreFeeds(folder, output, text => {
    table += text
  })
  return { table, failures: readFileSync(`${output}.failures.jsonl`, 'utf8') }
}

const EXPECTED = {
  version: '2.0',
  title: 'Quay & pier',
  items: [{ title: 'Nets', pubDateParsed: '2024-11-27T10:27:00Z', categories: [{ value: 'Sea' }] }],
}

/** The numbers of a row. */
const row = (table: string, name: string): readonly number[] =>
  (new RegExp(`^${name} +([\\d ]+)$`, 'm').exec(table)?.[1] ?? '').trim().split(/ +/).map(Number)

test('the table counts files read and values that are right', () => {
  const { table, failures } = score(test.info().outputPath('feeds'), EXPECTED)
  expect(row(table, 'quay')).toEqual([2, 1, 0, 1, 1, 0])
  expect(row(table, 'quay feed title')).toEqual([1, 1, 0])
  expect(row(table, 'quay published')).toEqual([1, 1, 0])
  expect(row(table, 'quay categories')).toEqual([1, 1, 0])
  expect(JSON.parse(failures)).toMatchObject({ file: 'quay/b.xml', class: 'file', reason: null })
})

test('a value that differs is counted and written down', () => {
  const [item] = EXPECTED.items
  const wrong = { ...EXPECTED, title: 'Quay', items: [{ ...item, pubDateParsed: '2024-11-28T10:27:00Z' }] }
  const { table, failures } = score(test.info().outputPath('feeds'), wrong)
  expect(row(table, 'quay feed title')).toEqual([1, 0, 0])
  expect(row(table, 'quay published')).toEqual([1, 0, 0])
  expect(row(table, 'quay title')).toEqual([1, 1, 0])
  expect(failures).toContain('"class":"feed title","place":"feed","expected":"Quay","read":"Quay & pier"')
})
