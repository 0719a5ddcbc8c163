import { createTextWriter } from '../text'

/** The text of an article that is shown, and the way back from the text to the page. */
export interface MappedText {
  /** The same text as `textOfHtml` gives for the article's canonical HTML. */
  readonly text: string
  /** The range of the document that shows `text.slice(start, end)`; collapsed at the end for offsets outside. */
  readonly rangeOf: (start: number, end: number) => Range
}

/** A piece of a text node: `length` characters from `offset` on, at `start` in the text. */
interface Piece {
  readonly node: Text
  readonly offset: number
  readonly start: number
  readonly length: number
}

/** Reads the article below `root` as `textOfHtml` reads its canonical HTML, and remembers where each piece came from. */
export function mapText(root: Node): MappedText {
  const pieces: Piece[] = []
  let current: Text | null = null
  const writer = createTextWriter((from, length, to) => {
    if (current) pieces.push({ node: current, offset: from, start: to, length })
  })
  visit(root, {
    open: name => writer.open(name),
    close: name => writer.close(name),
    text: node => {
      current = node
      writer.text(node.data)
    },
  })
  return { text: writer.finish().text, rangeOf: (start, end) => rangeIn(root, pieces, start, end) }
}

interface Visitor {
  readonly open: (name: string) => void
  readonly close: (name: string) => void
  readonly text: (node: Text) => void
}

/** All descendants in document order, without recursion. */
function visit(root: Node, visitor: Visitor): void {
  let node = root.firstChild
  while (node) {
    if (node instanceof Text) visitor.text(node)
    else if (node instanceof Element) visitor.open(node.localName)
    let next: Node | null = node.firstChild
    while (!next && node && node !== root) {
      if (node instanceof Element) visitor.close(node.localName)
      next = node.nextSibling
      if (!next) node = node.parentNode as ChildNode | null
    }
    node = next as ChildNode | null
  }
}

function rangeIn(root: Node, pieces: readonly Piece[], start: number, end: number): Range {
  const range = (root.ownerDocument ?? document).createRange()
  const first = pieces[firstEndingAfter(pieces, start)]
  // The last piece that begins before the end; between two blocks both lie outside the separating lines.
  const last = pieces[firstEndingAfter(pieces, Math.max(start, end - 1))] ?? pieces.at(-1)
  if (!first || !last || end <= start) {
    range.selectNodeContents(root)
    range.collapse(false)
    return range
  }
  range.setStart(first.node, first.offset + Math.max(0, start - first.start))
  range.setEnd(last.node, last.offset + Math.max(0, Math.min(last.length, end - last.start)))
  return range
}

/** Binary search for the first piece that ends after a position of the text. */
function firstEndingAfter(pieces: readonly Piece[], position: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    const piece = pieces[middle]
    if (piece && piece.start + piece.length > position) high = middle
    else low = middle + 1
  }
  return low
}
