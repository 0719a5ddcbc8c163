import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'

/** One line of a menu. */
export interface MenuItem {
  readonly label: string
  readonly onChoose: () => void
}

interface MenuProps {
  readonly label: string
  /** Where it opens, in pixels of the window. */
  readonly at: { readonly x: number; readonly y: number }
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
          role="menuitem"
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
