import { networkFeeds, serviceFeeds } from './services'

/** Where programs for websites put their feeds, the commonest first. */
const USUAL_PATHS = [
  'feed',
  'rss.xml',
  'atom.xml',
  'feed.xml',
  'index.xml',
  'rss',
  'feed.json',
  'feeds/posts/default',
]

/**
 * Addresses at which a page's feed may be although the page does not say so: first those of known services
 * (YouTube, Reddit, GitHub, Medium, Substack and others) and of networks (Mastodon, Lemmy), then the usual paths below
 * the page and below its site. The channel of a YouTube page that does not stand in its address stands in the page:
 * `discoverFeeds` finds it.
 *
 * @param url the page's address
 * @returns absolute addresses, each once, the likeliest first; none for what is no web address
 */
export function commonFeedPaths(url: string): readonly string[] {
  if (!URL.canParse(url)) return []
  const page = new URL(url)
  if (page.protocol !== 'https:' && page.protocol !== 'http:') return []
  const parts = page.pathname.split('/').filter(part => part !== '')
  const service = serviceFeeds(page, parts)
  return service ?? [...new Set([...networkFeeds(page, parts), ...usualFeeds(page, parts)])]
}

function usualFeeds(page: URL, parts: readonly string[]): readonly string[] {
  // The last part of `/blog/article.html` is a page, that of `/blog` may be a section.
  const section = parts[parts.length - 1]?.includes('.') ? parts.slice(0, -1) : parts
  const folders = section.length === 0 ? [''] : [`${section.join('/')}/`, '']
  return folders.flatMap(folder => USUAL_PATHS.map(path => `${page.origin}/${folder}${path}`))
}
