import { expect, test } from '@playwright/test'
import { fixture, read, readEntry, readItem } from './support'

test('RSS 2.0 gives the feed, its schedule and its icon', () => {
  const feed = read(fixture('lighthouse.rss'))
  expect({ ...feed, entries: [] }).toEqual({
    title: 'The Lighthouse & Ferry Gazette',
    link: 'https://gazette.example/',
    description: 'News from the north shore',
    language: 'en-GB',
    selfLink: 'https://gazette.example/feed.rss',
    icon: 'https://gazette.example/icon.png',
    refresh: { ttlMinutes: 45, skipHours: [0, 3], skipDays: [0, 6], updatePeriodMinutes: 360 },
    entries: [],
  })
})

test('RSS 2.0 gives every field of an item', () => {
  const [first] = read(fixture('lighthouse.rss')).entries
  expect(first).toEqual({
    id: 'gazette-1041',
    link: 'https://gazette.example/2024/keeper',
    title: 'Keeper retires after 41 years',
    author: 'Ida Strand',
    published: Date.UTC(2024, 10, 27, 10, 27),
    updated: null,
    publishedText: 'Wed, 27 Nov 2024 11:27:00 +0100',
    summary: 'The lamp & its keeper <a href="https://gazette.example/lamp">rest</a>.',
    content:
      '<p>He climbed the <a href="https://gazette.example/stairs">stairs</a> twice a day.</p>' +
      '<img src="https://gazette.example/2024/lamp.jpg" srcset="https://gazette.example/2024/lamp.jpg 1x, https://gazette.example/2024/big/lamp.jpg 2x">',
    baseUrl: 'https://gazette.example/2024/keeper',
    image: 'https://gazette.example/thumb/lamp.jpg',
    categories: ['People', 'Lighthouse'],
    enclosures: [{ url: 'https://gazette.example/sound/horn.mp3', type: 'audio/mpeg', length: 81920 }],
    identity: 'id:gazette-1041',
  })
})

test('RSS items live with what they have: a guid for a link, or no title, link and date at all', () => {
  const [, second, third] = read(fixture('lighthouse.rss')).entries
  expect(second).toMatchObject({
    link: 'https://gazette.example/2024/ferry',
    author: 'Olaf Vik',
    published: null,
    publishedText: null,
    content: '',
  })
  expect(third).toMatchObject({ id: null, link: null, title: '' })
  expect(third?.identity).toMatch(/^hash:[\da-f]{16}$/)
})

test('RSS 1.0 gives items beside the channel, with Dublin Core under any prefix', () => {
  const feed = read(fixture('harbour.rdf'))
  expect(feed).toMatchObject({
    title: 'Harbour Board',
    link: 'https://harbour.example/',
    description: 'Tides and berths',
  })
  expect(feed.entries).toHaveLength(1)
  expect(feed.entries[0]).toMatchObject({
    id: 'https://harbour.example/berth-9',
    title: 'Berth nine is free again',
    author: 'The harbour master',
    published: Date.UTC(2024, 10, 26, 8),
    categories: ['Berths'],
  })
})

test('Atom 1.0 gives the feed, addresses resolved against xml:base', () => {
  const feed = read(fixture('orchard.atom'))
  expect(feed).toMatchObject({
    title: 'Orchard <Diary>',
    description: 'Apples, pears & quinces',
    link: 'https://orchard.example/diary/',
    selfLink: 'https://orchard.example/diary/feed.atom',
    icon: 'https://orchard.example/apple.png',
    language: 'en',
  })
})

test('Atom 1.0 gives every field of an entry, each base inside the one around it', () => {
  const [first] = read(fixture('orchard.atom')).entries
  expect(first).toMatchObject({
    title: 'Grafting old varieties',
    link: 'https://orchard.example/diary/2024/graft',
    author: 'Pomona Field',
    published: Date.UTC(2024, 10, 20, 8),
    updated: Date.UTC(2024, 10, 21, 9, 0, 0, 500),
    summary: 'Knife &lt; wax',
    content:
      '<p>Cut <a href="https://orchard.example/diary/2024/pictures/one.html">here</a> &amp; bind<br>it.</p>',
    categories: ['Craft'],
    enclosures: [{ url: 'https://orchard.example/diary/2024/graft.jpg', type: 'image/jpeg', length: 1200 }],
    image: 'https://orchard.example/diary/2024/graft.jpg',
  })
})

test('an Atom entry has its own authors and, without a date of publication, the date of its update', () => {
  const [, second] = read(fixture('orchard.atom')).entries
  expect(second).toMatchObject({ author: 'A. Winter, B. Spring', published: Date.UTC(2024, 10, 27, 10, 27) })
})

test('Atom 0.3 is read with its own names and base64 content', () => {
  const feed = read(fixture('attic.atom03'))
  expect(feed).toMatchObject({ title: 'Attic', description: 'Things found', link: 'https://attic.example/' })
  expect(feed.entries[0]).toMatchObject({
    published: Date.UTC(2004, 0, 31, 9, 30),
    updated: Date.UTC(2004, 1, 1, 10),
    content: '<p>Full of letters</p>',
  })
})

test('JSON Feed gives feed and items, text escaped, addresses absolute', () => {
  const feed = read(fixture('kitchen.json'))
  expect(feed).toMatchObject({
    title: 'Kitchen Notes',
    language: 'de',
    selfLink: 'https://kitchen.example/feed.json',
  })
  expect(feed.entries[0]).toMatchObject({
    id: 'soup',
    link: 'https://kitchen.example/soup',
    title: 'Soup & bread',
    author: 'Guest',
    summary: 'Salt &lt; pepper',
    content: '<p>Add <a href="https://kitchen.example/salt">salt</a> &lt; 5 g.</p>',
    published: Date.UTC(2024, 10, 27, 10, 27),
    updated: Date.UTC(2024, 10, 28, 10, 27),
    categories: ['Soup', 'Bread'],
    image: 'https://kitchen.example/soup.jpg',
    enclosures: [{ url: 'https://kitchen.example/soup.mp3', type: 'audio/mpeg', length: 42 }],
  })
  expect(feed.entries[1]).toMatchObject({
    id: '2',
    author: 'Cook',
    content: 'Only text: 3 &lt; 4 &amp; more',
  })
})

test('a title is plain text, whatever its markup was wrapped in', () => {
  const titles = [
    ['<title>Fish &amp; chips</title>', 'Fish & chips'],
    ['<title>Fish &amp;amp; chips</title>', 'Fish & chips'],
    ['<title><![CDATA[Fish &amp; <i>chips</i>]]></title>', 'Fish & chips'],
    ['<title>&lt;b&gt;Fish&lt;/b&gt; &amp;#8211; chips</title>', 'Fish – chips'],
    ['<title><b>Fish</b> and <i>chips</i></title>', 'Fish and chips'],
    ['<title>How the &lt;video&gt; tag works</title>', 'How the <video> tag works'],
    ['<title>1 &lt; 2 and 3 &gt; 2</title>', '1 < 2 and 3 > 2'],
    ['<title>\n  Caf&eacute;&nbsp;au\n lait </title>', 'Café au lait'],
    ['<title>One&lt;br/&gt;two</title>', 'One two'],
  ] as const
  for (const [source, title] of titles) expect(readItem(source).title).toBe(title)
})

test('base64 is read whatever its padding, and what is none stays as it is', () => {
  const content = (packed: string): string =>
    readEntry(`<content type="text/html" mode="base64">${packed}</content>`).content
  expect(content('PHA+YWI8L3A+')).toBe('<p>ab</p>')
  for (const packed of ['PHA+YTwvcD4=', 'PHA+YTwvcD4', 'PHA+YTwvcD4=='])
    expect(content(packed), packed).toBe('<p>a</p>')
  for (const packed of ['PHA+Y', 'PHA+YT=wv', 'PHA+RB=='.slice(0, 5) + '=='])
    expect(content(packed)).toBe(packed)
})

test('an Atom title is text or HTML as its type says', () => {
  expect(readEntry('<title type="text">&lt;b&gt; is bold</title>').title).toBe('<b> is bold')
  expect(readEntry('<title type="html">&lt;b&gt;Bold&lt;/b&gt; &amp;amp; brave</title>').title).toBe(
    'Bold & brave',
  )
  expect(
    readEntry('<title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">A <b>b</b> &lt;c></div></title>')
      .title,
  ).toBe('A b <c>')
})

test('content of a picture type is left out, HTML without a type is seen to be HTML', () => {
  expect(readEntry('<content type="image/png">iVBORw0KGgo=</content>').content).toBe('')
  expect(readEntry('<content>&lt;p&gt;Hello&lt;/p&gt;</content>').content).toBe('<p>Hello</p>')
  expect(readEntry('<content>2 &lt; 3</content>').content).toBe('2 &lt; 3')
})

test('fallbacks find title, text, date, author and categories in the modules', () => {
  const entry = readItem(
    '<dc:title>Named by Dublin</dc:title><itunes:summary>Heard</itunes:summary><dcterms:issued>2024-11-27</dcterms:issued>' +
      '<itunes:author>Radio Ann</itunes:author><itunes:keywords>one, two</itunes:keywords>',
  )
  expect(entry).toMatchObject({
    title: 'Named by Dublin',
    summary: 'Heard',
    published: Date.UTC(2024, 10, 27),
    author: 'Radio Ann',
    categories: ['one', 'two'],
  })
})

test('a video entry takes its text and its picture from Media RSS', () => {
  const entry = readEntry(
    '<title>Film</title><media:group xmlns:media="http://search.yahoo.com/mrss/"><media:description>Birds &amp; bees</media:description>' +
      '<media:thumbnail url="https://v.example/still.jpg"/></media:group>',
  )
  expect(entry).toMatchObject({ summary: 'Birds &amp; bees', image: 'https://v.example/still.jpg' })
})

test('sounds and films of Media RSS are enclosures, of a group the default one, each file once', () => {
  const media = (name: string, more = ''): string =>
    `<media:content url="https://x.example/${name}" type="video/mp4" fileSize="7" ${more}/>`
  const { enclosures } = readItem(
    `<enclosure url="https://x.example/a.mp4" type="video/mp4" length="7"/>${media('a.mp4')}
    <media:content url="https://x.example/p.jpg" medium="image"/>
    <media:content url="https://x.example/s.mp3" medium="audio"/>
    <media:group>${media('small.mp4')}${media('large.mp4', 'isDefault="true"')}</media:group>`,
  )
  expect(enclosures).toEqual([
    { url: 'https://x.example/a.mp4', type: 'video/mp4', length: 7 },
    { url: 'https://x.example/s.mp3', type: null, length: null },
    { url: 'https://x.example/large.mp4', type: 'video/mp4', length: 7 },
  ])
  const entry = readEntry(media('b.mp4'), 'xmlns:media="http://search.yahoo.com/mrss/"')
  expect(entry.enclosures.map(file => file.url)).toEqual(['https://x.example/b.mp4'])
})

test('a channel whose only picture is of Media RSS has it for an icon', () => {
  const channel = '<media:content url="/sign.png" medium="image"/><link>https://x.example/</link>'
  expect(read(`<rss><channel>${channel}</channel></rss>`).icon).toBe('https://x.example/sign.png')
})

test('an Atom link to itself that is empty means the base, and an icon has a base of its own', () => {
  const feed = read(
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://x.example/blog/feed"><link rel="self" href=""/>
    <icon xml:base="/pictures/">i.png</icon></feed>`,
  )
  expect(feed.selfLink).toBe('https://x.example/blog/feed')
  expect(feed.icon).toBe('https://x.example/pictures/i.png')
})

test('RSS written as JSON is read as RSS', () => {
  const item = {
    title: 'Nets',
    link: 'https://x.example/1',
    pubDate: 'Wed, 27 Nov 2024 10:27:00 GMT',
    guid: { isPermaLink: 'false', '#value': '17' },
    enclosure: { url: 'https://x.example/a.mp3', type: 'audio/mpeg', length: 12 },
    category: ['Sea', { domain: 'd', '#value': 'Fish' }],
    description: '<p>Mended.</p>',
  }
  const feed = read(
    JSON.stringify({ rss: { version: '2.0', channel: { title: 'Quay', ttl: 60, item: [item, {}] } } }),
  )
  expect(feed).toMatchObject({ title: 'Quay', refresh: { ttlMinutes: 60 } })
  expect(feed.entries).toHaveLength(2)
  expect(feed.entries[0]).toMatchObject({
    id: '17',
    link: 'https://x.example/1',
    title: 'Nets',
    published: Date.UTC(2024, 10, 27, 10, 27),
    summary: '<p>Mended.</p>',
    categories: ['Sea', 'Fish'],
    enclosures: [{ url: 'https://x.example/a.mp3', type: 'audio/mpeg', length: 12 }],
  })
  const deep = `{"rss":{"channel":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}}`
  expect(read(deep).entries).toEqual([])
})

test('persons are named as people would name them', () => {
  const authors = [
    ['ann@b.example (Ann Bee)', 'Ann Bee'],
    ['Ann Bee &lt;ann@b.example&gt;', 'Ann Bee'],
    ['Ann Bee, ann@b.example', 'Ann Bee'],
    ['ann@b.example', 'ann@b.example'],
    ['Ann Bee', 'Ann Bee'],
  ] as const
  for (const [written, name] of authors) expect(readItem(`<author>${written}</author>`).author).toBe(name)
})

test('no link and no enclosure has a scheme that could run something', () => {
  const entry = readItem(
    '<link>javascript:alert(1)</link><enclosure url="file:///etc/passwd" type="audio/mpeg"/><guid>data:text/html,x</guid>',
  )
  expect(entry).toMatchObject({ link: null, enclosures: [] })
})
