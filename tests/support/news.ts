// Feeds and pages of invented news for the end-to-end tests.

/** An article of an invented feed. */
export interface Story {
  readonly id: string
  readonly title: string
  /** ISO 8601. */
  readonly date: string
  /** HTML. */
  readonly content: string
}

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

/** @returns RSS 2.0 with the stories */
export function rss(title: string, site: string, stories: readonly Story[]): string {
  const items = stories.map(
    story => `<item><guid isPermaLink="false">${story.id}</guid><title>${escaped(story.title)}</title>
<link>${site}/${story.id}</link><pubDate>${new Date(story.date).toUTCString()}</pubDate>
<description>${escaped(story.content)}</description></item>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0"><channel><title>${escaped(title)}</title><link>${site}</link><description>Invented news</description>
${items.join('\n')}
</channel></rss>`
}

/** Three stories on one event and one on another, with quotes and a picture. */
export const HARBOUR_STORIES: readonly Story[] = [
  {
    id: 'strike',
    title: 'Harbour strike in Lindhaven enters its second week',
    date: '2026-11-19T08:30:00Z',
    content: `<p>The dockers of Lindhaven have refused the owners’ offer, and forty ships wait outside the harbour.</p>
<figure><img src="/pictures/harbour.jpg" alt="Ships before Lindhaven" width="800" height="450"><figcaption>Ships at anchor.</figcaption></figure>
<p>Mayor Elsa Brandt called both sides to the town hall. “We have bread for nine days, and patience for fewer. I expect an agreement before the week is out”, Brandt said.</p>
<p>“An offer that forgets the night shift is no offer”, said Jonas Weil, who speaks for the dockers.</p>
<p>A quokkameter in the port office counts the hours.</p>`,
  },
  {
    id: 'talks',
    title: 'Dockers and owners of Lindhaven meet for talks on the harbour strike',
    date: '2026-11-18T15:00:00Z',
    content: `<p>Dockers and ship owners met in Lindhaven on Wednesday for the first time since the strike in the harbour began.</p>`,
  },
  {
    id: 'ships',
    title: 'Forty ships wait before Lindhaven as the strike goes on',
    date: '2026-11-17T15:00:00Z',
    content: `<p>Forty ships lie at anchor before the harbour of Lindhaven. The dockers’ strike has stopped the cranes.</p>`,
  },
  {
    id: 'fern',
    title: 'A fern that keeps the time of year',
    date: '2026-11-16T09:00:00Z',
    content: `<p>Two proteins and a long memory for cold nights decide when its leaves unroll, botanists found.</p>`,
  },
]
