import { useEffect, useState } from 'react'
import { changeSetting, type Settings } from '../../library'
import { useCollections, useDatabase } from '../data/collections'

/**
 * A setting and the way to change it. The choice is seen at once, before the library has it.
 *
 * @returns the value, and a function that changes it
 */
export function useSetting<Key extends keyof Settings>(
  key: Key,
): readonly [Settings[Key], (value: Settings[Key]) => void] {
  const database = useDatabase()
  const stored = useCollections().settings[key]
  const [chosen, setChosen] = useState<{ readonly value: Settings[Key] } | null>(null)
  useEffect(() => setChosen(null), [stored])
  const choose = (value: Settings[Key]): void => {
    setChosen({ value })
    void changeSetting(database, key, value).catch(() => setChosen(null))
  }
  return [chosen ? chosen.value : stored, choose]
}
