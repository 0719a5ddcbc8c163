import { existsSync, readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { parseOpml, writeOpml, type OpmlFolder, type OpmlOutline } from '../../../renderer/feeds'
import { SHARED, fixtureText } from './support'

const HEAD = { title: 'My <feeds> & "more"', createdAt: Date.UTC(2024, 10, 27, 11, 27) }

/** The list without what was left out of it. */
function parse(text: string): OpmlOutline {
  const { folders, feeds } = parseOpml(text)
  return { folders, feeds }
}

test('folders nest, equal names merge, and what is no feed is left out', () => {
  expect(parse(fixtureText('subscriptions.opml'))).toEqual({
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

test('what is left out of a list is told with its reason', () => {
  expect(parseOpml(fixtureText('subscriptions.opml')).leftOut).toEqual([
    { title: 'Twice again', reason: 'twice' },
    { title: 'A program', reason: 'not-on-the-web' },
    { title: 'A note', reason: 'no-address' },
    { title: 'A page', reason: 'no-address' },
  ])
  const { leftOut } = parseOpml('<outline text="Outer"><outline text="Empty"></outline><outline xmlUrl=""/>')
  expect(leftOut).toEqual([
    { title: 'Empty', reason: 'no-address' },
    { title: '', reason: 'no-address' },
  ])
})

test('a malformed list gives the feeds that are in it', () => {
  const cut =
    '<opml><body><outline text="F"><outline text="A" xmlUrl="https://a.example/"><outline text="B" xmlUrl="https://b.example/"/'
  const { folders } = parseOpml(cut)
  expect(folders[0]?.feeds.map(feed => feed.title)).toEqual(['A'])
  expect(parseOpml('<outline text="A" xmlUrl="https://a.example/?x&nbsp;y">').feeds).toHaveLength(1)
  expect(parse('no list at all')).toEqual({ folders: [], feeds: [] })
  expect(parse('')).toEqual({ folders: [], feeds: [] })
  expect(parse('<outline text="F"></body><outline xmlUrl="https://a.example/"/>').folders).toEqual([])
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
      expect(parseOpml(writeOpml(outline, HEAD))).toEqual({ ...outline, leftOut: [] })
    }),
  )
})

/** The titles of folders, each inside the one before. */
function chain(outline: OpmlOutline): readonly string[] {
  const titles: string[] = []
  for (let [next] = outline.folders; next; [next] = next.folders) titles.push(next.title)
  return titles
}

test('folders a thousand deep are read, written and read again', () => {
  const titles = Array.from({ length: 1000 }, (_, index) => `folder ${index}`)
  const written = titles.map(title => `<outline text="${title}">`).join('')
  const list = parse(`${written}<outline text="a" xmlUrl="https://a.example/"/>`)
  expect(chain(list)).toEqual(titles)
  const again = parse(writeOpml(list, HEAD))
  expect(chain(again)).toEqual(titles)
  expect(JSON.stringify(again)).toBe(JSON.stringify(list))
})

test('no feed is lost in folders that are deeper still', () => {
  const deep = '<outline text="f">'.repeat(50_000) + '<outline text="a" xmlUrl="https://a.example/"/>'
  const list = parse(deep)
  expect(chain(list)).toHaveLength(1000)
  expect(writeOpml(list, HEAD)).toContain('https://a.example/')
})

test('a list of fifty thousand feeds in one folder survives being written', () => {
  const feeds = Array.from({ length: 50_000 }, (_, index) => ({
    title: `Feed ${index}`,
    url: `https://host.example/${index}`,
    siteUrl: null,
  }))
  const list = parse(writeOpml({ folders: [{ title: 'All', folders: [], feeds }], feeds: [] }, HEAD))
  expect(list.folders[0]?.feeds).toHaveLength(50_000)
  expect(list.folders[0]?.feeds[49_999]).toEqual(feeds[49_999])
})

const LISTS = path.join(SHARED, 'opml')

test('real lists are read whole and survive being written', () => {
  test.skip(!existsSync(LISTS), 'the real lists are not here')
  const files = readdirSync(LISTS, { recursive: true, encoding: 'utf8' }).filter(file =>
    /\.(opml|xml)$/.test(file),
  )
  expect(files.length).toBeGreaterThan(100)
  for (const file of files) {
    const outline = parse(readFileSync(path.join(LISTS, file), 'utf8'))
    expect(parseOpml(writeOpml(outline, HEAD)), file).toEqual({ ...outline, leftOut: [] })
  }
})
