import { expect, test } from '@playwright/test'
import { commonFeedPaths, discoverFeeds } from '../../../renderer/feeds'
import { fixtureText } from './support'

const PAGE = 'https://harbour.example/index.html'

test('declared feeds come first, then linked ones, then those of comments', () => {
  expect(discoverFeeds(fixtureText('page.html'), PAGE)).toEqual([
    { url: 'https://harbour.example/site/tides.xml', title: 'Tides & berths', type: 'rss' },
    { url: 'https://harbour.example/site/atom', title: '', type: 'atom' },
    { url: 'https://harbour.example/news/feed/', title: 'News of the harbour', type: 'unknown' },
    { url: 'https://harbour.example/atom', title: 'again', type: 'atom' },
    { url: 'https://harbour.example/comments/feed/', title: 'Comments on everything', type: 'rss' },
  ])
})

test('attributes may be written in any order, case and quoting', () => {
  const html = `<LINK HREF=/a.rss TYPE='APPLICATION/RSS+XML' REL=Alternate><link href="feed://h.example/b" rel="alternate" type="text/xml">`
  expect(discoverFeeds(html, PAGE).map(feed => feed.url)).toEqual([
    'https://harbour.example/a.rss',
    'http://h.example/b',
  ])
})

test('a page without feeds, or no page at all, offers none', () => {
  expect(discoverFeeds('<a href="/about">About</a> <a href="/feedback">Feedback</a>', PAGE)).toEqual([])
  expect(discoverFeeds('', PAGE)).toEqual([])
  expect(
    discoverFeeds('<link rel="alternate" type="application/rss+xml" href="javascript:x">', PAGE),
  ).toEqual([])
  expect(discoverFeeds('<link rel="alternate" type="application/rss+xml" href="/x">', 'nonsense')).toEqual([])
})

test('a page with thousands of links to feeds gives a choice, not a list', () => {
  const links = Array.from({ length: 5000 }, (_, index) => `<a href="/${index}/feed">`).join('')
  expect(discoverFeeds(links, PAGE)).toHaveLength(30)
})

test('known services have their feeds at known addresses', () => {
  const first = [
    ['https://www.youtube.com/channel/UC123', 'https://www.youtube.com/feeds/videos.xml?channel_id=UC123'],
    ['https://youtube.com/playlist?list=PL9', 'https://www.youtube.com/feeds/videos.xml?playlist_id=PL9'],
    ['https://www.reddit.com/r/typography/', 'https://www.reddit.com/r/typography/.rss'],
    ['https://old.reddit.com/user/ann', 'https://www.reddit.com/user/ann/.rss'],
    ['https://github.com/owner/project', 'https://github.com/owner/project/releases.atom'],
    ['https://medium.com/@ann', 'https://medium.com/feed/@ann'],
    ['https://social.example/@ann', 'https://social.example/@ann.rss'],
    ['https://bsky.app/profile/ann.example', 'https://bsky.app/profile/ann.example/rss'],
    ['https://ann.substack.com/p/a-post', 'https://ann.substack.com/feed'],
    ['https://substack.com/@ann', 'https://ann.substack.com/feed'],
    ['https://ann.medium.com/a-story-1a2b', 'https://ann.medium.com/feed'],
    ['https://medium.com/tag/tea', 'https://medium.com/feed/tag/tea'],
    ['https://github.com/ann', 'https://github.com/ann.atom'],
    ['https://github.com/o/p/tree/next/two', 'https://github.com/o/p/commits/next/two.atom'],
    ['https://gitlab.com/o/g/p/-/issues', 'https://gitlab.com/o/g/p/-/releases.atom'],
    ['https://codeberg.org/o/p', 'https://codeberg.org/o/p/releases.rss'],
    ['https://social.example/@ann/1234', 'https://social.example/@ann.rss'],
    ['https://social.example/tags/tea', 'https://social.example/tags/tea.rss'],
    ['https://lemmy.example/c/tea', 'https://lemmy.example/feeds/c/tea.xml'],
    ['https://www.tumblr.com/ann/55/title', 'https://ann.tumblr.com/rss'],
    ['https://ann.blogspot.com/2024/11/a.html', 'https://ann.blogspot.com/feeds/posts/default'],
    ['https://vimeo.com/ann', 'https://vimeo.com/ann/videos/rss'],
    ['https://stackoverflow.com/questions/tagged/css', 'https://stackoverflow.com/feeds/tag/css'],
  ] as const
  expect(first.map(([page]) => commonFeedPaths(page)[0])).toEqual(first.map(([, feed]) => feed))
})

test('other sites are tried below the page, then at the root, each address once', () => {
  const guesses = commonFeedPaths('https://site.example/blog/post.html')
  expect(guesses[0]).toBe('https://site.example/blog/feed')
  expect(guesses).toContain('https://site.example/rss.xml')
  expect(guesses).toContain('https://site.example/blog/atom.xml')
  expect(new Set(guesses).size).toBe(guesses.length)
  expect(
    commonFeedPaths('https://site.example').every(guess => new URL(guess).origin === 'https://site.example'),
  ).toBe(true)
})

test('nothing is guessed for what is no web address', () => {
  expect(['file:///etc', 'nonsense', 'https://www.youtube.com/', ''].flatMap(commonFeedPaths)).toEqual([])
})

test('a page of YouTube names its channel in one way or another', () => {
  const id = 'UCabcdefghijklmnopqrstuv'
  const feed = `https://www.youtube.com/feeds/videos.xml?channel_id=${id}`
  const pages = [
    `<link rel="alternate" type="application/rss+xml" title="RSS" href="${feed}">`,
    `<link rel="canonical" href="https://www.youtube.com/channel/${id}">`,
    `<meta itemprop="identifier" content="${id}">`,
    `<script>{"items":[{"channelId":"UCzyxwvutsrqponmlkjihgfe"}],"externalChannelId":"${id}"}</script>`,
    `<script>{"videoDetails":{"channelId":"${id}"}}</script>`,
  ]
  for (const page of pages)
    expect(discoverFeeds(page, 'https://www.youtube.com/@ann').map(found => found.url)).toEqual([feed])
  expect(discoverFeeds(pages[2] ?? '', 'https://elsewhere.example/')).toEqual([])
})
