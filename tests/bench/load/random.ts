/** Numbers from 0 up to 1, the same ones for the same seed. */
export type Random = () => number

/**
 * A small generator for made-up news: xorshift with 32 bits of state (Marsaglia, "Xorshift RNGs", 2003), begun with a
 * hash of the seed.
 */
export function createRandom(seed: string): Random {
  let state = hashOf(seed) || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
}

/** Mixes every character through the whole word, so that neighbouring seeds begin far apart. */
function hashOf(seed: string): number {
  let hash = 0x1b873593
  for (let index = 0; index < seed.length; index++) {
    hash = Math.imul(hash ^ seed.charCodeAt(index), 0x5bd1e995)
    hash ^= hash >>> 15
  }
  return Math.imul(hash, 0x2c1b3c6d) ^ (hash >>> 12)
}

export function pick<Value>(random: Random, values: readonly Value[]): Value {
  const value = values[Math.floor(random() * values.length)]
  if (value === undefined) throw new Error('there is nothing to pick from')
  return value
}

/** A whole number from `low` up to and including `high`. */
export const between = (random: Random, low: number, high: number): number =>
  low + Math.floor(random() * (high - low + 1))
