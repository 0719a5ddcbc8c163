import { asLibraryError, changeSetting, type Settings } from '../../library'
import { useSlip } from '../common/slip'
import { useChosen } from '../common/use-chosen'
import { useCollections, useDatabase } from '../data/collections'
import { useWording } from '../strings'

/**
 * A setting and the way to change it. The choice is seen at once, before the library has it.
 *
 * @returns the value, and a function that changes it
 */
export function useSetting<Key extends keyof Settings>(
  key: Key,
): readonly [Settings[Key], (value: Settings[Key]) => void] {
  const database = useDatabase()
  const slip = useSlip()
  const { strings } = useWording()
  return useChosen(useCollections().settings[key], value =>
    changeSetting(database, key, value).then(
      () => true,
      (error: unknown) => {
        slip({ sentence: strings.problems[asLibraryError(error).problem], trouble: true })
        return false
      },
    ),
  )
}
