import { useEffect, useRef, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'

/** One line of a menu. */
export interface MenuItem {
  readonly label: string
  readonly onChoose: () => void
  /** Makes it a line that is switched on and off: whether it is on. */
  readonly checked?: boolean
}

/** A place in the window, in pixels. */
export interface Point {
  readonly x: number
  readonly y: number
}

interface MenuProps {
  readonly label: string
  /** Where it opens. */
  readonly at: Point
  readonly items: readonly MenuItem[]
  readonly onClose: () => void
}

/** A menu at a point of the window; a press elsewhere or Escape closes it. */
export function Menu({ label, at, items, onClose }: MenuProps): ReactNode {
  const element = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const menu = element.current
    if (!menu) return
    const opener = document.activeElement
    menu.showPopover()
    const { width, height } = menu.getBoundingClientRect()
    menu.style.left = `${Math.max(4, Math.min(at.x, window.innerWidth - width - 4))}px`
    menu.style.top = `${Math.max(4, Math.min(at.y, window.innerHeight - height - 4))}px`
    menu.querySelector('button')?.focus()
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus()
    }
  }, [at])
  return (
    <div
      ref={element}
      className="menu"
      role="menu"
      aria-label={label}
      popover="auto"
      onToggle={event => event.newState === 'closed' && onClose()}
      onKeyDown={event => moveFocus(event)}
    >
      {items.map(item => (
        <button
          key={item.label}
          type="button"
          {...(item.checked === undefined
            ? { role: 'menuitem' }
            : { role: 'menuitemcheckbox', 'aria-checked': item.checked })}
          onClick={() => {
            onClose()
            item.onChoose()
          }}
        >
          {item.label}
        </button>
      ))}
    </div>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const current = buttons.findIndex(button => button === document.activeElement)
  const target = { ArrowDown: current + 1, ArrowUp: current - 1, Home: 0, End: -1 }[event.key]
  if (target === undefined) return
  event.preventDefault()
  event.stopPropagation()
  buttons.at(target % buttons.length)?.focus()
}

/** Where the pointer is, or below the element when a key was used: keys have no place. */
export function pointOf(event: MouseEvent): Point {
  if (event.clientX > 0 || event.clientY > 0) return { x: event.clientX, y: event.clientY }
  const box = event.currentTarget.getBoundingClientRect()
  return { x: box.left + 16, y: box.bottom }
}
