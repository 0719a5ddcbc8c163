import type { ReactNode } from 'react'
import type { Settings } from '../../library'
import { useSetting } from '../header/use-setting'

/** Settings that are on or off. */
type Switch = { [Key in keyof Settings]: Settings[Key] extends boolean ? Key : never }[keyof Settings]

interface OptionChoiceProps {
  readonly setting: Switch
  readonly label: string
}

/** A setting that is switched on and off. */
export function OptionChoice({ setting, label }: OptionChoiceProps): ReactNode {
  const [on, choose] = useSetting(setting)
  return (
    <label className="option">
      <input type="checkbox" checked={on} onChange={event => choose(event.target.checked)} />
      {label}
    </label>
  )
}
