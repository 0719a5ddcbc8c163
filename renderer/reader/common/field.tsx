import { useId, type ReactNode } from 'react'

interface FieldProps {
  readonly label: string
  /** Draws the control, which takes this id. */
  readonly children: (id: string) => ReactNode
}

/** A control with its name above it. */
export function Field({ label, children }: FieldProps): ReactNode {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
