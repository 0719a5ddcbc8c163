import type { Profile } from './profile'

/** Runs of so many words are compared. */
const RUN = 3
/** The part of the shorter text's runs that the other must have. */
const LEAST_SHARED = 0.7
/** With fewer runs than this, texts are the same only when all runs are. */
const FEW_RUNS = 6

/** Whether two articles have nearly the same words in title and lead: one text from two sources, or sent twice. */
export function isNearSameText(first: Profile, second: Profile): boolean {
  const [fewer, more] = [runsOf(first), runsOf(second)].toSorted((one, other) => one.size - other.size)
  if (!fewer || !more || fewer.size === 0) return false
  let shared = 0
  for (const run of fewer) if (more.has(run)) shared++
  if (fewer.size < FEW_RUNS) return shared === fewer.size && more.size === fewer.size
  return shared / fewer.size >= LEAST_SHARED
}

const known = new WeakMap<Profile, ReadonlySet<string>>()

function runsOf(profile: Profile): ReadonlySet<string> {
  const found = known.get(profile)
  if (found) return found
  const runs = new Set<string>()
  for (const { words } of profile.fields) {
    const terms = words.map(({ term }) => term)
    for (let at = 0; at + RUN <= terms.length; at++) runs.add(terms.slice(at, at + RUN).join(' '))
    if (terms.length > 0 && terms.length < RUN) runs.add(terms.join(' '))
  }
  known.set(profile, runs)
  return runs
}
