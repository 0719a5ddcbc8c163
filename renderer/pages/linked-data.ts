/** What an article's page says of itself as JSON-LD. Source: https://schema.org/Article */
export interface LinkedData {
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly modified: string | null
  readonly section: string | null
  readonly language: string | null
  readonly publisher: string | null
  readonly image: string | null
  /** Whether everybody may read the whole of it; null when nothing is said. */
  readonly isFree: boolean | null
  readonly isLiveBlog: boolean
  /** What the page says of a live blog on it, be it beside its article; null without one. */
  readonly coverage: { readonly end: string | null } | null
}

type Json = Readonly<Record<string, unknown>>

const ARTICLE =
  /(?:Article|BlogPosting|Report|Review|SocialMediaPosting|Recipe|HowTo|PodcastEpisode|LiveBlogPosting)$/
/** Says when its article was published when no article is among the data. */
const PAGE = /(?:WebPage|ItemPage|FAQPage|CreativeWork|VideoObject)$/
const LIVE_BLOG = /^(?:https?:\/\/schema\.org\/)?LiveBlogPosting$/
const MOST_SCRIPTS = 30
const LONGEST_SCRIPT = 1_000_000
const DEEPEST = 6
const MOST_NODES = 2000

/** The article among the page's JSON-LD, else the page, or null. Scripts that are not JSON are passed over. */
export function linkedDataOf(root: ParentNode): LinkedData | null {
  const scripts = [...root.querySelectorAll('script[type="application/ld+json" i]')].slice(0, MOST_SCRIPTS)
  const nodes: Json[] = []
  for (const script of scripts) gather(parse(script.textContent ?? ''), nodes, 0)
  const article = nodes.find(node => isOf(node, ARTICLE)) ?? nodes.find(node => isOf(node, PAGE))
  return article ? readArticle(article, nodes) : null
}

function parse(text: string): unknown {
  if (text.length > LONGEST_SCRIPT) return null
  const json = text
    .trim()
    .replace(/^<!\[CDATA\[|\]\]>$/g, '')
    .replace(/^<!--|-->$/g, '')
  try {
    return JSON.parse(json)
  } catch {
    // Line breaks inside strings are the commonest fault of generated JSON-LD.
    try {
      return JSON.parse(json.replace(/\s+/g, ' '))
    } catch {
      return null
    }
  }
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
const isOf = (node: Json, kind: RegExp): boolean =>
  list(node['@type']).some(type => typeof type === 'string' && kind.test(type))

/** All nodes of a document that stand for themselves: the graph and what a page is mainly about. */
function gather(value: unknown, nodes: Json[], depth: number): void {
  if (depth > DEEPEST) return
  for (const item of list(value)) {
    if (!isObject(item) || nodes.length >= MOST_NODES) continue
    nodes.push(item)
    gather(item['@graph'] ?? item['mainEntity'], nodes, depth + 1)
  }
}

function readArticle(article: Json, nodes: readonly Json[]): LinkedData {
  const named = (value: unknown): string | null => textIn(isObject(value) ? value['name'] : value)
  /** A node may stand elsewhere in the document and be named by its id only. */
  const resolved = (value: unknown): unknown =>
    isObject(value) && value['name'] === undefined && value['@id'] !== undefined
      ? (nodes.find(node => node['@id'] === value['@id'] && node['name'] !== undefined) ?? value)
      : value
  const isArticle = isOf(article, ARTICLE)
  const live = nodes.find(node => isOf(node, LIVE_BLOG))
  return {
    headline: isArticle ? textIn(article['headline'] ?? article['name']) : null,
    authors: list(article['author'])
      .map(resolved)
      .flatMap(author => (isObject(author) ? list(author['name']) : [author]))
      .flatMap(name => textIn(name) ?? [])
      .slice(0, 10),
    published: textIn(article['datePublished'] ?? article['dateCreated']),
    modified: textIn(article['dateModified']),
    section: textIn(article['articleSection']),
    language: textIn(article['inLanguage']),
    publisher: named(resolved(list(article['publisher'])[0])),
    image: list(article['image']).map(image => textIn(isObject(image) ? image['url'] : image))[0] ?? null,
    isFree: isTrue(article['isAccessibleForFree']),
    isLiveBlog: isOf(article, LIVE_BLOG),
    coverage: live ? { end: textIn(live['coverageEndTime']) } : null,
  }
}

const isTrue = (value: unknown): boolean | null =>
  /^true$/i.test(String(value)) ? true : /^false$/i.test(String(value)) ? false : null

const textIn = (value: unknown): string | null => {
  const [first] = list(value)
  return typeof first === 'string' && /\S/.test(first) ? first : null
}
