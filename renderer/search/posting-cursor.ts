import { readVarint, uint32At } from './bytes'
import { OFTEN_IN_TEXT, ONCE_IN_TEXT, ONCE_IN_TITLE, POSTINGS_PER_SKIP, SKIP_BYTES } from './format'
import { TEXT_PLACE } from './format'
import { IndexFormatError } from './index-format-error'

/** A place in a list of postings, and the posting that was read last. Used again for the next list. */
export interface PostingCursor {
  bytes: Uint8Array
  at: number
  /** Where the postings end; the skip table follows. */
  end: number
  /** Postings after the one read last. */
  left: number
  /** -1 before the first. */
  ordinal: number
  inTitle: number
  inText: number
  /** Where the list begins, and how many postings it has. */
  start: number
  count: number
  /** Ordinals are below it. */
  limit: number
  /** How many entries the skip table has, which comes next, and the ordinal before the postings it leads to. */
  skips: number
  nextSkip: number
  nextSkipOrdinal: number
  /** Byte in the list's positions that is known, and how many positions lie between it and those of this posting. */
  placesAt: number
  pending: number
}

/** A cursor for lists of a segment of so many documents. */
export function postingCursor(documentCount: number): PostingCursor {
  return {
    bytes: new Uint8Array(0),
    at: 0,
    end: 0,
    left: 0,
    ordinal: -1,
    inTitle: 0,
    inText: 0,
    start: 0,
    count: 0,
    limit: documentCount,
    skips: 0,
    nextSkip: 0,
    nextSkipOrdinal: Infinity,
    placesAt: 0,
    pending: 0,
  }
}

/** How many entries the skip table of a list has. */
function skipsOf(count: number): number {
  return count > POSTINGS_PER_SKIP ? Math.floor((count - 1) / POSTINGS_PER_SKIP) : 0
}

/** Puts a cursor before the first of `count` postings at `start` … `end`, skip table included. */
export function startList(
  cursor: PostingCursor,
  bytes: Uint8Array,
  start: number,
  end: number,
  count: number,
): void {
  const skips = skipsOf(count)
  cursor.bytes = bytes
  cursor.at = cursor.start = start
  cursor.end = end - skips * SKIP_BYTES
  cursor.left = cursor.count = count
  cursor.ordinal = -1
  cursor.inTitle = cursor.inText = 0
  cursor.skips = skips
  cursor.placesAt = cursor.pending = 0
  setNextSkip(cursor, 0)
  if (cursor.end < start || end > bytes.length) throw damaged()
}

/**
 * Moves to the next posting; false behind the last.
 *
 * @throws IndexFormatError when the bytes cannot be postings
 */
export function nextPosting(cursor: PostingCursor): boolean {
  if (cursor.left === 0) return false
  cursor.left--
  cursor.pending += cursor.inTitle + cursor.inText
  let code = cursor.bytes[cursor.at] ?? 0
  if (code < 128) cursor.at++
  else code = readVarint(cursor)
  const kind = code & 3
  cursor.ordinal += (code >>> 2) + 1
  cursor.inTitle = 0
  if (kind === ONCE_IN_TEXT) cursor.inText = 1
  else if (kind === OFTEN_IN_TEXT) cursor.inText = readVarint(cursor) + 2
  else if (kind === ONCE_IN_TITLE) {
    cursor.inTitle = 1
    cursor.inText = 0
  } else {
    cursor.inTitle = readVarint(cursor)
    cursor.inText = readVarint(cursor)
  }
  if (cursor.at > cursor.end || cursor.ordinal >= cursor.limit || code >= 2 ** 31) throw damaged()
  return true
}

/**
 * Reads all postings that are left, and adds up how often each document has the term.
 *
 * @param counts in the title and in the text, two numbers a document
 * @throws IndexFormatError when the bytes cannot be postings
 */
export function addCounts(cursor: PostingCursor, counts: Uint32Array): void {
  const { bytes } = cursor
  while (cursor.left > 0) {
    // Most postings are one byte that says all: these are read here, without a step of the cursor for each.
    let { at, ordinal, left } = cursor
    for (
      let code = bytes[at] ?? 0;
      left > 0 && code < 128 && (code & 3) === ONCE_IN_TEXT;
      code = bytes[++at] ?? 0
    ) {
      ordinal += (code >>> 2) + 1
      const slot = 2 * ordinal + 1
      counts[slot] = (counts[slot] ?? 0) + 1
      left--
    }
    if (at > cursor.end || ordinal >= cursor.limit) throw damaged()
    cursor.at = at
    cursor.ordinal = ordinal
    cursor.left = left
    if (!nextPosting(cursor)) return
    const slot = 2 * cursor.ordinal
    counts[slot] = (counts[slot] ?? 0) + cursor.inTitle
    counts[slot + 1] = (counts[slot + 1] ?? 0) + cursor.inText
  }
}

/**
 * Moves to the first posting that is not before `target`, if the cursor is before it; false when there is none.
 *
 * @throws IndexFormatError when the bytes cannot be postings
 */
export function seekPosting(cursor: PostingCursor, target: number): boolean {
  if (cursor.nextSkipOrdinal < target) skipTo(cursor, target)
  if (cursor.ordinal < target) passPostings(cursor, target)
  return cursor.ordinal >= target
}

/**
 * As `nextPosting`, up to the target, but that most postings, of one or two bytes, are read here: without asking which
 * kind they are, since the lower bit of a kind says that a count follows, and the upper one that it is in the title.
 */
function passPostings(cursor: PostingCursor, target: number): void {
  const { bytes } = cursor
  while (cursor.ordinal < target && cursor.left > 0) {
    let { at, left, ordinal, inTitle, inText, pending } = cursor
    for (; ordinal < target && left > 0; left--) {
      const code = bytes[at] ?? 0
      const count = bytes[at + 1] ?? 0
      const isOften = code & OFTEN_IN_TEXT
      if ((code & 128) + (isOften & (code >> 1)) + (isOften & (count >> 7)) !== 0) break
      pending += inTitle + inText
      ordinal += (code >> 2) + 1
      inTitle = (code >> 1) & 1
      inText = 1 - inTitle + isOften * (count + 1)
      at += 1 + isOften
    }
    cursor.at = at
    cursor.left = left
    cursor.ordinal = ordinal
    cursor.inTitle = inTitle
    cursor.inText = inText
    cursor.pending = pending
    if (at > cursor.end || ordinal >= cursor.limit) throw damaged()
    if (ordinal < target) nextPosting(cursor)
  }
}

/** Jumps to the last entry of the skip table whose postings before it are all before the target. */
function skipTo(cursor: PostingCursor, target: number): void {
  let low = cursor.nextSkip
  let high = cursor.skips
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if (skipValue(cursor, middle, 0) < target) low = middle
    else high = middle
  }
  const isBehind = (low + 1) * POSTINGS_PER_SKIP <= cursor.count - cursor.left
  setNextSkip(cursor, low + 1)
  if (isBehind) return
  cursor.ordinal = skipValue(cursor, low, 0)
  cursor.at = cursor.start + skipValue(cursor, low, 1)
  cursor.placesAt = skipValue(cursor, low, 2)
  cursor.left = cursor.count - (low + 1) * POSTINGS_PER_SKIP
  cursor.pending = cursor.inTitle = cursor.inText = 0
}

function setNextSkip(cursor: PostingCursor, entry: number): void {
  cursor.nextSkip = entry
  cursor.nextSkipOrdinal = entry < cursor.skips ? skipValue(cursor, entry, 0) : Infinity
}

/**
 * A value of an entry of the skip table: 0 the ordinal before its postings, 1 where they begin in the list, 2 where
 * their positions begin.
 */
function skipValue(cursor: PostingCursor, entry: number, value: 0 | 1 | 2): number {
  return uint32At(cursor.bytes, cursor.end + entry * SKIP_BYTES + value * 4)
}

/** Which part of the list the posting read last belongs to: one ends before each entry of the skip table. */
export function partOf(cursor: PostingCursor): number {
  return Math.min(Math.floor((cursor.count - cursor.left - 1) / POSTINGS_PER_SKIP), cursor.skips)
}

/** Where the positions of a part end in those of the list, whose length is for the last one. */
export function partEnd(cursor: PostingCursor, part: number, length: number): number {
  return part < cursor.skips ? skipValue(cursor, part, 2) : length
}

/** Numbers that grow in place. */
export interface Numbers {
  values: Uint32Array
  length: number
}

/**
 * Appends the places of the posting read last, each less `offset`: positions in the title, then positions in the text
 * plus TEXT_PLACE, ascending; those less than `offset` into their field are left out.
 *
 * @param positions holds the positions of the posting and those before it from `placesAt` on
 * @param base where in these bytes the positions of the list would begin; may be less than 0
 */
export function appendPlaces(
  cursor: PostingCursor,
  positions: Uint8Array,
  base: number,
  offset: number,
  places: Numbers,
): void {
  const reading = { bytes: positions, at: beginPlaces(cursor, positions, base) }
  const count = cursor.inTitle + cursor.inText
  if (places.length + count > places.values.length) growNumbers(places, count)
  let next = 0
  for (let index = 0; index < count; index++) {
    if (index === cursor.inTitle) next = TEXT_PLACE
    const place = next + readVarint(reading)
    next = place + 1
    if (place >= offset && (place < TEXT_PLACE || place >= TEXT_PLACE + offset))
      places.values[places.length++] = place - offset
  }
  endPlaces(cursor, reading.at - base, count)
}

/** Keeps of ascending places those that, with `offset` more, are places of the posting read last. */
export function keepPlaces(
  cursor: PostingCursor,
  positions: Uint8Array,
  base: number,
  offset: number,
  places: Numbers,
): void {
  const { values, length } = places
  const { inTitle } = cursor
  const count = inTitle + cursor.inText
  let at = beginPlaces(cursor, positions, base)
  let [read, next, index, kept] = [0, 0, 0, 0]
  let wanted = length > 0 ? (values[0] ?? 0) + offset : -1
  while (read < count && index < length) {
    if (read === inTitle) next = TEXT_PLACE
    const gap = positions[at++] ?? 0
    next += gap + 1
    if (gap >= 128) {
      next -= 128
      let byte = gap
      for (let scale = 128; byte >= 128 && at < positions.length; scale *= 128) {
        byte = positions[at++] ?? 0
        next += (byte & 127) * scale
      }
    }
    read++
    // The word is at `next - 1`; of a frequent one most places are before the one that is wanted.
    if (next <= wanted) continue
    while (index < length && wanted < next) {
      if (wanted === next - 1) values[kept++] = wanted - offset
      if (++index < length) wanted = (values[index] ?? 0) + offset
    }
  }
  places.length = kept
  endPlaces(cursor, at - base, read)
}

/** Where the positions of the posting read last begin. */
function beginPlaces(cursor: PostingCursor, positions: Uint8Array, base: number): number {
  const at = base + cursor.placesAt
  const count = cursor.pending + cursor.inTitle + cursor.inText
  if (count > positions.length - at) throw damaged()
  return behindVarints(positions, at, cursor.pending)
}

/** Where so many varints end: each has one byte below 128. Four bytes at once, for whether one is cannot be guessed. */
function behindVarints(bytes: Uint8Array, start: number, count: number): number {
  let at = start
  let left = count
  for (; left >= 4; at += 4) {
    const inside = ((bytes[at] ?? 0) >> 7) + ((bytes[at + 1] ?? 0) >> 7)
    left -= 4 - inside - ((bytes[at + 2] ?? 0) >> 7) - ((bytes[at + 3] ?? 0) >> 7)
  }
  for (; left > 0; left--) while ((bytes[at++] ?? 0) >= 128);
  return at
}

function endPlaces(cursor: PostingCursor, placesAt: number, read: number): void {
  cursor.placesAt = placesAt
  // The next step adds the counts of this posting, of whose positions so many have been read.
  cursor.pending = -read
}

/** Makes room for so many more numbers. */
export function growNumbers(numbers: Numbers, more: number): void {
  const larger = new Uint32Array(Math.max(numbers.values.length * 2, numbers.length + more))
  larger.set(numbers.values.subarray(0, numbers.length))
  numbers.values = larger
}

function damaged(): IndexFormatError {
  return new IndexFormatError('A list of postings is damaged')
}
