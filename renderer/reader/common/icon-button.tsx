import type { MouseEvent, ReactNode } from 'react'
import { Icon, type IconName } from './icons'

interface IconButtonProps {
  readonly icon: IconName
  readonly label: string
  readonly onPress: (event: MouseEvent<HTMLButtonElement>) => void
  /** Makes it a toggle: whether it is on. */
  readonly pressed?: boolean
  readonly disabled?: boolean
  /** The key that does the same, for those who point. */
  readonly shortcut?: string
}

/** A button that is only a drawing; its name is spoken, and shown when the pointer rests on it. */
export function IconButton({
  icon,
  label,
  onPress,
  pressed,
  disabled,
  shortcut,
}: IconButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={label}
      title={shortcut ? `${label} (${shortcut})` : label}
      {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      {...(shortcut ? { 'aria-keyshortcuts': shortcut } : {})}
      disabled={disabled}
      onClick={onPress}
    >
      <Icon name={icon} filled={pressed ?? false} />
    </button>
  )
}
