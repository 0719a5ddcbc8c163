import { cleanText } from './characters'
import { elementsOf, textContent, type MarkupElement } from './parser'
import { element, textOf, type TreeElement } from './tree'
import { MATH_ROWS, MATH_TEXT } from './vocabulary'

const DEEPEST = 24

/** Basic MathML of a `math` element: rows, fractions, roots, scripts, tables; null when it shows nothing. */
export function formulaOf(math: MarkupElement): TreeElement | null {
  const formula = partOf(math, 0)
  if (textOf([formula]) === '') return null
  const display = math.attributes.get('display') === 'block' ? [['display', 'block'] as const] : []
  return element('math', formula.children, display)
}

function partOf(node: MarkupElement, depth: number): TreeElement {
  const name = node.name
  if (MATH_TEXT.has(name)) return element(name, textPart(node))
  // The number of parts has a meaning: what is too deep or unknown stays one part.
  if (depth >= DEEPEST) return element('mtext', textPart(node))
  const [first] = elementsOf(node)
  if (name === 'semantics' && first) return partOf(first, depth)
  const parts = elementsOf(node).map(child => partOf(child, depth + 1))
  return element(MATH_ROWS.has(name) && (name !== 'math' || depth === 0) ? name : 'mrow', parts)
}

function textPart(node: MarkupElement): readonly string[] {
  const text = cleanText(textContent(node))
    .replace(/[ \t\n\f]+/g, ' ')
    .trim()
  return text === '' ? [] : [text]
}
