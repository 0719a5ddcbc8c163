/** What a code point is, as bits. */
export const LETTER = 1
export const DIGIT = 2
/** A combining mark. */
export const COMBINING = 4
/** A capital letter. */
export const CAPITAL = 8
/** In lower case it is written differently. */
export const LOWERED = 16
export const SPACE = 32
/** Joins two parts of a word: an apostrophe or a hyphen. */
export const JOINER = 64
const KNOWN = 128

export const LETTER_OR_DIGIT = LETTER | DIGIT
export const IN_WORD = LETTER | DIGIT | COMBINING

const CLASSES: readonly (readonly [bit: number, class_: RegExp])[] = [
  [LETTER, /\p{L}/u],
  [DIGIT, /\p{N}/u],
  [COMBINING, /\p{M}/u],
  [CAPITAL, /\p{Lu}/u],
  [SPACE, /\s/],
  [JOINER, /['’\-‐‑]/],
]
const BLOCK = 256
/** 0 where the block was not needed yet. */
const kinds = new Uint8Array(0x110000)

/** The bits of a code point. Far faster than a regular expression with Unicode properties. */
export function kindOf(codePoint: number): number {
  const kind = kinds[codePoint] as number
  if (kind !== 0) return kind
  learn(codePoint - (codePoint % BLOCK))
  return kinds[codePoint] as number
}

function learn(first: number): void {
  for (let codePoint = first; codePoint < first + BLOCK; codePoint++) {
    const character = String.fromCodePoint(codePoint)
    // Half of a pair may be.
    let kind = codePoint >= 0xd800 && codePoint <= 0xdfff ? KNOWN | LOWERED : KNOWN
    for (const [bit, class_] of CLASSES) if (class_.test(character)) kind |= bit
    kinds[codePoint] = character.toLowerCase() === character ? kind : kind | LOWERED
  }
}

/** The bits of the character at a place; 0 outside the text. */
export function kindAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? kindOf(text.codePointAt(at) as number) : 0
}

/** The place after the letters, digits and combining marks at `from`. */
export function endOfRun(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    const codePoint = text.codePointAt(at) as number
    if ((kindOf(codePoint) & IN_WORD) === 0) break
    at += widthOf(codePoint)
  }
  return at
}

/** In UTF-16 code units. */
export const widthOf = (codePoint: number): 1 | 2 => (codePoint > 0xffff ? 2 : 1)

const SMALL_LETTERS: readonly string[] = Array.from({ length: 0x80 }, (_, code) =>
  String.fromCharCode(code).toLowerCase(),
)

/** `text.slice(start, end).toLowerCase()`, which is slow for the many words that are in lower case but for a capital. */
export function lowerCase(text: string, start: number, end: number): string {
  const first = text.charCodeAt(start)
  let rest = start + 1
  while (rest < end && (kindOf(text.charCodeAt(rest)) & LOWERED) === 0) rest++
  const isSmall = rest >= end && (kindOf(first) & LOWERED) === 0
  if (isSmall || start >= end) return text.slice(start, end)
  const small = rest < end ? undefined : SMALL_LETTERS[first]
  return small === undefined ? text.slice(start, end).toLowerCase() : small + text.slice(start + 1, end)
}
