import { useVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState, type ReactNode, type RefObject } from 'react'

interface VirtualLinesProps {
  /** What scrolls; null until it is there. Something else may stand above the lines. */
  readonly scroller: HTMLElement | null
  readonly label?: string
  readonly count: number
  /** Height of a line that was not measured yet, in pixels. */
  readonly estimate: number
  readonly keyOf: (index: number) => string | number
  readonly children: (index: number) => ReactNode
}

/** So many lines are drawn beyond the edges: the Tab key finds the next one there. */
const OVERSCAN = 8

/** Lines of any number, each with controls of its own, of which only those in sight are drawn. */
export function VirtualLines(props: VirtualLinesProps): ReactNode {
  const { scroller, label, count, estimate, keyOf, children } = props
  const list = useRef<HTMLUListElement>(null)
  const above = useHeightAbove(list, scroller)
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller,
    estimateSize: () => estimate,
    getItemKey: keyOf,
    scrollMargin: above,
    overscan: OVERSCAN,
  })
  return (
    <ul
      ref={list}
      className="virtual-lines"
      style={{ height: virtualizer.getTotalSize() }}
      {...(label ? { 'aria-label': label } : {})}
    >
      {virtualizer.getVirtualItems().map(item => (
        <li
          key={item.key}
          ref={virtualizer.measureElement}
          data-index={item.index}
          aria-posinset={item.index + 1}
          aria-setsize={count}
          style={{ transform: `translateY(${item.start - above}px)` }}
        >
          {children(item.index)}
        </li>
      ))}
    </ul>
  )
}

/** @returns how far below the top of what scrolls the lines begin; measured again when what stands above them grows or shrinks */
function useHeightAbove(list: RefObject<HTMLElement | null>, scroller: HTMLElement | null): number {
  const [above, setAbove] = useState(0)
  useLayoutEffect(() => {
    if (!scroller) return
    const measure = (): void => {
      const top = list.current?.getBoundingClientRect().top
      if (top !== undefined) setAbove(top - scroller.getBoundingClientRect().top + scroller.scrollTop)
    }
    const observer = new ResizeObserver(measure)
    measure()
    let part = list.current?.previousElementSibling
    for (; part; part = part.previousElementSibling) observer.observe(part)
    return () => observer.disconnect()
  }, [list, scroller])
  return above
}
