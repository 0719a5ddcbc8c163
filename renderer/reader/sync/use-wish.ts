import type { FeedRow } from '../../library'
import { useChosen } from '../common/use-chosen'
import { useCommand } from '../common/use-command'

type WishedFeed = Pick<FeedRow, 'id' | 'intervalMinutes' | 'notify'>

/** @returns how often the person wants a feed asked, in minutes (0: by hand; null: automatic), and a way to change it */
export function useInterval(
  feed: WishedFeed,
): readonly [number | null, (intervalMinutes: number | null) => void] {
  const send = useCommand()
  return useChosen(feed.intervalMinutes ?? null, intervalMinutes =>
    send({ kind: 'set-feed', feedId: feed.id, wishes: { intervalMinutes: intervalMinutes ?? undefined } }),
  )
}

/** @returns whether the person wants to be told of a feed's new articles, and a way to change it */
export function useNotify(feed: WishedFeed): readonly [boolean, (notify: boolean) => void] {
  const send = useCommand()
  return useChosen(feed.notify ?? false, notify =>
    send({ kind: 'set-feed', feedId: feed.id, wishes: { notify } }),
  )
}
