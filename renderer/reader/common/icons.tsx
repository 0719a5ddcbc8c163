import type { ReactNode } from 'react'

/** Drawings of 16 by 16 units, one hairline thick, in the colour of the text around them. */
const PATHS = {
  add: 'M8 3v10M3 8h10',
  refresh: 'M13 8a5 5 0 1 1-1.6-3.7M13 2.5v2.6h-2.6',
  star: 'M8 2.4l1.7 3.6 3.9.5-2.9 2.7.8 3.9L8 11.2l-3.5 1.9.8-3.9L2.4 6.5l3.9-.5z',
  save: 'M4.5 2.5h7v11L8 10.8l-3.5 2.7z',
  read: 'M2.5 8.5l3.5 3.5 7.5-8',
  search: 'M7 2.8a4.2 4.2 0 1 0 0 8.4 4.2 4.2 0 0 0 0-8.4zM10.1 10.1l3.4 3.4',
  close: 'M4 4l8 8M12 4l-8 8',
  actions: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  export: 'M8 2.5v8M4.8 7.3L8 10.5l3.2-3.2M3 13.5h10',
  open: 'M6.5 4l4 4-4 4',
  up: 'M4 10l4-4 4 4',
  down: 'M4 6l4 4 4-4',
} as const

export type IconName = keyof typeof PATHS

/** A drawing without a name of its own: the control around it has one. */
export function Icon({
  name,
  filled = false,
}: {
  readonly name: IconName
  readonly filled?: boolean
}): ReactNode {
  return (
    <svg
      className="icon"
      viewBox="0 0 16 16"
      aria-hidden="true"
      data-icon={name}
      data-filled={filled || undefined}
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
