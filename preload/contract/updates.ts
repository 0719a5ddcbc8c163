/**
 * How this copy of the program gets newer versions: by `itself`, by whoever installed it (`package` is deb, rpm and
 * the like), by hand because it was only unpacked, or from its `source`.
 */
export type UpdateWay = 'itself' | 'package' | 'flatpak' | 'snap' | 'store' | 'by-hand' | 'source'

/**
 * Why there is no newer version now. `damaged`: what was downloaded is not what was announced; `bad-answer`: the
 * address of updates says nothing that can be understood; `backup`: the library could not be backed up, so nothing was
 * installed; `not-allowed`: the program's own place cannot be written.
 */
export type UpdateProblem =
  'offline' | 'unreachable' | 'bad-answer' | 'damaged' | 'backup' | 'disk-full' | 'not-allowed' | 'unknown'

/** What the person can do about updates. */
export type UpdateAction = 'check' | 'download' | 'stop' | 'install' | 'later' | 'skip'

/** A newer version. */
export interface NewVersion {
  readonly version: string
  /** What changes, as plain text of whoever published it; may be empty. */
  readonly notes: string
}

/** How far an update is. */
export type UpdateStep =
  | { readonly kind: 'none' | 'checking' | 'newest' }
  | { readonly kind: 'found' | 'ready' | 'installing'; readonly update: NewVersion }
  | { readonly kind: 'downloading'; readonly update: NewVersion; readonly percent: number }
  /** @property retry what to do to try again */
  | {
      readonly kind: 'failed'
      readonly problem: UpdateProblem
      readonly retry: UpdateAction
      readonly update: NewVersion | null
    }

/** What there is to know of updates. */
export interface UpdateState {
  readonly way: UpdateWay
  /** Of this program. */
  readonly version: string
  /** The host that is asked. */
  readonly host: string
  /** Whether it is asked once a day; null while the person was not asked. */
  readonly automatic: boolean | null
  /** When it answered last, in milliseconds since 1970. */
  readonly checkedAt: number | null
  readonly step: UpdateStep
}
