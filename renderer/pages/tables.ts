import { elementsOf, type MarkupElement, type MarkupNode } from './parser'
import { slotsOf, unwrapped, type Slot } from './slots'
import { contains, element, textOf, type Attributes, type TreeElement } from './tree'

const SECTIONS = new Set(['thead', 'tbody', 'tfoot'])
const MOST_COLUMNS = 100
const MOST_ROWS = 1000

interface Cell {
  readonly slot: Slot
  readonly blocks: readonly TreeElement[]
}
interface Row {
  readonly section: string
  readonly cells: readonly Cell[]
}

/**
 * A table, or the blocks of its cells one after the other when it only arranges things: one column, a table in a
 * table, or nothing in it.
 *
 * @param read gives the blocks of a cell's nodes
 */
export function tableOf(
  table: MarkupElement,
  read: (nodes: readonly MarkupNode[]) => readonly TreeElement[],
): readonly TreeElement[] {
  const captions = partsOf(table, 'caption').map(caption => read(caption.children))
  const rows = rowsOf(table, read)
  const content = rows.flatMap(row => row.cells.flatMap(cell => cell.blocks))
  const widest = Math.max(0, ...rows.slice(0, MOST_ROWS).map(row => row.cells.length))
  const isEmpty = textOf(content) === '' && !contains(content, node => node.name === 'img')
  const isLayout = widest <= 1 || isEmpty || contains(content, node => node.name === 'table')
  if (isLayout) return [...captions.flat(), ...content]
  const caption = captions.find(blocks => blocks.length > 0)
  return [
    element('table', [...(caption ? [element('caption', unwrapped(caption))] : []), ...sectionsOf(rows)]),
  ]
}

const partsOf = (table: MarkupElement, name: string): readonly MarkupElement[] =>
  elementsOf(table).filter(child => child.name === name)

function rowsOf(
  table: MarkupElement,
  read: (nodes: readonly MarkupNode[]) => readonly TreeElement[],
): readonly Row[] {
  return elementsOf(table)
    .filter(section => SECTIONS.has(section.name))
    .flatMap(section =>
      partsOf(section, 'tr').map(row => ({
        section: section.name,
        cells: slotsOf(row, ['td', 'th'], 'td')
          .map(slot => ({ slot, blocks: read(slot.nodes) }))
          // Empty cells keep the grid; what merely stood between two cells does not make one.
          .filter(({ slot, blocks }) => slot.owner !== null || blocks.length > 0),
      })),
    )
    .filter(row => row.cells.length > 0)
}

/** The rows in their sections; neighbours of the same kind are one. */
function sectionsOf(rows: readonly Row[]): readonly TreeElement[] {
  const sections: { name: string; rows: TreeElement[] }[] = []
  for (const row of rows) {
    const line = element(
      'tr',
      row.cells.map(({ slot, blocks }) => element(slot.name, unwrapped(blocks), cellAttributes(slot))),
    )
    const last = sections.at(-1)
    if (last?.name === row.section) last.rows.push(line)
    else sections.push({ name: row.section, rows: [line] })
  }
  return sections.map(section => element(section.name, section.rows))
}

function cellAttributes({ name, owner }: Slot): Attributes {
  const scope = name === 'th' ? (owner?.attributes.get('scope')?.toLowerCase() ?? '') : ''
  return [
    ...span(owner, 'colspan', MOST_COLUMNS),
    ...span(owner, 'rowspan', MOST_ROWS),
    ...(['row', 'col', 'rowgroup', 'colgroup'].includes(scope) ? [['scope', scope] as const] : []),
  ]
}

function span(owner: MarkupElement | null, name: string, most: number): Attributes {
  const value = Number(/^\s{0,9}(\d{1,5})/.exec(owner?.attributes.get(name) ?? '')?.[1] ?? 1)
  return value > 1 ? [[name, String(Math.min(value, most))]] : []
}
