/** Namespace addresses, without scheme, case and closing `/` or `#`, and the prefix that this folder reads them by. */
const PREFIXES: Readonly<Record<string, string>> = {
  'www.w3.org/2005/atom': 'atom',
  'purl.org/atom/ns': 'atom',
  'purl.org/rss/1.0': '',
  'channel.netscape.com/rdf/simple/0.9': '',
  'my.netscape.com/rdf/simple/0.9': '',
  'backend.userland.com/rss2': '',
  'blogs.law.harvard.edu/tech/rss': '',
  'www.w3.org/1999/xhtml': 'xhtml',
  'www.w3.org/1999/02/22-rdf-syntax-ns': 'rdf',
  'purl.org/rss/1.0/modules/content': 'content',
  'purl.org/rss/1.0/modules/syndication': 'sy',
  'purl.org/dc/elements/1.0': 'dc',
  'purl.org/dc/elements/1.1': 'dc',
  'purl.org/dc/terms': 'dcterms',
  'search.yahoo.com/mrss': 'media',
  'www.itunes.com/dtds/podcast-1.0.dtd': 'itunes',
  'www.google.com/schemas/play-podcasts/1.0': 'googleplay',
  'www.w3.org/xml/1998/namespace': 'xml',
}

/** The namespace declarations in force somewhere in a document, innermost first. */
export interface Scope {
  readonly parent: Scope | null
  readonly prefixes: ReadonlyMap<string, string>
  /** Names already looked up here, by the name as written. */
  readonly known: Map<string, string>
}

/** The scope around a document's first element. */
export function rootScope(): Scope {
  return { parent: null, prefixes: new Map(), known: new Map() }
}

/** A scope inside `parent` when an element's attributes declare namespaces, else `parent` itself. */
export function enterScope(parent: Scope, attributes: ReadonlyMap<string, string>): Scope {
  const prefixes = new Map<string, string>()
  for (const [name, value] of attributes) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue
    prefixes.set(name.slice(6), readPrefix(name.slice(6), value))
  }
  return prefixes.size === 0 ? parent : { parent, prefixes, known: new Map() }
}

/**
 * The name of an element in the words of this folder: lower case, with the prefix that stands for its namespace
 * whatever prefix the document chose, and none for RSS itself.
 */
export function canonicalName(scope: Scope, written: string): string {
  const known = scope.known.get(written)
  if (known !== undefined) return known
  const lower = written.toLowerCase()
  const colon = lower.indexOf(':')
  const ownPrefix = colon < 0 ? '' : lower.slice(0, colon)
  const prefix = findPrefix(scope, ownPrefix)
  const local = lower.slice(colon + 1)
  const name = prefix === '' ? local : `${prefix}:${local}`
  if (scope.known.size < 1000) scope.known.set(written, name)
  return name
}

/** Undeclared prefixes keep their name: feeds forget declarations and use the customary prefixes all the same. */
function findPrefix(scope: Scope, prefix: string): string {
  for (let at: Scope | null = scope; at; at = at.parent) {
    const found = at.prefixes.get(prefix)
    if (found !== undefined) return found
  }
  return prefix
}

/** An unknown default namespace is ignored (many feeds invent one), an unknown prefixed one keeps its prefix. */
function readPrefix(prefix: string, address: string): string {
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/[/#]$/, '')
  return PREFIXES[plain] ?? prefix
}
