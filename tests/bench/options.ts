import { parseArgs } from 'node:util'
import type { WorldOptions } from './load/world'

/** What the command line of `npm run bench -- TASK` says. */
export interface BenchOptions {
  readonly world: Omit<WorldOptions, 'port'>
  /** Where V8's profiles of the first sync go; null: none are made. */
  readonly profile: string | null
  /**
   * Milliseconds between two reads in the reader during the first sync; 0: none. They are measured along, and they
   * take turns with what is stored, so they have a run of their own.
   */
  readonly probe: number
}

/**
 * @param teasers whether the feeds show teasers of pages
 * @throws a sentence when an option is unknown or no number
 */
export function readOptions(args: readonly string[], teasers: boolean): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      feeds: { type: 'string', default: teasers ? '50' : '1000' },
      entries: { type: 'string', default: '20' },
      hosts: { type: 'string', default: '50' },
      probe: { type: 'string', default: '0' },
      profile: { type: 'string' },
    },
  })
  return {
    world: {
      feeds: numberOf('feeds', values.feeds, 1, 100_000),
      entries: numberOf('entries', values.entries, 1, 1_000),
      hosts: numberOf('hosts', values.hosts, 1, 250),
      teasers,
    },
    profile: values.profile ?? null,
    probe: numberOf('probe', values.probe, 0, 60_000),
  }
}

function numberOf(name: string, text: string, least: number, most: number): number {
  const number = Number(text)
  if (Number.isInteger(number) && number >= least && number <= most) return number
  throw new Error(`--${name} takes a whole number from ${least} to ${most}, not ${text}.`)
}
