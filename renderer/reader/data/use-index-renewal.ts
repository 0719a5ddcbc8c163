import { useEffect, useState } from 'react'
import { followTables, INDEX_RENEWAL, type IndexRenewal } from '../../library'
import { useReader } from '../state/context'

/** The headers of all segments are read for it, in milliseconds from one time to the next; the channel tells the rest. */
const PAUSE = 5000

/**
 * How far the index is made again, kept current while it is.
 *
 * @returns null when there is nothing to do, or it is not known yet
 */
export function useIndexRenewal(): IndexRenewal | null {
  const { queries } = useReader()
  const [renewal, setRenewal] = useState<IndexRenewal | null>(null)
  const [within, setWithin] = useState(0)
  const isGoingOn = renewal !== null && renewal.renewed < renewal.articles
  useEffect(() => {
    let ended = false
    const end = followTables(
      SEGMENTS,
      async () => {
        const next = await queries.ask('renewal', null).catch(() => null)
        if (ended) return
        setWithin(0)
        setRenewal(next)
      },
      PAUSE,
    )
    return () => {
      ended = true
      end()
    }
  }, [queries])
  useEffect(() => {
    if (!isGoingOn) return
    const channel = new BroadcastChannel(INDEX_RENEWAL)
    channel.onmessage = ({ data }: MessageEvent<number>) => setWithin(data)
    return () => channel.close()
  }, [isGoingOn])
  if (!isGoingOn) return null
  return { ...renewal, renewed: Math.min(renewal.articles, renewal.renewed + within) }
}

const SEGMENTS = ['segments'] as const
