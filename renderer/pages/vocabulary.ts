// Which elements an article may have, and what becomes of the others. A new kind of element gets its line here.

/** Run inside a line of text and keep their meaning. */
export const INLINE: ReadonlySet<string> = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark ruby rt rp s samp small strong sub sup u var'.split(
    ' ',
  ),
)
/** Older names of the same thing, and the first heading: the article's title is the only one of its rank. */
export const RENAMED: ReadonlyMap<string, string> = new Map([
  ['h1', 'h2'],
  ['strike', 's'],
  ['tt', 'code'],
  ['acronym', 'abbr'],
  ['dir', 'ul'],
  ['menu', 'ul'],
])
/** Hold one line of text after the other and no blocks. */
export const LINES: ReadonlySet<string> = new Set(['p', 'h2', 'h3', 'h4', 'h5', 'h6'])
/** Hold blocks, or a single run of text directly. */
export const CONTAINERS: ReadonlySet<string> = new Set(
  'blockquote figure details li dt dd td th caption figcaption summary'.split(' '),
)
/** The elements that must stand in another one; elsewhere they are paragraphs. */
export const PARENTS: ReadonlyMap<string, string> = new Map([
  ['figcaption', 'figure'],
  ['summary', 'details'],
])
/** Not kept themselves; their text begins and ends a paragraph. */
export const BOUNDARIES: ReadonlySet<string> = new Set(
  'div section article main header footer address center aside hgroup li dt dd td th tr caption figcaption summary'.split(
    ' ',
  ),
)
/** Players and frames: a link to what they would have played or shown takes their place. */
export const EMBEDS: ReadonlySet<string> = new Set(['iframe', 'video', 'audio', 'object', 'embed'])
/** Removed with everything in them. */
export const REMOVED: ReadonlySet<string> = new Set(
  (
    'script style template svg noembed noframes xmp plaintext title head nav button select textarea datalist ' +
    'dialog canvas applet annotation annotation-xml colgroup frameset'
  ).split(' '),
)

/** Mathematics that is only a row of others, or holds text alone. */
export const MATH_TEXT: ReadonlySet<string> = new Set(['mi', 'mn', 'mo', 'ms', 'mtext'])
export const MATH_ROWS: ReadonlySet<string> = new Set(
  (
    'math mrow mfrac msqrt mroot msub msup msubsup munder mover munderover mtable mtr mtd mspace ' +
    'mmultiscripts mprescripts'
  ).split(' '),
)
/** Only style: a plain row takes their place, because the number of a formula's parts has a meaning. */
export const MATH_STYLE: ReadonlySet<string> = new Set([
  'mstyle',
  'mpadded',
  'merror',
  'mphantom',
  'menclose',
])

const LISTS_AND_TABLES = 'ul ol dl table thead tbody tfoot tr pre hr br img math semantics'.split(' ')

/** Every element that canonical HTML has. */
export const CANONICAL_ELEMENTS: readonly string[] = [
  ...INLINE,
  ...LINES,
  ...CONTAINERS,
  ...LISTS_AND_TABLES.filter(name => name !== 'semantics'),
  ...MATH_TEXT,
  ...MATH_ROWS,
]
/** Every attribute that canonical HTML has. */
export const CANONICAL_ATTRIBUTES: readonly string[] =
  'href rel data-picture alt width height colspan rowspan scope start reversed value title dir display'.split(
    ' ',
  )

/** The elements that the conversion to canonical HTML wants to see; of others it sees the content. */
export const READ_ELEMENTS: ReadonlySet<string> = new Set([
  ...CANONICAL_ELEMENTS,
  ...RENAMED.keys(),
  ...BOUNDARIES,
  ...EMBEDS,
  ...MATH_STYLE,
  ...'semantics picture source noscript q wbr span font big'.split(' '),
])
/** The attributes that the conversion to canonical HTML reads; `data-*` besides. */
export const READ_ATTRIBUTES: ReadonlySet<string> = new Set([
  ...CANONICAL_ATTRIBUTES,
  ...'data encoding hidden src srcset style'.split(' '),
])
