import { hashTerm } from './filter'
import { FIELD_MARKS } from './format'
import type { SearchField } from './query-tree'
import type { TermHash } from './filter'

/** A word that is looked for in dictionaries: a whole term, or the beginning of terms. */
export interface SearchWord {
  readonly term: string
  readonly prefix: boolean
  readonly bytes: Uint8Array
  readonly hash: TermHash
}

/** A term as the index has it. The title has no terms of its own: it is told from the text by counts and positions. */
export function fieldTerm(term: string, field: SearchField | null): string {
  return field === null || field === 'title' ? term : `${FIELD_MARKS[field]}${term}`
}

/** Prepares a folded term for looking it up in many segments. */
export function searchWord(term: string, prefix: boolean): SearchWord {
  const bytes = encodeTerm(term)
  return { term, prefix, bytes, hash: hashTerm(bytes) }
}

/**
 * A term as bytes: each UTF-16 code unit as UTF-8 would write it (CESU-8), so that the order of the bytes is the
 * order of JavaScript's strings and any string, also one cut inside a surrogate pair, has exactly one form.
 */
export function encodeTerm(term: string): Uint8Array {
  const bytes = new Uint8Array(term.length * 3)
  // A copy: a part of the array would take it out of the engine's own heap, and that costs more than all the rest.
  return bytes.slice(0, writeTerm(term, bytes))
}

/** Writes the bytes of a term to the beginning of an array with room for them, and says how many they are. */
export function writeTerm(term: string, bytes: Uint8Array): number {
  let length = 0
  for (let at = 0; at < term.length; at++) {
    const unit = term.charCodeAt(at)
    if (unit < 0x80) bytes[length++] = unit
    else if (unit < 0x800) {
      bytes[length++] = 0xc0 | (unit >> 6)
      bytes[length++] = 0x80 | (unit & 0x3f)
    } else {
      bytes[length++] = 0xe0 | (unit >> 12)
      bytes[length++] = 0x80 | ((unit >> 6) & 0x3f)
      bytes[length++] = 0x80 | (unit & 0x3f)
    }
  }
  return length
}

/** The term that so many bytes are. */
export function decodeTerm(bytes: Uint8Array, length: number): string {
  let term = ''
  for (let at = 0; at < length; at++) {
    const byte = bytes[at] ?? 0
    if (byte < 0x80) term += String.fromCharCode(byte)
    else if (byte < 0xe0) term += String.fromCharCode(((byte & 0x1f) << 6) | ((bytes[++at] ?? 0) & 0x3f))
    else {
      const middle = ((bytes[++at] ?? 0) & 0x3f) << 6
      term += String.fromCharCode(((byte & 0xf) << 12) | middle | ((bytes[++at] ?? 0) & 0x3f))
    }
  }
  return term
}

/** How many bytes two terms have in common at their beginning, of so many bytes. */
export function sharedLength(
  first: Uint8Array,
  second: Uint8Array,
  most = Math.min(first.length, second.length),
): number {
  let shared = 0
  while (shared < most && first[shared] === second[shared]) shared++
  return shared
}
