import os from 'node:os'
import type { ReadTimes } from './app/list-reads'
import type { Measured } from './app/measure'
import type { Phase } from './app/phases'
import type { CpuByKind } from './app/meter'
import type { Floor } from './floor/measure'
import type { BenchOptions } from './options'

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits))
export const megabytes = (bytes: number): number => rounded(bytes / 2 ** 20, 1)

/**
 * The bench's answer. Seconds end in `_s`, mebibytes in `_mb`, milliseconds in `_ms`; CPU seconds are those of all
 * processes together.
 */
export function reportOf(
  { world, profile }: BenchOptions,
  floor: Floor,
  { first, unchanged, oneNew, ...measured }: Measured,
  reads: ReadTimes,
): object {
  return {
    feeds: world.feeds,
    entries: world.entries,
    hosts: world.hosts,
    profiled: profile !== null,
    // Programs beside this one that want the processor: CPU times are only then comparable when there are few.
    loadAverage: rounded(os.loadavg()[1] ?? 0),
    floor: floorReport(floor),
    start: { cpu_s: rounded(measured.startCpu) },
    first: {
      ...phaseReport(first),
      // What a reader costs beside fetching and parsing.
      timesFetchAndParse: rounded(first.cpu / (floor.fetch.cpu + floor.parse.cpu)),
    },
    unchanged: { ...phaseReport(unchanged), parsed: unchanged.requests.full },
    oneNew: phaseReport(oneNew),
    markAllRead: {
      articles: measured.markRead.articles,
      marked_ms: rounded(measured.markRead.marked, 0),
      undone_ms: rounded(measured.markRead.undone, 0),
    },
    database_mb: megabytes(measured.database),
    longestReaderTask_ms: rounded(
      Math.max(0, ...[first, unchanged, oneNew].flatMap(({ longTasks }) => longTasks)),
      0,
    ),
    readsDuringFirst: { list: readReport(reads.lists), article: readReport(reads.articles) },
  }
}

const floorReport = ({ fetch, electronFetch, electronUnchanged, parse, store }: Floor): object => ({
  fetchCpu_s: rounded(fetch.cpu),
  electronFetchCpu_s: rounded(electronFetch.cpu),
  electronUnchangedCpu_s: rounded(electronUnchanged.cpu),
  parseCpu_s: rounded(parse.cpu),
  storeCpu_s: rounded(store.cpu),
  // One after the other: undici, parsing, storing.
  wall_s: rounded(fetch.wall + parse.wall + store.wall),
  wallByPart_s: {
    fetch: rounded(fetch.wall),
    electronFetch: rounded(electronFetch.wall),
    electronUnchanged: rounded(electronUnchanged.wall),
    parse: rounded(parse.wall),
    store: rounded(store.wall),
  },
})

const phaseReport = (phase: Phase): object => ({
  wall_s: rounded(phase.wall),
  cpu_s: rounded(phase.cpu),
  cpuByProcess_s: cpuReport(phase.cpuByKind),
  settle_s: rounded(phase.settle, 1),
  peakPss_mb: megabytes(phase.peakMemory),
  requests: phase.requests.full + phase.requests.unchanged + phase.requests.other,
  requestsByAnswer: phase.requests,
  articles: phase.articles,
  longTasks: {
    count: phase.longTasks.length,
    longest_ms: rounded(Math.max(0, ...phase.longTasks), 0),
  },
})

/** The kinds that took a hundredth of a second, the most first. */
export const cpuReport = (cpu: CpuByKind): object =>
  Object.fromEntries(
    Object.entries(cpu)
      .map(([kind, seconds]) => [kind, rounded(seconds)] as const)
      .filter(([, seconds]) => seconds > 0)
      .sort(([, one], [, other]) => other - one),
  )

function readReport(milliseconds: readonly number[]): object {
  const sorted = [...milliseconds].sort((one, other) => one - other)
  const quantile = (share: number): number | null => {
    const value = sorted[Math.floor((sorted.length - 1) * share)]
    return value === undefined ? null : rounded(value, 1)
  }
  return { count: sorted.length, p50_ms: quantile(0.5), p95_ms: quantile(0.95), longest_ms: quantile(1) }
}
