import { useCallback } from 'react'
import type { LibraryCommand } from '../../library'
import { command } from '../bridge'
import { useWording } from '../strings'
import { useSlip } from './slip'

/**
 * @returns a function that sends a change to the page that writes it, and resolves to whether it was carried out; when
 * it was not, a slip says why
 */
export function useCommand(): (change: LibraryCommand) => Promise<boolean> {
  const slip = useSlip()
  const { strings } = useWording()
  return useCallback(
    async change => {
      const problem = await command(change).catch(() => 'reading-failed' as const)
      if (problem !== null) slip({ sentence: strings.problems[problem], trouble: true })
      return problem === null
    },
    [slip, strings],
  )
}
