/** What the parser has to know of an element by its name. Source: https://html.spec.whatwg.org/#parsing-main-inbody */
export interface Kind {
  /** Ends the search of an unknown end tag for its start tag. */
  readonly isSpecial: boolean
  /** Special, but an item may end across it. */
  readonly isTransparent: boolean
  /** Ends the search for an open element in `scope`. */
  readonly isScope: boolean
  /** Its start tag ends an open paragraph. */
  readonly endsParagraph: boolean
  /** Opened again in the next block when its own one ends before it. */
  readonly isFormatting: boolean
  /** Has neither content nor an end tag. */
  readonly isVoid: boolean
  /** Its content is text up to its end tag. */
  readonly isRaw: boolean
  /** Adds nothing to a body: its tags are passed over. */
  readonly isIgnored: boolean
}

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

const PARAGRAPH_ENDS = setOf(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header ' +
    'hgroup h1 h2 h3 h4 h5 h6 hr listing main menu nav ol p plaintext pre search section summary ul xmp li dd dt',
)
const FORMATTING = setOf('a b big code em font i nobr s small strike strong tt u')
const VOID = setOf('area br col embed frame hr img input keygen param source track wbr')
const RAW = setOf('iframe noembed noframes plaintext script style textarea title xmp')
const IGNORED = setOf('base basefont bgsound body frameset head html link meta')
const SCOPES = setOf('applet caption html marquee object table td template th')
const TRANSPARENT = setOf('address div p')
const SPECIAL = setOf(
  'address applet area article aside blockquote button caption center col colgroup dd details dir div dl dt embed ' +
    'fieldset figcaption figure footer form frame h1 h2 h3 h4 h5 h6 header hgroup hr html iframe img input keygen li ' +
    'listing main marquee menu nav noembed noframes noscript object ol p param pre search section select source summary table tbody td template ' +
    'textarea tfoot th thead tr track ul wbr',
)

const PLAIN: Kind = {
  isSpecial: false,
  isTransparent: false,
  isScope: false,
  endsParagraph: false,
  isFormatting: false,
  isVoid: false,
  isRaw: false,
  isIgnored: false,
}
/** A foreign element that holds HTML. */
export const INTEGRATION: Kind = { ...PLAIN, isSpecial: true, isScope: true }
/** Any other foreign element. */
export const FOREIGN: Kind = PLAIN

const KINDS: ReadonlyMap<string, Kind> = new Map(
  [...PARAGRAPH_ENDS, ...FORMATTING, ...VOID, ...RAW, ...IGNORED, ...SCOPES, ...SPECIAL].map(name => [
    name,
    {
      isSpecial: SPECIAL.has(name),
      isTransparent: TRANSPARENT.has(name),
      isScope: SCOPES.has(name),
      endsParagraph: PARAGRAPH_ENDS.has(name),
      isFormatting: FORMATTING.has(name),
      isVoid: VOID.has(name),
      isRaw: RAW.has(name),
      isIgnored: IGNORED.has(name),
    },
  ]),
)

/** The kind of an HTML element. */
export const kindOf = (name: string): Kind => KINDS.get(name) ?? PLAIN

export const HEADINGS = setOf('h1 h2 h3 h4 h5 h6')
/** The parts of tables that hold something, and tables themselves: the nearest open one says which rules hold. */
export const TABLE_PARTS = setOf('table caption tbody thead tfoot tr td th')
/** Elements whose children are parts of the table alone; what else comes stands before the table. */
export const TABLE_FRAMES = setOf('table tbody thead tfoot tr')
/** HTML elements that end foreign content. */
export const BREAKOUTS = setOf(
  'b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li listing menu meta ' +
    'nobr ol p pre ruby s small span strong strike sub sup table tt u ul var',
)
