import type { FeedRow, FeedWishes } from '../../library'
import { useChosen } from '../common/use-chosen'
import { useCommand } from '../common/use-command'

type WishedFeed = Pick<FeedRow, 'id' | keyof FeedWishes>

/** @returns what the person wishes for a feed, and a way to change it; undefined is no wish of its own */
function useWish<Name extends keyof FeedWishes>(
  feed: WishedFeed,
  name: Name,
): readonly [WishedFeed[Name], (value: WishedFeed[Name]) => void] {
  const send = useCommand()
  return useChosen(feed[name], value =>
    send({ kind: 'set-feed', feedId: feed.id, wishes: { [name]: value } }),
  )
}

/** @returns how often the person wants a feed asked, in minutes (0: by hand; null: automatic), and a way to change it */
export function useInterval(
  feed: WishedFeed,
): readonly [number | null, (intervalMinutes: number | null) => void] {
  const [minutes, choose] = useWish(feed, 'intervalMinutes')
  return [minutes ?? null, chosen => choose(chosen ?? undefined)]
}

/** @returns whether the person wants to be told of a feed's new articles, and a way to change it */
export function useNotify(feed: WishedFeed): readonly [boolean, (notify: boolean) => void] {
  const [notify, choose] = useWish(feed, 'notify')
  return [notify ?? false, choose]
}

/** Which text of its articles is read; whether their pictures are kept. */
export type TextWish = 'automatic' | 'feed' | 'page'
export type PicturesWish = 'automatic' | 'always' | 'never'

/** @returns in which text the person reads a feed's articles, and a way to change it */
export function useTextWish(feed: WishedFeed): readonly [TextWish, (wish: TextWish) => void] {
  const [text, choose] = useWish(feed, 'text')
  return [text ?? 'automatic', wish => choose(wish === 'automatic' ? undefined : wish)]
}

/** @returns whether the person wants a feed's pictures kept, and a way to change it */
export function usePicturesWish(feed: WishedFeed): readonly [PicturesWish, (wish: PicturesWish) => void] {
  const [kept, choose] = useWish(feed, 'pictures')
  const wish = kept === undefined ? 'automatic' : kept ? 'always' : 'never'
  return [wish, wished => choose(wished === 'automatic' ? undefined : wished === 'always')]
}
