import type { LoadServer } from '../load/server-process'
import type { RequestCounts } from '../load/server-messages'
import type { MeasuredApp } from './launch'
import { difference, total, untilQuiet, type CpuByKind } from './meter'
import { roundsSoFar, takeTasks, unreadCount, untilSynced } from './reader-page'

/** What the application did and used from one quiet moment to the next. */
export interface Phase {
  /** Seconds until the last feed was done. */
  readonly wall: number
  /** Seconds after that until nothing was done behind it any more; its CPU time counts. */
  readonly settle: number
  /** CPU seconds of all processes, and by kind of process and thread. */
  readonly cpu: number
  readonly cpuByKind: CpuByKind
  readonly threads: CpuByKind
  /** PSS of all processes, in bytes. */
  readonly peakMemory: number
  readonly requests: RequestCounts
  /** Unread articles more than before. */
  readonly articles: number
  /** Milliseconds of each task of the reader that took more than 50. */
  readonly longTasks: readonly number[]
}

const DEADLINE_MILLISECONDS = 30 * 60_000

/** What a phase is. */
export interface PhaseWork {
  /** Sets it off. */
  readonly begin: () => Promise<unknown>
  /** Called when the last feed is done, before the application comes to rest. */
  readonly end?: () => Promise<unknown>
}

/**
 * Measures a phase. The application must be quiet when it begins.
 *
 * @throws when the application does not ask every feed within half an hour
 */
export async function measurePhase(
  app: MeasuredApp,
  server: LoadServer,
  { begin, end }: PhaseWork,
): Promise<Phase> {
  const { reader, meter } = app
  const articles = await unreadCount(reader)
  const rounds = await roundsSoFar(reader)
  await takeTasks(reader)
  await server.takeCounts()
  const before = meter.take(await app.names())
  const begun = Date.now()
  await begin()
  const ended = await untilAllAsked(app, server, rounds)
  await end?.()
  const settle = await untilQuiet(meter)
  const after = meter.take(await app.names())
  const cpuByKind = difference(before.cpu, after.cpu)
  return {
    wall: (ended - begun) / 1e3,
    settle,
    cpu: total(cpuByKind),
    cpuByKind,
    threads: difference(before.threads, after.threads),
    peakMemory: after.peakMemory,
    requests: await server.takeCounts(),
    articles: (await unreadCount(reader)) - articles,
    longTasks: await takeTasks(reader),
  }
}

async function untilAllAsked({ reader }: MeasuredApp, server: LoadServer, rounds: number): Promise<number> {
  const deadline = Date.now() + DEADLINE_MILLISECONDS
  for (;;) {
    const ended = await untilSynced(reader, rounds)
    const { feeds } = await server.counts()
    if (feeds >= server.world.feeds) return ended
    if (Date.now() > deadline) throw new Error(`only ${feeds} feeds were asked`)
    await reader.waitForTimeout(500)
  }
}
