/** A service's feeds for one of its pages; empty when the page has none that can be told from its address. */
type Service = (url: URL, parts: readonly string[]) => readonly string[]

const youtube: Service = (url, [kind, name]) => {
  const feed = 'https://www.youtube.com/feeds/videos.xml'
  const playlist = url.searchParams.get('list')
  if (kind === 'channel' && name) return [`${feed}?channel_id=${name}`]
  if (kind === 'user' && name) return [`${feed}?user=${name}`]
  return playlist ? [`${feed}?playlist_id=${encodeURIComponent(playlist)}`] : []
}

const reddit: Service = (_url, [kind, name, list, id]) => {
  const site = 'https://www.reddit.com'
  if (kind === 'r' && name) {
    const thread = list === 'comments' && id ? [`${site}/r/${name}/comments/${id}/.rss`] : []
    return [`${site}/r/${name}/.rss`, ...thread]
  }
  if ((kind === 'user' || kind === 'u') && name) {
    const collection = list === 'm' && id ? [`${site}/user/${name}/m/${id}/.rss`] : []
    return [...collection, `${site}/user/${name}/.rss`]
  }
  return [`${site}/.rss`]
}

const github: Service = (_url, [owner, repository, kind, ...branch]) => {
  if (owner === undefined) return []
  if (repository === undefined) return [`https://github.com/${owner}.atom`]
  const project = `https://github.com/${owner}/${repository}`
  const lists = ['releases', 'tags', 'commits'].map(list => `${project}/${list}.atom`)
  if (kind === 'wiki') return [`${project}/wiki.atom`, ...lists]
  const isBranch = (kind === 'commits' || kind === 'tree') && branch.length > 0
  return isBranch ? [`${project}/commits/${branch.join('/')}.atom`, ...lists] : lists
}

const gitlab: Service = (url, parts) => {
  const project = parts.slice(0, parts.includes('-') ? parts.indexOf('-') : parts.length).join('/')
  if (project === '') return []
  const lists = ['releases.atom', 'tags?format=atom'].map(list => `${url.origin}/${project}/-/${list}`)
  return parts.length > 1 ? [...lists, `${url.origin}/${project}.atom`] : [`${url.origin}/${project}.atom`]
}

const codeberg: Service = (url, [owner, repository]) => {
  if (owner === undefined) return []
  if (repository === undefined) return [`${url.origin}/${owner}.rss`]
  return ['/releases.rss', '.rss'].map(end => `${url.origin}/${owner}/${repository}${end}`)
}

const medium: Service = (_url, [name, topic]) => {
  if (name === undefined) return []
  return [`https://medium.com/feed/${name === 'tag' && topic ? `tag/${topic}` : name}`]
}

const bluesky: Service = (_url, [kind, name]) =>
  kind === 'profile' && name ? [`https://bsky.app/profile/${name}/rss`] : []

const substack: Service = (_url, [name]) =>
  name?.startsWith('@') ? [`https://${name.slice(1)}.substack.com/feed`] : []

const tumblr: Service = (_url, [first, second]) => {
  const name = first === 'blog' ? second : first
  return name && /^[\w-]+$/.test(name) ? [`https://${name}.tumblr.com/rss`] : []
}

const vimeo: Service = (_url, [kind, name]) => {
  if (kind === undefined || /^\d+$/.test(kind)) return []
  const isList = kind === 'channels' || kind === 'groups'
  if (isList) return name ? [`https://vimeo.com/${kind}/${name}/videos/rss`] : []
  return [`https://vimeo.com/${kind}/videos/rss`]
}

const stackOverflow: Service = (url, [, kind, tag]) =>
  kind === 'tagged' && tag ? [`${url.origin}/feeds/tag/${tag}`] : [`${url.origin}/feeds`]

/** By host name without `www.` and `m.`. */
const BY_HOST: ReadonlyMap<string, Service> = new Map([
  ['youtube.com', youtube],
  ['music.youtube.com', youtube],
  ['youtu.be', youtube],
  ['reddit.com', reddit],
  ['old.reddit.com', reddit],
  ['new.reddit.com', reddit],
  ['np.reddit.com', reddit],
  ['github.com', github],
  ['gitlab.com', gitlab],
  ['codeberg.org', codeberg],
  ['medium.com', medium],
  ['bsky.app', bluesky],
  ['substack.com', substack],
  ['tumblr.com', tumblr],
  ['vimeo.com', vimeo],
  ['stackoverflow.com', stackOverflow],
  ['dev.to', (_url, [name]) => [name ? `https://dev.to/feed/${name}` : 'https://dev.to/feed']],
  ['news.ycombinator.com', () => ['https://news.ycombinator.com/rss']],
  ['letterboxd.com', (_url, [name]) => (name ? [`https://letterboxd.com/${name}/rss/`] : [])],
])

/** A blog of its own below a service's name, whatever the page. */
const BY_DOMAIN: readonly (readonly [RegExp, string])[] = [
  [/\.substack\.com$/, '/feed'],
  [/\.medium\.com$/, '/feed'],
  [/\.tumblr\.com$/, '/rss'],
  [/\.blogspot\.[a-z.]{2,7}$/, '/feeds/posts/default'],
  [/\.wordpress\.com$/, '/feed/'],
]

/**
 * The feeds of a known service for one of its pages.
 *
 * @returns likeliest first; null when the address belongs to no service known here
 */
export function serviceFeeds(page: URL, parts: readonly string[]): readonly string[] | null {
  const host = page.hostname.replace(/^(?:www|m)\./, '')
  const service = BY_HOST.get(host)
  if (service) return service(page, parts)
  const path = BY_DOMAIN.find(([domain]) => domain.test(host))?.[1]
  return path === undefined ? null : [page.origin + path]
}

/**
 * Pages of programs that many sites run: Mastodon and its relatives (`/@name`, `/tags/topic`) and Lemmy (`/c/name`,
 * `/u/name`).
 */
export function networkFeeds({ origin }: URL, [kind, name]: readonly string[]): readonly string[] {
  if (kind === undefined) return []
  if (/^@[^@/]+(?:@.+)?$/.test(kind)) return [`${origin}/${kind}.rss`]
  if (name === undefined) return []
  if (kind === 'tags') return [`${origin}/tags/${name}.rss`]
  if (kind === 'users') return [`${origin}/users/${name}.rss`]
  return kind === 'c' || kind === 'u' ? [`${origin}/feeds/${kind}/${name}.xml`] : []
}

const CHANNEL = 'UC[\\w-]{22}'
/** Where YouTube's pages name their channel, the surest first: a channel's own page, then a video's. */
const CHANNEL_MARKS: readonly RegExp[] = [
  new RegExp(`youtube\\.com/feeds/videos\\.xml\\?channel_id=(${CHANNEL})`),
  new RegExp(`<link rel="canonical" href="https://www\\.youtube\\.com/channel/(${CHANNEL})"`),
  new RegExp(`<meta itemprop="(?:channelId|identifier)" content="(${CHANNEL})"`),
  new RegExp(`"(?:externalId|externalChannelId)":"(${CHANNEL})"`),
  new RegExp(`"channelId":"(${CHANNEL})"`),
]

/** The feed of the channel that a page of YouTube belongs to (`/@name`, `/c/name`, a video); null on other sites. */
export function channelFeed(html: string, url: string): string | null {
  if (!URL.canParse(url) || !/(?:^|\.)youtube\.com$|^youtu\.be$/.test(new URL(url).hostname)) return null
  for (const mark of CHANNEL_MARKS) {
    const channel = mark.exec(html)?.[1]
    if (channel) return `https://www.youtube.com/feeds/videos.xml?channel_id=${channel}`
  }
  return null
}
