/** What kind of passage a block of an article's text is. */
export type BlockKind =
  'paragraph' | 'heading' | 'item' | 'term' | 'quotation' | 'preformatted' | 'caption' | 'cell'

/** One block: `text.slice(start, end)`, in UTF-16 code units. */
export interface TextBlock {
  readonly start: number
  readonly end: number
  readonly kind: BlockKind
}

/** An article's plain text; its blocks stand in order and `\n\n` lies between two of them. */
export interface BlockText {
  readonly text: string
  readonly blocks: readonly TextBlock[]
}

/** Takes an article as a stream of events and writes its text. */
export interface TextWriter {
  readonly open: (name: string) => void
  readonly close: (name: string) => void
  readonly text: (value: string) => void
  readonly finish: () => BlockText
}

/** Elements that begin and end a block, with the kind they give to the text in them; `null` leaves the outer one. */
const BLOCKS: ReadonlyMap<string, BlockKind | null> = new Map<string, BlockKind | null>([
  ...['p', 'ul', 'ol', 'dl', 'figure', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'details', 'hr'].map(
    name => [name, null] as const,
  ),
  ...['h2', 'h3', 'h4', 'h5', 'h6', 'summary'].map(name => [name, 'heading'] as const),
  ['li', 'item'],
  ['dd', 'item'],
  ['dt', 'term'],
  ['blockquote', 'quotation'],
  ['pre', 'preformatted'],
  ['caption', 'caption'],
  ['figcaption', 'caption'],
  ['td', 'cell'],
  ['th', 'cell'],
])
/** Readings beside ideographs (and their fallback parentheses) would cut words in two: the text is the base alone. */
const SILENT = new Set(['rt', 'rp'])

interface Writing {
  readonly copied: (from: number, length: number, to: number) => void
  text: string
  blocks: TextBlock[]
  /** Where the open block begins, or -1. */
  start: number
  /** Whether the open block ends in white space so far. Asking the text itself would copy it each time. */
  isSpaced: boolean
  kinds: BlockKind[]
  preformatted: number
  silent: number
}

/**
 * A writer of block-aware text: blocks are separated by `\n\n`, `<br>` is `\n`, white space is collapsed outside
 * `pre`. The reader's page and the workers feed it the same events, so that offsets mean the same in both.
 *
 * @param copied is told of each piece that is copied: its offset in the value given to `text`, its length, and its
 *   offset in the resulting text
 */
export function createTextWriter(
  copied: (from: number, length: number, to: number) => void = () => {},
): TextWriter {
  const state: Writing = {
    copied,
    text: '',
    blocks: [],
    start: -1,
    isSpaced: false,
    kinds: [],
    preformatted: 0,
    silent: 0,
  }
  return {
    open: name => openElement(state, name),
    close: name => closeElement(state, name),
    text: value => {
      if (state.silent > 0) return
      if (state.preformatted > 0) copy(state, value, 0, value.length)
      else collapse(state, value)
    },
    finish: () => {
      endBlock(state)
      return { text: state.text, blocks: state.blocks }
    },
  }
}

function startBlock(state: Writing): void {
  if (state.start >= 0) return
  if (state.text !== '') state.text += '\n\n'
  state.start = state.text.length
}

function endBlock(state: Writing): void {
  if (state.start >= 0)
    state.blocks.push({ start: state.start, end: state.text.length, kind: state.kinds.at(-1) ?? 'paragraph' })
  state.start = -1
}

function openElement(state: Writing, name: string): void {
  const kind = BLOCKS.get(name)
  if (kind === undefined) {
    if (name === 'br') breakLine(state)
    else if (SILENT.has(name)) state.silent++
    return
  }
  endBlock(state)
  if (name === 'hr') return
  state.kinds.push(kind ?? state.kinds.at(-1) ?? 'paragraph')
  if (name === 'pre') state.preformatted++
}

function breakLine(state: Writing): void {
  if (state.start < 0) return
  state.text += '\n'
  state.isSpaced = true
}

function closeElement(state: Writing, name: string): void {
  if (!BLOCKS.has(name)) {
    if (SILENT.has(name)) state.silent--
    return
  }
  if (name === 'hr') return
  endBlock(state)
  state.kinds.pop()
  if (name === 'pre') state.preformatted--
}

function copy(state: Writing, value: string, from: number, to: number): void {
  if (from >= to) return
  startBlock(state)
  state.copied(from, to - from, state.text.length)
  state.text += from === 0 && to === value.length ? value : value.slice(from, to)
  const last = value[to - 1]
  state.isSpaced = last === ' ' || last === '\n'
}

/** One space for the white space at `from`; none at the start of a block or line, or after another. */
function copySpace(state: Writing, from: number): void {
  if (state.start < 0 || state.isSpaced) return
  state.copied(from, 1, state.text.length)
  state.text += ' '
  state.isSpaced = true
}

/** Only white space that is not a single space ends a piece: canonical text is copied whole. */
function collapse(state: Writing, value: string): void {
  let from = value.startsWith(' ') ? 1 : 0
  if (/[\t\n\f\r]| {2}/.test(value)) {
    from = 0
    for (const { 0: space, index } of value.matchAll(/^[ \t\n\f\r]+|[ \t\n\f\r]{2,}|[\t\n\f\r]/g)) {
      copy(state, value, from, index)
      copySpace(state, index)
      from = index + space.length
    }
  } else if (from > 0) copySpace(state, 0)
  copy(state, value, from, value.length)
}

/**
 * The plain text of an article's body, without a DOM (it also runs in workers). Linear in the length of the input.
 *
 * @param canonicalHtml what `sanitise` of `renderer/pages` wrote: every `<` and `>` in text and attributes is
 *   escaped, the only references are `&amp; &lt; &gt; &quot;`, each element is closed. Other input gives some text.
 */
export function textOfHtml(canonicalHtml: string): BlockText {
  const writer = createTextWriter()
  let at = 0
  while (at < canonicalHtml.length) {
    const tag = canonicalHtml.indexOf('<', at)
    const end = tag < 0 ? -1 : canonicalHtml.indexOf('>', tag)
    const textEnd = end < 0 ? canonicalHtml.length : tag
    if (textEnd > at) writer.text(decodeReferences(canonicalHtml.slice(at, textEnd)))
    if (end < 0) break
    readTag(canonicalHtml.slice(tag + 1, end), writer)
    at = end + 1
  }
  return writer.finish()
}

function readTag(tag: string, writer: TextWriter): void {
  if (tag.startsWith('/')) return writer.close(tag.slice(1))
  const space = tag.indexOf(' ')
  writer.open(space < 0 ? tag : tag.slice(0, space))
}

const REFERENCES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

const decodeReferences = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:amp|lt|gt|quot);/g, reference => REFERENCES[reference] ?? reference)
    : text
