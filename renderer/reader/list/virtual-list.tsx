import { useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import { useEffect, useId, useRef, type ReactNode, type RefObject } from 'react'
import { targetOf } from '../keys/keys'

interface VirtualListProps {
  readonly label: string
  readonly count: number
  /** Height of a row that was not measured yet, in pixels. */
  readonly estimate: number
  /** The row that is open, or -1. */
  readonly selected: number
  /** What is open, wherever it stands: when it changes, its row is brought into sight. */
  readonly opened: string | number | null
  /** Begins at the top even if something is open further down. */
  readonly fromTop?: boolean
  /** Tells which rows are in sight. @param end behind the last one */
  readonly onRange: (start: number, end: number) => void
  /** Tells whether the list stands at its top. */
  readonly onTop?: (atTop: boolean) => void
  readonly children: (index: number) => ReactNode
}

/** So many rows are drawn beyond the edges. */
const OVERSCAN = 6

/** A list of any length, of which only what is in sight is drawn. */
export function VirtualList(props: VirtualListProps): ReactNode {
  const { label, count, estimate, selected, onRange, onTop, children } = props
  const scroller = useRef<HTMLDivElement>(null)
  const id = useId()
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    overscan: OVERSCAN,
  })
  const items = virtualizer.getVirtualItems()
  const start = items[0]?.index ?? 0
  const end = (items.at(-1)?.index ?? -1) + 1
  useEffect(() => onRange(start, end), [onRange, start, end])
  useReveal(props, virtualizer, scroller)
  return (
    <div
      ref={scroller}
      className="list-scroller"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      {...(selected >= start && selected < end ? { 'aria-activedescendant': `${id}-${selected}` } : {})}
      onScroll={event => onTop?.(event.currentTarget.scrollTop < 1)}
    >
      <div className="list-length" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(item => (
          <div
            key={item.key}
            ref={virtualizer.measureElement}
            id={`${id}-${item.index}`}
            data-index={item.index}
            className="list-item"
            role="option"
            aria-selected={item.index === selected}
            aria-posinset={item.index + 1}
            aria-setsize={count}
            style={{ transform: `translateY(${item.start}px)` }}
          >
            {children(item.index)}
          </div>
        ))}
      </div>
    </div>
  )
}

/** Brings the row of what was opened into sight, once for each that is opened. */
function useReveal(
  { selected, opened, fromTop = false }: VirtualListProps,
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  scroller: RefObject<HTMLDivElement | null>,
): void {
  const revealed = useRef(fromTop ? opened : null)
  useEffect(() => {
    if (selected < 0 || revealed.current === opened) return
    revealed.current = opened
    virtualizer.scrollToIndex(selected, { align: 'auto' })
    // Keys walk the list from anywhere: what they walk through has the focus, unless somebody is typing.
    if (targetOf(document.activeElement) !== 'field') scroller.current?.focus({ preventScroll: true })
  }, [virtualizer, scroller, selected, opened])
}
