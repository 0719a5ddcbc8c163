import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { parseOpml, writeOpml, type OpmlFolder, type OpmlOutline } from '../../../renderer/feeds'
import { SHARED, fixtureText } from './support'

const HEAD = { title: 'My <feeds> & "more"', createdAt: Date.UTC(2024, 10, 27, 11, 27) }

test('folders nest, equal names merge, and what is no feed is left out', () => {
  expect(parseOpml(fixtureText('subscriptions.opml'))).toEqual({
    feeds: [{ title: 'Loose', url: 'https://loose.example/feed', siteUrl: 'https://loose.example/' }],
    folders: [
      {
        title: 'Shore',
        feeds: [
          { title: 'Only a title', url: 'https://a.example/?x=1&y=2', siteUrl: null },
          { title: 'Twice', url: 'https://twice.example/feed', siteUrl: null },
        ],
        folders: [
          {
            title: 'Islands',
            feeds: [{ title: 'Skerry & Sound', url: 'http://skerry.example/atom', siteUrl: null }],
            folders: [],
          },
        ],
      },
    ],
  })
})

test('a malformed list gives the feeds that are in it', () => {
  const cut =
    '<opml><body><outline text="F"><outline text="A" xmlUrl="https://a.example/"><outline text="B" xmlUrl="https://b.example/"/'
  const { folders } = parseOpml(cut)
  expect(folders[0]?.feeds.map(feed => feed.title)).toEqual(['A'])
  expect(parseOpml('<outline text="A" xmlUrl="https://a.example/?x&nbsp;y">').feeds).toHaveLength(1)
  expect(parseOpml('no list at all')).toEqual({ folders: [], feeds: [] })
  expect(parseOpml('')).toEqual({ folders: [], feeds: [] })
})

test('a written list says when it was made and is well-formed', () => {
  const written = writeOpml({ folders: [], feeds: [] }, HEAD)
  expect(written).toContain('<title>My &lt;feeds&gt; &amp; "more"</title>')
  expect(written).toContain('<dateCreated>Wed, 27 Nov 2024 11:27:00 GMT</dateCreated>')
})

const titles = fc
  .string({ minLength: 1, maxLength: 20 })
  .map(text => `x${text}`.replace(/[\p{C}\p{Z}\s]+/gu, ' ').trim())
const urls = fc.webUrl({ withQueryParameters: true })
const feeds = fc.uniqueArray(fc.record({ title: titles, url: urls, siteUrl: fc.option(urls) }), {
  selector: feed => feed.url,
  maxLength: 4,
})
const folderOf = (folders: fc.Arbitrary<OpmlFolder[]>): fc.Arbitrary<OpmlFolder> =>
  fc.record({ title: titles, folders, feeds: feeds.filter(list => list.length > 0) })

const foldersOf = (folder: fc.Arbitrary<OpmlFolder>): fc.Arbitrary<OpmlFolder[]> =>
  fc.uniqueArray(folder, { selector: ({ title }) => title, maxLength: 2 })

const outlines: fc.Arbitrary<OpmlOutline> = fc.record({
  folders: foldersOf(folderOf(foldersOf(folderOf(fc.constant([]))))),
  feeds,
})

test('what is written is read back as it was', () => {
  fc.assert(
    fc.property(outlines, outline => {
      expect(parseOpml(writeOpml(outline, HEAD))).toEqual(outline)
    }),
  )
})

test('a list two thousand folders deep is read without overflowing', () => {
  const deep = '<outline text="f">'.repeat(2000) + '<outline text="a" xmlUrl="https://a.example/"/>'
  expect(() => parseOpml(deep)).not.toThrow()
})

const LISTS = path.join(SHARED, 'opml')

test('real lists are read whole and survive being written', () => {
  test.skip(!existsSync(LISTS), 'the real lists are not here')
  const files = readdirSync(LISTS, { recursive: true, encoding: 'utf8' }).filter(file =>
    /\.(opml|xml)$/.test(file),
  )
  expect(files.length).toBeGreaterThan(100)
  for (const file of files) {
    const outline = parseOpml(readFileSync(path.join(LISTS, file), 'utf8'))
    expect(parseOpml(writeOpml(outline, HEAD)), file).toEqual(outline)
  }
})
