import { parseFeed } from 'feedsmith'
import { makeFeed, type WorldOptions } from '../load/world'
import { costOf } from './cost'

// The same bodies parsed by the feed library alone, from bytes to its objects. A process of its own.

process.on('message', async (world: WorldOptions) => {
  const encoder = new TextEncoder()
  const bodies = Array.from({ length: world.feeds }, (_, feed) => encoder.encode(makeFeed(world, feed, 1)))
  const decoder = new TextDecoder()
  let entries = 0
  const cost = await costOf(async () => {
    for (const body of bodies) entries += entriesOf(parseFeed(decoder.decode(body)))
  })
  if (entries !== world.feeds * world.entries) throw new Error(`the feed library found ${entries} entries`)
  process.send?.(cost)
})

function entriesOf({ feed }: ReturnType<typeof parseFeed>): number {
  if ('entries' in feed) return feed.entries?.length ?? 0
  return 'items' in feed ? (feed.items?.length ?? 0) : 0
}
