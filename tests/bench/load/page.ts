import { articleHtml, headline, sentence } from './prose'
import { createRandom } from './random'
import { makeEntry, originOf, type WorldOptions } from './world'

/** Of each page. */
export const PICTURES = 3
const MENU_ITEMS = 60
const OTHER_ARTICLES = 12
const COMMENTS = 8
/** What the scripts of a page weigh, in characters: more than its text, as everywhere. */
const SCRIPT_CHARACTERS = 60_000

/** The page behind an entry as sites have them: the article among menus, scripts, other articles and comments. */
export function makePage(options: WorldOptions, feed: number, number: number): string {
  const { title, author, published, summary, content, topic } = makeEntry(options, feed, number)
  const origin = originOf(options, feed)
  const random = createRandom(`page ${feed} ${number}`)
  // A page whose words are not those of its teaser would be taken for another article.
  const paragraphs = [`<p>${summary}</p>`, ...content.split('\n').slice(1)]
  const pictures = Array.from(
    { length: PICTURES },
    (_, index) =>
      `<figure><img src="${origin}/pictures/${feed}-${number}-${index}.png" alt="${sentence(random)}"><figcaption>${sentence(random)}</figcaption></figure>`,
  )
  const every = Math.ceil(paragraphs.length / PICTURES)
  const body = paragraphs.map((paragraph, at) => (at % every ? '' : (pictures[at / every] ?? '')) + paragraph)
  const links = (count: number): string =>
    Array.from(
      { length: count },
      (_, at) => `<li><a href="/articles/${at}">${headline(random)}</a></li>`,
    ).join('')
  const comments = Array.from(
    { length: COMMENTS },
    () => `<div class="comment"><p>${articleHtml(random, 200, origin)}</p></div>`,
  )
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>
<meta property="og:title" content="${title}"><meta name="author" content="${author}">
<meta property="article:published_time" content="${published.toISOString()}">
<script>${'window.layer = window.layer || []; layer.push({ kind: "view" });'.repeat(SCRIPT_CHARACTERS / 60)}</script>
</head><body><header class="site-header"><nav><ul>${links(MENU_ITEMS)}</ul></nav></header><main><article><h1>${title}</h1>
<p class="byline">By ${author} in ${topic}</p><div class="article-body">${body.join('\n')}</div></article>
<aside class="related"><ul>${links(OTHER_ARTICLES)}</ul></aside><section class="comments">${comments.join('')}</section>
</main><footer><ul>${links(MENU_ITEMS)}</ul></footer></body></html>
`
}
