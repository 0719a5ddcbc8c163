/** Distances of terms to one word. Terms that follow one another in a dictionary share most of the work. */
export interface Distance {
  readonly most: number
  /** Whether a term that begins with so many bytes of these may be near enough. */
  mayBegin(bytes: Uint8Array, length: number): boolean
  /** The distance of a term; greater than `most` when it is not near enough. */
  of(bytes: Uint8Array, length: number): number
  hasSameFirst(term: string): boolean
}

/**
 * Measures how many letters are missing, too many, wrong or swapped with their neighbour ("optimal string alignment"),
 * up to `most`.
 *
 * One row of the table a letter of the term, of which only the band around the diagonal is computed; rows of a
 * beginning that the last term had too are kept.
 */
export function createDistance(word: string, most: number): Distance {
  const width = word.length + 1
  const deepest = word.length + most + 1
  const rows = new Uint8Array((deepest + 1) * width)
  for (let column = 0; column < width; column++) rows[column] = Math.min(column, most + 1)
  const units = new Uint16Array(deepest + 1)
  /** So many letters have rows; at most so many of them are near enough. */
  let depth = 0
  let isDead = false
  /** The letters of the term that is asked about. */
  const letters = new Uint16Array(deepest + 1)

  function follow(bytes: Uint8Array, length: number): void {
    const count = decodeUnits(bytes, length, letters)
    let shared = 0
    while (shared < depth && shared < count && letters[shared] === units[shared]) shared++
    if (isDead && shared === depth) return
    depth = shared
    isDead = false
    while (depth < count && !isDead) addRow(letters[depth] ?? 0)
  }

  function addRow(unit: number): void {
    units[depth++] = unit
    const above = (depth - 1) * width
    const row = depth * width
    rows.fill(most + 1, row, row + width)
    let least = most + 1
    for (let column = Math.max(0, depth - most); column < Math.min(width, depth + most + 1); column++) {
      const value = cellOf(unit, row, above, column)
      rows[row + column] = value
      least = Math.min(least, value)
    }
    isDead = least > most
  }

  function cellOf(unit: number, row: number, above: number, column: number): number {
    if (column === 0) return Math.min(depth, most + 1)
    const isSame = word.charCodeAt(column - 1) === unit
    let value = (rows[above + column - 1] ?? 0) + (isSame ? 0 : 1)
    value = Math.min(value, (rows[above + column] ?? 0) + 1, (rows[row + column - 1] ?? 0) + 1)
    const isSwapped =
      depth > 1 &&
      column > 1 &&
      word.charCodeAt(column - 2) === unit &&
      word.charCodeAt(column - 1) === units[depth - 2]
    if (isSwapped) value = Math.min(value, (rows[above - width + column - 2] ?? 0) + 1)
    return Math.min(value, most + 1)
  }

  return {
    most,
    mayBegin(bytes, length) {
      follow(bytes, length)
      return !isDead
    },
    of(bytes, length) {
      follow(bytes, length)
      return isDead ? most + 1 : (rows[depth * width + width - 1] ?? 0)
    },
    hasSameFirst: term => term.charCodeAt(0) === word.charCodeAt(0),
  }
}

/** Decodes the whole letters of a term's bytes, as many as there is room for. */
function decodeUnits(bytes: Uint8Array, length: number, units: Uint16Array): number {
  let count = 0
  for (let at = 0; at < length && count < units.length; count++) {
    const byte = bytes[at] ?? 0
    const size = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : 3
    if (at + size > length) break
    if (size === 1) units[count] = byte
    else {
      const head = size === 2 ? byte & 0x1f : ((byte & 0xf) << 6) | ((bytes[at + 1] ?? 0) & 0x3f)
      units[count] = (head << 6) | ((bytes[at + size - 1] ?? 0) & 0x3f)
    }
    at += size
  }
  return count
}
