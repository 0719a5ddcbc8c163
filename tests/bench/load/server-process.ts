import { startChild } from '../child'
import type { FromServer, RequestCounts, ToServer } from './server-messages'
import type { WorldOptions } from './world'

/** Invented feeds on loopback, served by another process. */
export interface LoadServer {
  readonly world: WorldOptions
  /** Shows another generation of entries from now on. */
  readonly show: (generation: number) => Promise<void>
  readonly counts: () => Promise<RequestCounts>
  /** The counts so far; they begin at nothing again. */
  readonly takeCounts: () => Promise<RequestCounts>
  readonly stop: () => void
}

/**
 * Starts the server and waits until it answers.
 *
 * @param options without a port: a free one is found
 */
export async function startLoadServer(options: Omit<WorldOptions, 'port'>): Promise<LoadServer> {
  const child = startChild<ToServer, FromServer>('server')
  const countsOf = async (reset: boolean): Promise<RequestCounts> => {
    const told = await child.ask({ kind: 'counts', reset })
    if (told.kind !== 'counted') throw new Error(`the server said ${told.kind}`)
    return told.counts
  }
  const started = await child.ask({ kind: 'start', world: options })
  if (started.kind !== 'started') throw new Error(`the server said ${started.kind}`)
  return {
    world: { ...options, port: started.port },
    show: async generation => void (await child.ask({ kind: 'generation', generation })),
    counts: () => countsOf(false),
    takeCounts: () => countsOf(true),
    stop: child.stop,
  }
}
