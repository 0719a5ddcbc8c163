import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { deflateRawSync } from 'node:zlib'
import {
  isHtmlSavedList,
  isZip,
  readSavedArchive,
  readSavedList,
  SavedListError,
} from '../../../renderer/pages/saved-lists'

const read = (text: string) => readSavedList(text, 'list')
/** What a list keeps of its items, in short. */
const addressesOf = (text: string): readonly string[] => read(text).items.map(item => item.address)

function errorOf(text: string): unknown {
  try {
    return read(text)
  } catch (error) {
    return error instanceof SavedListError ? error.kind : error
  }
}

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

const cell = fc.string({ maxLength: 20 })
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

test('every title survives being written as RFC 4180 says', () => {
  fc.assert(
    fc.property(
      fc.array(cell, { minLength: 1, maxLength: 20 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      (titles, end) => {
        const rows = titles.map((title, index) => `${quoted(title)},https://a.example/${index}`)
        const list = read(['title,url', ...rows].join(end))
        const shown = titles.map(title => title.replace(/[\s\p{Cc}]+/gu, ' ').trim() || null)
        expect(list.items.map(item => item.title)).toEqual(shown)
      },
    ),
  )
})

test('every entry of a table is an item or left out, however it is written', () => {
  const row = fc.tuple(cell, fc.oneof(fc.webUrl(), cell), cell)
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), rows => {
      const text = ['title,url,tags', ...rows.map(cells => cells.map(quoted).join(','))].join('\n')
      const list = read(text)
      expect(list.items.length + list.leftOut.length).toBe(rows.length)
      expect(new Set(list.items.map(item => item.address)).size).toBe(list.items.length)
    }),
  )
})

test('any text gives a list or the typed error', () => {
  const beginning = fc.constantFrom(
    '',
    '[',
    '{',
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>',
    'title,url\n',
    '[{"slug":"',
  )
  fc.assert(
    fc.property(beginning, fc.string({ maxLength: 200, unit: 'binary' }), (start, rest) => {
      const result = errorOf(start + rest)
      expect(result).not.toBeInstanceOf(Error)
    }),
  )
})

test('100,000 items of each form are read', () => {
  const numbers = Array.from({ length: 100_000 }, (_, index) => index)
  const pocket = numbers.map(
    n => `"Title, ${n}",https://host${n % 500}.example/${n},17000${n % 99999},a|b,unread`,
  )
  expect(read(`title,url,time_added,tags,status\n${pocket.join('\n')}`).items).toHaveLength(100_000)
  const links = numbers.map(n => `<DT><A HREF="https://h.example/${n}" ADD_DATE="1700000000">T ${n}</A>\n`)
  expect(read(`<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p>${links.join('')}</DL>`).items).toHaveLength(100_000)
  const records = numbers.map(n => ({ slug: `s${n}`, url: `https://h.example/${n}`, labels: ['x'] }))
  expect(read(JSON.stringify(records)).items).toHaveLength(100_000)
})

test('hostile texts end in bounded time', () => {
  const many = 2_000_000
  const head = 'title,url,tags\n'
  const bookmarks = '<!DOCTYPE NETSCAPE-Bookmark-file-1>'
  for (const text of [
    head + '"'.repeat(many),
    head + '"a""'.repeat(many / 4),
    head + '"",""a,'.repeat(many / 7),
    head + ','.repeat(many),
    head + '\r'.repeat(many),
    `${head}x,https://a.example/,[${'"'.repeat(many)}]`,
    `${head}x,https://a.example/,${','.repeat(many)}`,
    bookmarks + '<DL><DT><H3>f</H3>'.repeat(many / 20),
    bookmarks + '<A HREF="'.repeat(many / 9),
    bookmarks + '<A HREF=https://a.example/>'.repeat(many / 27),
    bookmarks + '</DL>'.repeat(many / 5),
    bookmarks + '&amp'.repeat(many / 4),
    bookmarks + '<!--'.repeat(many / 4),
    '['.repeat(many),
    `${'['.repeat(many)}${']'.repeat(many)}`,
    '<title>'.repeat(many / 7),
    ' '.repeat(many) + 'x',
  ])
    expect(errorOf(text)).not.toBeInstanceOf(Error)
})

/** An archive as `zip` writes it: local entries, the directory, the record at its end. */
function zipOf(files: Readonly<Record<string, string>>, method: 0 | 8 = 8): Uint8Array {
  const local: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const [name, text] of Object.entries(files)) {
    const data = method === 8 ? deflateRawSync(text) : Buffer.from(text)
    const title = Buffer.from(name)
    const own = Buffer.alloc(30)
    own.writeUInt32LE(0x04034b50, 0)
    own.writeUInt16LE(method, 8)
    own.writeUInt16LE(title.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(method, 10)
    entry.writeUInt32LE(data.length, 20)
    entry.writeUInt16LE(title.length, 28)
    entry.writeUInt32LE(offset, 42)
    local.push(own, title, data)
    directory.push(entry, title)
    offset += 30 + title.length + data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(Object.keys(files).length, 10)
  end.writeUInt32LE(offset, 16)
  return new Uint8Array(Buffer.concat([...local, ...directory, end]))
}

const archiveErrorOf = (bytes: Uint8Array): Promise<unknown> =>
  readSavedArchive(bytes, 'archive').catch((error: unknown) =>
    error instanceof SavedListError ? error.kind : error,
  )

test('the archive of Omnivore is read with the articles beside its lists', async () => {
  const record = (slug: string) => ({ slug, title: slug, url: `https://a.example/${slug}`, savedAt: null })
  for (const method of [0, 8] as const) {
    const list = await readSavedArchive(
      zipOf(
        {
          'metadata_0_to_20.json': JSON.stringify([record('one'), record('two')]),
          'metadata_20_to_40.json': JSON.stringify([record('three')]),
          'content/one.html': '<p>The text of one, für immer.</p>',
          'content/unknown.html': '<p>Nobody asks for this.</p>',
          'highlights/one.md': '> words',
        },
        method,
      ),
      'export.zip',
    )
    expect(list.source).toBe('omnivore')
    expect(list.items.map(item => [item.title, item.html])).toEqual([
      ['one', '<p>The text of one, für immer.</p>'],
      ['two', null],
      ['three', null],
    ])
  }
})

test('the archive of Pocket is one list, however many tables it holds', async () => {
  const head = 'title,url,time_added,tags,status\n'
  const list = await readSavedArchive(
    zipOf({
      'pocket/part_000000.csv': `${head}A,https://a.example/,1700000000,,unread\n`,
      'pocket/part_000001.csv': `${head}A,https://a.example/,1700000000,x,unread\nB,mailto:b,1,,\n`,
      'pocket/annotations/part_000000.json': '[{"url":"https://c.example/","highlights":[]}]',
    }),
    'pocket.zip',
  )
  expect(list.source).toBe('pocket')
  expect(list.items).toMatchObject([{ address: 'https://a.example/', tags: ['x'] }])
  expect(list.leftOut.map(({ reason }) => reason).toSorted()).toEqual(['not-on-the-web', 'twice'])
})

test('an archive without a list, or a damaged one, is refused', async () => {
  const whole = zipOf({ 'a.csv': 'title,url,tags\nA,https://a.example/,' })
  expect(isZip(whole)).toBe(true)
  expect(isZip(new TextEncoder().encode('PK is no archive'))).toBe(false)
  expect(await archiveErrorOf(zipOf({ 'readme.txt': 'nothing' }))).toBe('not-a-list')
  expect(await archiveErrorOf(zipOf({ 'a.json': '[]' }))).toBe('empty')
  expect(await archiveErrorOf(whole.slice(0, -30))).toBe('not-a-list')
  const broken = whole.slice()
  broken.fill(0xff, 35, 50)
  expect(await archiveErrorOf(broken)).toBe('not-a-list')
})

test('a text that unpacks to more than an article is left out, and its page is still there', async () => {
  const list = await readSavedArchive(
    zipOf({
      'metadata_0_to_20.json': '[{"slug":"bomb","url":"https://a.example/"}]',
      'content/bomb.html': 'a'.repeat(12 * 1024 * 1024),
    }),
    'bomb.zip',
  )
  expect(list.items).toMatchObject([{ address: 'https://a.example/', html: null }])
})

test('any bytes give a list or the typed error', async () => {
  const whole = zipOf({ 'a.csv': 'title,url,tags\nA,https://a.example/,', 'content/b.html': '<p>b' })
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255))
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async changes => {
      const bytes = whole.slice()
      for (const [at, value] of changes) bytes[at] = value
      expect(await archiveErrorOf(bytes)).not.toBeInstanceOf(Error)
    }),
  )
})
