import { expect, test } from '@playwright/test'
import { parseFeed } from '../../../renderer/feeds'
import { articleOfEntry } from '../../../renderer/ingest/entries'

const WISHES = { text: undefined, pictures: undefined, keepPictures: true }

/** The one article of a feed with this item. */
function articleOf(item: string) {
  const xml = `<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Waves</title><item><title>Tide tables</title><link>https://waves.example/7</link>${item}</item></channel></rss>`
  const feed = parseFeed(new TextEncoder().encode(xml), {
    url: 'https://waves.example/feed',
    contentType: null,
  })
  const [entry] = feed.entries
  if (!entry) throw new Error('The feed has no entry.')
  return articleOfEntry(entry, feed, 1, WISHES)
}

test('what an entry brings to be heard is a link below its text, once', () => {
  const url = 'https://waves.example/files/Tide%20tables.mp3?a=1&amp;b=2'
  const enclosure = `<enclosure url="${url}" type="audio/mpeg" length="1000"/>`
  const { html } = articleOf(`<description>Twenty minutes on tides.</description>${enclosure}`)
  expect(html).toMatch(/^<p>Twenty minutes on tides\.<\/p>/)
  expect(html).toContain('href="https://waves.example/files/Tide%20tables.mp3?a=1&amp;b=2"')
  expect(html).toContain('>Tide tables.mp3</a>')
  const own = `<content:encoded><![CDATA[<p>Listen: <a href="https://waves.example/7.mp3">here</a></p>]]></content:encoded>`
  const again = articleOf(`${own}<enclosure url="https://waves.example/7.mp3" type="audio/mpeg" length="1"/>`)
  expect(again.html.match(/7\.mp3/g)).toHaveLength(1)
})

test('a picture that the feed shows with the entry stands for it, unless the text has pictures', () => {
  const enclosure = '<enclosure url="https://waves.example/tide.jpg" type="image/jpeg" length="1"/>'
  const plain = articleOf(`<description>Twenty minutes on tides.</description>${enclosure}`)
  expect(plain).toMatchObject({ leadPicture: 'https://waves.example/tide.jpg', wants: ['page', 'pictures'] })
  expect(plain.html).not.toContain('tide.jpg')
  const pictured = articleOf(
    `<content:encoded><![CDATA[<p>Tides.</p><img src="https://waves.example/a.jpg">]]></content:encoded>${enclosure}`,
  )
  expect(pictured).toMatchObject({ leadPicture: null, wants: ['pictures'] })
})
