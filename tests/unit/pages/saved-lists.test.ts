import { expect, test } from '@playwright/test'
import { isHtmlSavedList } from '../../../renderer/pages/saved-lists'
import { errorOf, read } from './saved-lists-read'

/** What a list keeps of its items, in short. */
const addressesOf = (text: string): readonly string[] => read(text).items.map(item => item.address)

const NOTHING_MORE = {
  title: null,
  savedAt: null,
  tags: [],
  read: false,
  starred: false,
  html: null,
  published: null,
  byline: null,
  language: null,
}

test('the table of Pocket is read with its tags, times and states', () => {
  const list = read(
    'title,url,time_added,tags,status\r\n' +
      '"Rye, and how to wait for it",https://oven.example/rye,1700000000,bread|slow food,unread\r\n' +
      'https://oven.example/oats,https://oven.example/oats,1700000100,,archive\r\n',
  )
  expect(list.source).toBe('pocket')
  expect(list.leftOut).toEqual([])
  expect(list.items).toEqual([
    {
      ...NOTHING_MORE,
      address: 'https://oven.example/rye',
      title: 'Rye, and how to wait for it',
      savedAt: 1_700_000_000_000,
      tags: ['bread', 'slow food'],
    },
    { ...NOTHING_MORE, address: 'https://oven.example/oats', savedAt: 1_700_000_100_000, read: true },
  ])
})

test('the older page of Pocket is read, its archive as read', () => {
  const list = read(`<!DOCTYPE html>
    <html><!--Goodbye--><head><meta charset="UTF-8"><title>Pocket Export</title></head><body>
    <h1>Unread</h1><ul>
      <li><a href="https://oven.example/rye?a=1&amp;b=2" time_added="1400000000" tags="bread,slow">Rye &amp; time</a></li>
    </ul>
    <h1>Read Archive</h1><ul>
      <li><a href="https://oven.example/oats" time_added="1400000100" tags="">Oats</a></li>
    </ul></body></html>`)
  expect(list.source).toBe('pocket')
  expect(list.items).toEqual([
    {
      ...NOTHING_MORE,
      address: 'https://oven.example/rye?a=1&b=2',
      title: 'Rye & time',
      savedAt: 1_400_000_000_000,
      tags: ['bread', 'slow'],
    },
    {
      ...NOTHING_MORE,
      address: 'https://oven.example/oats',
      title: 'Oats',
      savedAt: 1_400_000_100_000,
      read: true,
    },
  ])
})

test('the table of Instapaper is read, its folders as states or tags', () => {
  const list = read(
    'URL,Title,Selection,Folder,Timestamp,Tags\n' +
      'https://mill.example/1,One,"He said ""later"",\nand left",Unread,1600000000,"[""wood"",""water""]"\n' +
      'https://mill.example/2,Two,,Archive,1600000001,[]\n' +
      'https://mill.example/3,Three,,Starred,1600000002,\n' +
      'https://mill.example/4,Four,,Weekend,1600000003,\n',
  )
  expect(list.source).toBe('instapaper')
  expect(list.items).toMatchObject([
    { title: 'One', tags: ['wood', 'water'], read: false, starred: false, savedAt: 1_600_000_000_000 },
    { title: 'Two', tags: [], read: true, starred: false },
    { title: 'Three', tags: [], read: false, starred: true },
    { title: 'Four', tags: ['Weekend'], read: false, starred: false },
  ])
})

test('an Instapaper table without tags, as it was before there were any, is read', () => {
  const list = read('URL,Title,Selection,Folder,Timestamp\nhttps://mill.example/1,One,,Unread,1600000000\n')
  expect(list.source).toBe('instapaper')
  expect(list.items).toMatchObject([{ title: 'One', savedAt: 1_600_000_000_000 }])
})

const BOOKMARKS = `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<!-- This is an automatically generated file. -->
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>
<DL><p>
    <DT><A HREF="https://top.example/" ADD_DATE="1500000000" ICON="data:image/png;base64,AAAA" TAGS="one,two">Top</A>
    <DD>Some words about it
    <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks Toolbar</H3>
    <DL><p>
        <DT><A HREF="https://bar.example/">On the bar</A>
        <DT><H3>Recipes</H3>
        <DL><p>
            <DT><H3>Bread</H3>
            <DL><p>
                <DT><A HREF="https://oven.example/rye">Rye</A>
            </DL><p>
            <DT><A HREF="https://oven.example/soup">Soup</A>
        </DL><p>
        <HR>
        <DT><A HREF="javascript:alert(1)">A script</A>
    </DL><p>
    <DT><A HREF="place:sort=8">Most visited</A>
    <DT><A FEEDURL="https://feed.example/">A feed</A>
    <DT><A HREF="https://last.example/" ADD_DATE="1500000000000000">Last</A>
</DL>`

test('a browser’s bookmarks are read, the names of folders as tags', () => {
  const list = read(BOOKMARKS)
  expect(list.source).toBe('bookmarks')
  expect(list.items.map(({ title, tags }) => [title, tags])).toEqual([
    ['Top', ['one', 'two']],
    ['On the bar', []],
    ['Rye', ['Recipes', 'Bread']],
    ['Soup', ['Recipes']],
    ['Last', []],
  ])
  expect(list.items[0]?.savedAt).toBe(1_500_000_000_000)
  expect(list.items[4]?.savedAt).toBe(1_500_000_000_000)
  expect(list.leftOut).toEqual([
    { title: 'A script', reason: 'not-on-the-web' },
    { title: 'Most visited', reason: 'not-on-the-web' },
    { title: 'A feed', reason: 'no-address' },
  ])
})

test('links whose ends are missing lose neither themselves nor the next one', () => {
  const text =
    '<!doctype netscape-bookmark-file-1><dl><dt><a href=https://a.example/>A<dt><a href=https://b.example/>B'
  expect(read(text).items.map(item => item.title)).toEqual(['A', 'B'])
})

test('only bookmark files and exported lists are lists; any other page is a page', () => {
  expect(isHtmlSavedList(BOOKMARKS)).toBe(true)
  expect(isHtmlSavedList('<html><head><title>Pocket Export</title>')).toBe(true)
  expect(isHtmlSavedList('<!doctype html><title>The NETSCAPE-Bookmark-file explained</title><p>Words')).toBe(
    false,
  )
  expect(isHtmlSavedList('<!doctype html><title>My Pocket Export diary</title>')).toBe(false)
})

test('the metadata of Omnivore are read', () => {
  const list = read(
    JSON.stringify([
      {
        id: '1',
        slug: 'the-lock',
        title: 'The lock keeper',
        description: 'On canals',
        author: 'Ida Marsh',
        url: 'https://canal.example/lock',
        state: 'Archived',
        readingProgress: 12,
        thumbnail: '',
        labels: ['water', { name: 'craft' }],
        savedAt: '2024-03-01T10:00:00.000Z',
        publishedAt: '2024-02-29T08:30:00+02:00',
      },
      { slug: 'bare', title: 'Bare', url: 'https://canal.example/bare', state: 'Active', labels: null },
    ]),
  )
  expect(list.source).toBe('omnivore')
  expect(list.items).toEqual([
    {
      ...NOTHING_MORE,
      address: 'https://canal.example/lock',
      title: 'The lock keeper',
      savedAt: Date.UTC(2024, 2, 1, 10),
      tags: ['water', 'craft'],
      read: true,
      published: Date.UTC(2024, 1, 29, 6, 30),
      byline: 'Ida Marsh',
    },
    { ...NOTHING_MORE, address: 'https://canal.example/bare', title: 'Bare' },
  ])
})

test('the articles of wallabag come with their text, but not with its notice of failure', () => {
  const entry = {
    is_archived: 1,
    is_starred: 1,
    tags: ['bell', 'bronze'],
    id: 7,
    title: 'Casting a bell',
    url: 'https://bell.example/cast',
    content: '<p>Bronze is poured once.</p>',
    created_at: '2023-06-01T08:30:00+0200',
    published_at: '2023-05-30T00:00:00+0000',
    published_by: ['Ana Rojas', 'Lee Wu'],
    language: 'en_GB',
    domain_name: 'bell.example',
  }
  const failed = {
    ...entry,
    is_archived: 0,
    is_starred: 0,
    url: 'https://bell.example/lost',
    content: "wallabag can't retrieve contents for this article. Please look into it.",
    published_by: null,
  }
  const marked = { ...failed, url: 'https://bell.example/marked', content: '<p>x</p>', is_not_parsed: 1 }
  const list = read(JSON.stringify([entry, failed, marked]))
  expect(list.source).toBe('wallabag')
  expect(list.items[0]).toEqual({
    address: 'https://bell.example/cast',
    title: 'Casting a bell',
    savedAt: Date.UTC(2023, 5, 1, 6, 30),
    tags: ['bell', 'bronze'],
    read: true,
    starred: true,
    html: '<p>Bronze is poured once.</p>',
    published: Date.UTC(2023, 4, 30),
    byline: 'Ana Rojas, Lee Wu',
    language: 'en-GB',
  })
  expect(list.items[1]).toMatchObject({ html: null, read: false, starred: false, byline: null })
  expect(list.items[2]?.html).toBeNull()
  expect(read(JSON.stringify({ page: 1, _embedded: { items: [entry] } })).items).toHaveLength(1)
})

test('the tables of Readwise Reader and Raindrop are read by the names of their columns', () => {
  const readwise = read(
    'Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\n' +
      `Ferries,https://ferry.example/,01h,"['sea', 'boats']",2023-05-01 12:34:56+00:00,0.4,archive,True\n`,
  )
  expect(readwise.source).toBe('csv')
  expect(readwise.items).toMatchObject([
    { title: 'Ferries', tags: ['sea', 'boats'], savedAt: Date.UTC(2023, 4, 1, 12, 34, 56), read: true },
  ])
  const raindrop = read(
    'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n' +
      '1,Kites,,,https://kite.example/,Unsorted,"wind, paper",2022-01-02T03:04:05.000Z,,,true\n' +
      '2,Sails,,,https://kite.example/sails,Boats,,2022-01-02T03:04:05.000Z,,,false\n',
  )
  expect(raindrop.items).toMatchObject([
    { title: 'Kites', tags: ['wind', 'paper'], starred: true, savedAt: Date.UTC(2022, 0, 2, 3, 4, 5) },
    { title: 'Sails', tags: ['Boats'], starred: false },
  ])
})

test('a table that a spreadsheet has saved again with semicolons is read', () => {
  expect(addressesOf('title;url;tags\n"A; b";https://a.example/;x')).toEqual(['https://a.example/'])
})

test('an address stands once, and what is said of it twice is put together', () => {
  const list = read(
    'title,url,time_added,tags,status\n' +
      ',https://a.example,1700000000,one,archive\n' +
      'Named,https://a.example/,,two|one,unread\n',
  )
  expect(list.items).toEqual([
    {
      ...NOTHING_MORE,
      address: 'https://a.example/',
      title: 'Named',
      savedAt: 1_700_000_000_000,
      tags: ['one', 'two'],
    },
  ])
  expect(list.leftOut).toEqual([{ title: 'Named', reason: 'twice' }])
})

test('what has no address on the web is left out with the reason', () => {
  const list = read(
    'title,url,tags\nNone,,\nFile,file:///etc/hosts,\nBroken,https://,\nMail,mailto:a@b.example,\n,ftp://a.example/,\n',
  )
  expect(list.items).toEqual([])
  expect(list.leftOut).toEqual([
    { title: 'None', reason: 'no-address' },
    { title: 'File', reason: 'not-on-the-web' },
    { title: 'Broken', reason: 'not-on-the-web' },
    { title: 'Mail', reason: 'not-on-the-web' },
    { title: 'ftp://a.example/', reason: 'not-on-the-web' },
  ])
})

test('a byte order mark and white space before the list do no harm', () => {
  expect(addressesOf('\ufeff\n title,url,tags\nA,https://a.example/,')).toEqual(['https://a.example/'])
})

test('a quotation mark that is never closed takes no other line with it', () => {
  expect(addressesOf('title,url,tags\n"Open,https://a.example/,\nB,https://b.example/,')).toEqual([
    'https://a.example/',
    'https://b.example/',
  ])
})

test('text behind a closing quotation mark stays', () => {
  expect(read('title,url\n"The" lock,https://a.example/').items[0]?.title).toBe('The lock')
})

test('times that cannot be are none', () => {
  const times = ['0', '-5', 'yesterday', '99999999999999999999', '2024-13-40T99:99', '9'.repeat(400)]
  const rows = times.map((time, index) => `,https://a.example/${index},${time},,unread`)
  const { items } = read(['title,url,time_added,tags,status', ...rows].join('\n'))
  expect(items.slice(0, 4).map(item => item.savedAt)).toEqual([null, null, null, null])
  expect(items[5]?.savedAt).toBeNull()
  expect(items.every(({ savedAt }) => savedAt === null || Number.isFinite(savedAt))).toBe(true)
})

test('what is no such list is refused with a reason', () => {
  for (const text of [
    '',
    '   ',
    'Dear diary,\ntoday it rained.',
    'name,phone\nIda,123',
    'url\nhttps://a.example/',
    '<!doctype html><title>A page</title><p>Words</p>',
    '<opml version="2.0"><body/></opml>',
    '{"title":"one"}',
    '[1,2,3]',
    '[{"title":"broken"',
    '[{"name":"x"}]',
    'null',
    '\0\0\0PK',
  ])
    expect(errorOf(text), JSON.stringify(text)).toBe('not-a-list')
})

test('a list without entries says so', () => {
  for (const text of [
    'title,url,time_added,tags,status\n',
    '[]',
    '<!DOCTYPE NETSCAPE-Bookmark-file-1><DL></DL>',
  ])
    expect(errorOf(text), text).toBe('empty')
})

test('records that are none are left out', () => {
  const list = read('[null, 5, "x", [], {"slug":"a","url":{"x":1}}, {"slug":"b","url":"https://a.example/"}]')
  expect(list.items).toHaveLength(1)
  expect(list.leftOut).toHaveLength(5)
})
