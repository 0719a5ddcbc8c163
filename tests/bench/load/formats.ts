import type { MadeFeed } from './types'

/** A folder of a list of subscriptions. */
interface OpmlFolder {
  readonly name: string
  readonly lines: readonly { readonly title: string; readonly address: string; readonly site: string }[]
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')

const XML = '<?xml version="1.0" encoding="utf-8"?>'
const RSS_NAMESPACES =
  'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'

/** RSS 2.0; the whole text stands in `content:encoded` or, in feeds without summaries, in `description`. */
export function writeRss({ title, site, updated, summarised, entries }: MadeFeed): string {
  const items = entries.map(entry => {
    const text = summarised
      ? `<description>${escaped(entry.summary)}</description><content:encoded><![CDATA[${entry.content}]]></content:encoded>`
      : `<description>${escaped(entry.content)}</description>`
    return `<item><title>${escaped(entry.title)}</title><link>${entry.link}</link>
<guid isPermaLink="false">${entry.id}</guid><pubDate>${entry.published.toUTCString()}</pubDate>
<dc:creator>${escaped(entry.author)}</dc:creator><category>${entry.topic}</category>
${text}</item>`
  })
  return `${XML}
<rss version="2.0" ${RSS_NAMESPACES}><channel>
<title>${escaped(title)}</title><link>${site}</link><description>Invented news for measuring</description>
<lastBuildDate>${updated.toUTCString()}</lastBuildDate>
${items.join('\n')}
</channel></rss>
`
}

/** Atom 1.0 (RFC 4287) with escaped HTML. */
export function writeAtom({ id, title, address, site, updated, entries }: MadeFeed): string {
  const written = entries.map(entry => {
    const date = entry.published.toISOString()
    return `<entry><title>${escaped(entry.title)}</title><id>${entry.id}</id><link href="${entry.link}"/>
<published>${date}</published><updated>${date}</updated><author><name>${escaped(entry.author)}</name></author>
<category term="${entry.topic}"/><summary>${escaped(entry.summary)}</summary>
<content type="html">${escaped(entry.content)}</content></entry>`
  })
  return `${XML}
<feed xmlns="http://www.w3.org/2005/Atom"><title>${escaped(title)}</title><id>${id}</id>
<link rel="self" href="${address}"/><link href="${site}"/><updated>${updated.toISOString()}</updated>
${written.join('\n')}
</feed>
`
}

/** JSON Feed 1.1. */
export const writeJsonFeed = ({ title, address, site, entries }: MadeFeed): string =>
  JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title,
    home_page_url: site,
    feed_url: address,
    items: entries.map(entry => ({
      id: entry.id,
      url: entry.link,
      title: entry.title,
      summary: entry.summary,
      content_html: entry.content,
      date_published: entry.published.toISOString(),
      authors: [{ name: entry.author }],
      tags: [entry.topic],
    })),
  })

/** OPML 2.0. */
export function writeOpml(folders: readonly OpmlFolder[]): string {
  const written = folders.map(({ name, lines }) => {
    const outlines = lines.map(
      ({ title, address, site }) =>
        `<outline type="rss" text="${escaped(title)}" title="${escaped(title)}" xmlUrl="${address}" htmlUrl="${site}"/>`,
    )
    return `<outline text="${name}" title="${name}">\n${outlines.join('\n')}\n</outline>`
  })
  return `${XML}
<opml version="2.0"><head><title>Invented news</title></head><body>
${written.join('\n')}
</body></opml>
`
}
