import { useEffect, useState } from 'react'

/**
 * Something that the person chooses. The choice is seen at once, before the library has it, and taken back when it
 * could not be stored.
 *
 * @param stored what the library has
 * @param store resolves to whether it was stored; it must not reject
 * @returns the value, and a function that changes it
 */
export function useChosen<Value>(
  stored: Value,
  store: (value: Value) => Promise<boolean>,
): readonly [Value, (value: Value) => void] {
  const [chosen, setChosen] = useState<{ readonly value: Value } | null>(null)
  useEffect(() => setChosen(null), [stored])
  const choose = (value: Value): void => {
    setChosen({ value })
    void store(value).then(isStored => isStored || setChosen(null))
  }
  return [chosen ? chosen.value : stored, choose]
}
