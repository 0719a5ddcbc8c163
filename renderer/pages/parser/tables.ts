import { currentOf, insert, pop, type Attributes, type Builder } from './builder'
import { clearToMarker } from './formatting'

// The insertion modes of tables. Which one holds follows from the innermost part of a table that is open.
// Source: https://html.spec.whatwg.org/#parsing-main-intable and the sections after it.

const NONE: Attributes = new Map()
const SECTIONS = new Set(['tbody', 'thead', 'tfoot'])
const CELLS = new Set(['td', 'th'])
/** What stands in them is a body of its own. */
const BODIES = new Set(['td', 'th', 'caption'])

/** They have no content, and nothing reads them; they only end what stands before them. */
export const COLUMNS = new Set(['col', 'colgroup'])

/** Whether the rules of tables hold, and not those of a body. */
export const isBetweenCells = (builder: Builder): boolean => {
  const { part } = currentOf(builder)
  return part !== '' && !BODIES.has(part)
}

/** The start tag of a part of a table: ends those that cannot hold it, and opens those that must. */
export function startPart(builder: Builder, name: string, attributes: Attributes): void {
  for (let part = currentOf(builder).part; part !== ''; part = currentOf(builder).part) {
    while (currentOf(builder).name !== part) pop(builder)
    const missing = missingBetween(part, name)
    if (missing === name) return openPart(builder, name, attributes)
    if (missing !== null && !insert(builder, missing, NONE)) return
    if (missing === null) endPart(builder, part)
  }
}

/** The part to open in `part` on the way to `name`, or null when `part` has to end first. */
function missingBetween(part: string, name: string): string | null {
  if (part === 'table') return CELLS.has(name) || name === 'tr' ? 'tbody' : name
  if (SECTIONS.has(part)) return CELLS.has(name) ? 'tr' : name === 'tr' ? name : null
  return part === 'tr' && CELLS.has(name) ? name : null
}

function openPart(builder: Builder, name: string, attributes: Attributes): void {
  if (COLUMNS.has(name)) return
  insert(builder, name, attributes)
  if (BODIES.has(name)) builder.formatting.push(null)
}

/** The end tag of a part of a table, or of the table: ends what is open in it. */
export function endPart(builder: Builder, name: string): void {
  if (!isInTableScope(builder, name)) return
  for (;;) {
    const node = pop(builder)
    if (node.part === node.name && BODIES.has(node.name)) clearToMarker(builder)
    if (node.name === name) return
  }
}

/** Whether a part is open in the innermost table, or is that table. */
export function isInTableScope({ stack }: Builder, name: string): boolean {
  for (let index = stack.length - 1; index > 0; index--) {
    const open = stack[index]?.name
    if (open === name) return true
    if (open === 'table') return false
  }
  return false
}
