/** What an article's page says of itself as JSON-LD. Source: https://schema.org/Article */
export interface LinkedData {
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly published: string | null
  readonly language: string | null
  readonly publisher: string | null
  readonly image: string | null
}

type Json = Readonly<Record<string, unknown>>

const ARTICLE =
  /(?:Article|BlogPosting|Report|Review|LiveBlogPosting|SocialMediaPosting|AnalysisNewsArticle)$/
const MOST_SCRIPTS = 30
const LONGEST_SCRIPT = 1_000_000
const DEEPEST = 6

/** The first article among the page's JSON-LD, or null. Scripts that are not JSON are passed over. */
export function linkedDataOf(root: ParentNode): LinkedData | null {
  const scripts = [...root.querySelectorAll('script[type="application/ld+json" i]')].slice(0, MOST_SCRIPTS)
  for (const script of scripts) {
    const article = findArticle(parse(script.textContent ?? ''), 0)
    if (article) return readArticle(article)
  }
  return null
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

function findArticle(value: unknown, depth: number): Json | null {
  if (depth > DEEPEST) return null
  for (const item of list(value)) {
    if (!isObject(item)) continue
    if (list(item['@type']).some(type => typeof type === 'string' && ARTICLE.test(type))) return item
    const inner = findArticle(item['@graph'] ?? item['mainEntity'], depth + 1)
    if (inner) return inner
  }
  return null
}

function readArticle(article: Json): LinkedData {
  return {
    headline: textIn(article['headline'] ?? article['name']),
    authors: list(article['author'])
      .flatMap(author => (isObject(author) ? list(author['name']) : [author]))
      .flatMap(name => textIn(name) ?? [])
      .slice(0, 10),
    published: textIn(article['datePublished'] ?? article['dateCreated']),
    language: textIn(article['inLanguage']),
    publisher:
      list(article['publisher']).map(publisher =>
        isObject(publisher) ? textIn(publisher['name']) : null,
      )[0] ?? null,
    image: list(article['image']).map(image => textIn(isObject(image) ? image['url'] : image))[0] ?? null,
  }
}

const textIn = (value: unknown): string | null => {
  const [first] = list(value)
  return typeof first === 'string' && /\S/.test(first) ? first : null
}
