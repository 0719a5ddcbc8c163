import type { ReactNode } from 'react'
import { Field } from '../common/field'
import { useSetting } from '../header/use-setting'
import { useWording } from '../strings'
import { OptionChoice } from './option-choice'

/** Room for pictures to choose from, in megabytes. */
const BUDGETS: readonly number[] = [250, 500, 1024, 2048, 5120, 20_480]
export const BYTES_IN_MEGABYTE = 1024 * 1024

/** Whether pictures are kept and shown in lists, and how much room they may take. */
export function PictureSettings({ onStorage }: { readonly onStorage: () => void }): ReactNode {
  const { legend, keep, inLists, storage } = useWording().strings.offline.settings
  return (
    <fieldset>
      <legend>{legend}</legend>
      <OptionChoice setting="pictures" label={keep} />
      <OptionChoice setting="listPictures" label={inLists} />
      <Room />
      <button type="button" className="text-button" onClick={onStorage}>
        {storage}
      </button>
    </fieldset>
  )
}

function Room(): ReactNode {
  const { strings, format } = useWording()
  const { room, roomHelp } = strings.offline.settings
  const [chosen, choose] = useSetting('pictureMegabytes')
  const shown = BUDGETS.includes(chosen) ? BUDGETS : [...BUDGETS, chosen].sort((one, other) => one - other)
  return (
    <Field label={room}>
      {id => (
        <>
          <select
            id={id}
            value={chosen}
            aria-describedby={`${id}-help`}
            onChange={event => choose(Number(event.target.value))}
          >
            {shown.map(megabytes => (
              <option key={megabytes} value={megabytes}>
                {format.bytes(megabytes * BYTES_IN_MEGABYTE)}
              </option>
            ))}
          </select>
          <p id={`${id}-help`} className="field-help">
            {roomHelp}
          </p>
        </>
      )}
    </Field>
  )
}
