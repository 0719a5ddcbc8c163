import type { ReactNode } from 'react'

interface PlaceButtonProps {
  readonly current: boolean
  readonly label: string
  /** Already written as the locale does; an empty text shows none. */
  readonly count: string
  readonly countLabel?: string
  /** How deep it is nested in folders. */
  readonly depth?: number
  /** Why it is in trouble, in words. */
  readonly trouble?: string | null
  readonly onGo: () => void
}

/** A line of the sidebar that one can go to. */
export function PlaceButton({
  current,
  label,
  count,
  countLabel,
  depth = 0,
  trouble,
  onGo,
}: PlaceButtonProps): ReactNode {
  return (
    <button
      type="button"
      className="place"
      data-depth={Math.min(depth, 4)}
      {...(current ? { 'aria-current': 'page' as const } : {})}
      onClick={onGo}
    >
      <span className="place-name" dir="auto">
        {label}
      </span>
      {trouble && (
        <span className="place-trouble" role="img" aria-label={trouble} title={trouble}>
          !
        </span>
      )}
      {count && (
        <span className="place-count" {...(countLabel ? { 'aria-label': countLabel, role: 'img' } : {})}>
          {count}
        </span>
      )}
    </button>
  )
}
