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

/** A service's feeds for one of its pages; empty when the page has none that can be told from its address. */
type Service = (url: URL, parts: readonly string[]) => readonly string[]

/** By host name without `www.` and `m.`. */
const SERVICES: Readonly<Record<string, Service>> = {
  'youtube.com': youtubeFeeds,
  'reddit.com': redditFeeds,
  'old.reddit.com': redditFeeds,
  'github.com': githubFeeds,
  'medium.com': (_url, parts) => (parts[0] ? [`https://medium.com/feed/${parts[0]}`] : []),
  'bsky.app': (_url, [kind, name]) =>
    kind === 'profile' && name ? [`https://bsky.app/profile/${name}/rss`] : [],
}

/**
 * Addresses at which a page's feed may be although the page does not say so: first those of known services
 * (YouTube channels and playlists, Reddit, GitHub, Medium, Bluesky, Mastodon), then the usual paths below the page
 * and below its site.
 *
 * @param url the page's address
 * @returns absolute addresses, each once, the likeliest first; none for what is no web address
 */
export function commonFeedPaths(url: string): readonly string[] {
  if (!URL.canParse(url)) return []
  const page = new URL(url)
  if (page.protocol !== 'https:' && page.protocol !== 'http:') return []
  const parts = page.pathname.split('/').filter(part => part !== '')
  const service = SERVICES[page.hostname.replace(/^(?:www|m)\./, '')]
  if (service) return service(page, parts)
  return [...new Set([...profileFeeds(page, parts), ...usualFeeds(page, parts)])]
}

function usualFeeds(page: URL, parts: readonly string[]): readonly string[] {
  // The last part of `/blog/article.html` is a page, that of `/blog` may be a section.
  const section = parts[parts.length - 1]?.includes('.') ? parts.slice(0, -1) : parts
  const folders = section.length === 0 ? [''] : [`${section.join('/')}/`, '']
  return folders.flatMap(folder => USUAL_PATHS.map(path => `${page.origin}/${folder}${path}`))
}

/** Mastodon and its relatives: `/@name`, whatever the host. */
function profileFeeds(page: URL, [name]: readonly string[]): readonly string[] {
  return name !== undefined && /^@[^@/]+(?:@.+)?$/.test(name) ? [`${page.origin}/${name}.rss`] : []
}

function youtubeFeeds(url: URL, [kind, name]: readonly string[]): readonly string[] {
  const feed = 'https://www.youtube.com/feeds/videos.xml'
  const playlist = url.searchParams.get('list')
  if (kind === 'channel' && name) return [`${feed}?channel_id=${name}`]
  if (kind === 'user' && name) return [`${feed}?user=${name}`]
  return playlist ? [`${feed}?playlist_id=${encodeURIComponent(playlist)}`] : []
}

function redditFeeds(_url: URL, [kind, name]: readonly string[]): readonly string[] {
  if (kind === 'r' && name) return [`https://www.reddit.com/r/${name}/.rss`]
  if ((kind === 'user' || kind === 'u') && name) return [`https://www.reddit.com/user/${name}/.rss`]
  return ['https://www.reddit.com/.rss']
}

function githubFeeds(_url: URL, [owner, repository]: readonly string[]): readonly string[] {
  if (owner === undefined) return []
  if (repository === undefined) return [`https://github.com/${owner}.atom`]
  return ['releases', 'tags', 'commits'].map(list => `https://github.com/${owner}/${repository}/${list}.atom`)
}
