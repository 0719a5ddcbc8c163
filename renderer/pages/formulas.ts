import { cleanText } from './characters'
import { element, textOf, type TreeElement } from './tree'
import { MATH_ROWS, MATH_TEXT } from './vocabulary'

const DEEPEST = 24

/** Basic MathML of a `math` element: rows, fractions, roots, scripts, tables; null when it shows nothing. */
export function formulaOf(math: Element): TreeElement | null {
  const formula = partOf(math, 0)
  if (textOf([formula]) === '') return null
  const display = math.getAttribute('display') === 'block' ? [['display', 'block'] as const] : []
  return element('math', formula.children, display)
}

function partOf(node: Element, depth: number): TreeElement {
  const name = node.localName
  if (MATH_TEXT.has(name)) return element(name, textPart(node))
  // The number of parts has a meaning: what is too deep or unknown stays one part.
  if (depth >= DEEPEST) return element('mtext', textPart(node))
  const [first] = node.children
  if (name === 'semantics' && first) return partOf(first, depth)
  const parts = [...node.children].map(child => partOf(child, depth + 1))
  return element(MATH_ROWS.has(name) && (name !== 'math' || depth === 0) ? name : 'mrow', parts)
}

function textPart(node: Element): readonly string[] {
  const text = cleanText(node.textContent ?? '')
    .replace(/[ \t\n\f]+/g, ' ')
    .trim()
  return text === '' ? [] : [text]
}
