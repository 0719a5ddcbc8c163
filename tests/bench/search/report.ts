import { CLASSES, type QueryClass } from './queries'

/** Milliseconds of the queries of a class in one round. */
export interface Times {
  readonly kind: QueryClass
  readonly ours: readonly number[]
  readonly theirs: readonly number[]
}

/** The library after indexing; its size in bytes. */
export interface Indexed {
  readonly seconds: number
  readonly bytes: number
  readonly segments: number
}

/** Milliseconds of opening the database and, after that, the index; bytes of memory. */
export interface Opened {
  readonly connect: number
  readonly open: number
  readonly memory: number
}

interface Measured {
  readonly articles: number
  readonly distinct: number
  /** Of all titles and texts, UTF-8. */
  readonly bytes: number
  readonly theirs: { readonly seconds: number; readonly bytes: number }
  readonly ours: Indexed
  readonly opened: Opened
  readonly rounds: readonly Times[]
  readonly stall: readonly number[]
}

const rounded = (value: number, digits = 3): number => Number(value.toFixed(digits))
const megabytes = (bytes: number): number => rounded(bytes / 2 ** 20, 1)

/** The bench's answer; ratios are ours to theirs. */
export function reportOf({
  articles,
  distinct,
  bytes,
  theirs,
  ours,
  opened,
  rounds,
  stall,
}: Measured): object {
  const of = (side: 'ours' | 'theirs', kinds: readonly QueryClass[]): Quantiles =>
    quantiles(rounds.filter(({ kind }) => kinds.includes(kind)).flatMap(round => round[side]))
  const each = (side: 'ours' | 'theirs'): object =>
    Object.fromEntries([['all', of(side, CLASSES)], ...CLASSES.map(kind => [kind, of(side, [kind])])])
  const ratio = (kinds: readonly QueryClass[]): Quantiles => {
    const [own, other] = [of('ours', kinds), of('theirs', kinds)]
    return {
      p50: rounded(own.p50 / other.p50),
      p95: rounded(own.p95 / other.p95),
      p99: rounded(own.p99 / other.p99),
    }
  }
  const speed = articles / ours.seconds
  return {
    articles,
    distinct,
    text_mb: megabytes(bytes),
    ratio: { all: ratio(CLASSES), ...Object.fromEntries(CLASSES.map(kind => [kind, ratio([kind])])) },
    ours_ms: each('ours'),
    fts5_ms: each('theirs'),
    index_mb: megabytes(ours.bytes),
    indexRatio: rounded(ours.bytes / bytes),
    fts5Index_mb: megabytes(theirs.bytes),
    segments: ours.segments,
    articlesPerSecond: rounded(speed, 0),
    articlesPerSecondRatio: rounded(speed / (articles / theirs.seconds)),
    connect_ms: rounded(opened.connect, 1),
    open_ms: rounded(opened.open, 1),
    memory_mb: megabytes(opened.memory),
    mergeStall_ms: quantiles(stall),
  }
}

interface Quantiles {
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

function quantiles(milliseconds: readonly number[]): Quantiles {
  const sorted = [...milliseconds].sort((one, other) => one - other)
  const at = (share: number): number => rounded(sorted[Math.floor((sorted.length - 1) * share)] ?? 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}
