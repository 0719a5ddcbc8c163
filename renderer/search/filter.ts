const BITS_PER_TERM = 8
const PROBES = 5
/**
 * Segments with more terms are few and worth opening at once: a filter for them would only fill memory, and make the
 * header a file of its own.
 */
const MOST_TERMS = 49_152

/** Two independent 32-bit hashes of a term, from which all probes are made. */
export interface TermHash {
  readonly first: number
  /** Odd, so that the probes never fall together. */
  readonly second: number
}

/** Hashes an encoded term: FNV-1a, finished as in MurmurHash3. */
export function hashTerm(term: Uint8Array): TermHash {
  const first = firstOf(term, term.length)
  return { first, second: secondOf(first) }
}

function firstOf(term: Uint8Array, length: number): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < length; at++) hash = Math.imul(hash ^ (term[at] ?? 0), 0x01000193)
  return mix(hash)
}

function secondOf(first: number): number {
  return mix(first ^ 0x9e3779b9) | 1
}

/**
 * Builds a Bloom filter of the terms with 8 bits and 5 probes a term: about one absent term in 46 seems to be there.
 *
 * Probes by double hashing: Kirsch and Mitzenmacher, "Less Hashing, Same Performance" (2008). Empty for no terms
 * and for more than 49,152.
 */
export function createFilterBuilder() {
  let hashes = new Uint32Array(1024)
  let count = 0
  return {
    /** Adds the term that so many bytes are. */
    add: (term: Uint8Array, length: number): void => {
      if (count > MOST_TERMS) return
      if (count === hashes.length) {
        const larger = new Uint32Array(count * 2)
        larger.set(hashes)
        hashes = larger
      }
      hashes[count++] = firstOf(term, length)
    },
    build: (): Uint8Array => (count > MOST_TERMS ? new Uint8Array(0) : fillFilter(hashes.subarray(0, count))),
  }
}

function fillFilter(hashes: Uint32Array): Uint8Array {
  const filter = new Uint8Array(Math.ceil((hashes.length * BITS_PER_TERM) / 8))
  const bits = filter.length * 8
  for (const first of hashes) {
    const hash = { first, second: secondOf(first) }
    for (let probe = 0; probe < PROBES; probe++) {
      const bit = probeOf(hash, probe, bits)
      filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7))
    }
  }
  return filter
}

/** Whether a term may be in the filter; never wrong when it says no. An empty filter says yes to everything. */
export function mayContain(filter: Uint8Array, hash: TermHash): boolean {
  if (filter.length === 0) return true
  const bits = filter.length * 8
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = probeOf(hash, probe, bits)
    if (((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return false
  }
  return true
}

function probeOf(hash: TermHash, probe: number, bits: number): number {
  return ((hash.first + Math.imul(probe, hash.second)) >>> 0) % bits
}

function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}
