import { useCallback, useEffect, useState } from 'react'
import type { Want } from '../../library'
import { bridge } from '../bridge'
import { useSlip } from '../common/slip'
import { useWording } from '../strings'
import { NOTHING_ASKED, withStopped, type Asked } from './progress'

/** What was asked for an article. */
interface AskedFor {
  readonly articleId: number | null
  readonly asked: Asked
}

/** What was asked for, and a way to ask. Nothing is fetched for an article that is open unless somebody asks. */
export function useAsking(articleId: number | null): readonly [Asked, (want: Want) => void] {
  const slip = useSlip()
  const { strings } = useWording()
  const [state, setState] = useState<AskedFor>({ articleId, asked: NOTHING_ASKED })
  const asked = state.articleId === articleId ? state.asked : NOTHING_ASKED
  const change = useCallback(
    (next: (asked: Asked) => Asked) =>
      setState(before => ({
        articleId,
        asked: next(before.articleId === articleId ? before.asked : NOTHING_ASKED),
      })),
    [articleId],
  )
  const ask = useCallback(
    (want: Want) => {
      if (articleId === null) return
      change(before => ({ ...before, [want]: { at: null, stopped: false } }))
      bridge()
        .request('articles.complete', { kind: 'article', articleId, want })
        .then(
          () => change(before => ({ ...before, [want]: { at: performance.now(), stopped: false } })),
          () => {
            change(before => ({ ...before, [want]: undefined }))
            slip({ sentence: strings.problems['reading-failed'], trouble: true })
          },
        )
    },
    [articleId, change, slip, strings],
  )
  useWhenStopped(asked !== NOTHING_ASKED, change)
  return [asked, ask]
}

/** Articles are completed together: when nobody is at any of them, nobody is at the one that was asked for. */
function useWhenStopped(isAsked: boolean, change: (next: (asked: Asked) => Asked) => void): void {
  useEffect(() => {
    if (!isAsked) return
    let wasRunning = false
    return bridge().listen('sync', ({ completing }) => {
      if (completing === 0 && wasRunning) change(withStopped)
      wasRunning = completing > 0
    })
  }, [isAsked, change])
}
