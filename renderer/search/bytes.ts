/** Bytes being written: `bytes` grows, its first `length` are in use. */
export interface ByteWriter {
  bytes: Uint8Array
  length: number
}

/** A place in bytes being read. Past the end everything reads as 0. */
export interface Cursor {
  bytes: Uint8Array
  at: number
}

const SEVEN_BITS = 128

/** An empty writer. */
export function byteWriter(): ByteWriter {
  return { bytes: new Uint8Array(1024), length: 0 }
}

/** The bytes written so far, as a copy of exactly their length. */
export function written(writer: ByteWriter): Uint8Array {
  return writer.bytes.slice(0, writer.length)
}

/** Appends one byte. */
export function writeByte(writer: ByteWriter, value: number): void {
  reserve(writer, 1)
  writer.bytes[writer.length++] = value
}

/** Appends bytes. */
export function writeBytes(writer: ByteWriter, values: Uint8Array): void {
  reserve(writer, values.length)
  writer.bytes.set(values, writer.length)
  writer.length += values.length
}

/** Appends a whole number from 0 to 2^53 - 1 as a varint: seven bits a byte, the lowest first. */
export function writeVarint(writer: ByteWriter, value: number): void {
  reserve(writer, 8)
  let rest = value
  while (rest >= SEVEN_BITS) {
    writer.bytes[writer.length++] = (rest % SEVEN_BITS) + SEVEN_BITS
    rest = Math.floor(rest / SEVEN_BITS)
  }
  writer.bytes[writer.length++] = rest
}

/** Appends four bytes, the lowest first. */
export function writeUint32(writer: ByteWriter, value: number): void {
  reserve(writer, 4)
  const { bytes, length } = writer
  bytes[length] = value
  bytes[length + 1] = value >>> 8
  bytes[length + 2] = value >>> 16
  bytes[length + 3] = value >>> 24
  writer.length += 4
}

/** Four bytes, the lowest first, as a number. */
export function uint32At(bytes: Uint8Array, at: number): number {
  const low = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16)
  return (low | ((bytes[at + 3] ?? 0) << 24)) >>> 0
}

/** Reads a varint of at most eight bytes and moves the cursor behind it. */
export function readVarint(cursor: Cursor): number {
  const first = cursor.bytes[cursor.at++] ?? 0
  if (first < SEVEN_BITS) return first
  let value = first - SEVEN_BITS
  for (let scale = SEVEN_BITS; scale <= SEVEN_BITS ** 7; scale *= SEVEN_BITS) {
    const byte = cursor.bytes[cursor.at++] ?? 0
    if (byte < SEVEN_BITS) return value + byte * scale
    value += (byte - SEVEN_BITS) * scale
  }
  return value
}

/** Moves the cursor behind so many varints. */
export function skipVarints(cursor: Cursor, count: number): void {
  for (let left = count; left > 0 && cursor.at < cursor.bytes.length; left--)
    while ((cursor.bytes[cursor.at++] ?? 0) >= SEVEN_BITS);
}

/** Makes room for so many more bytes. */
export function reserve(writer: ByteWriter, more: number): void {
  const needed = writer.length + more
  if (needed <= writer.bytes.length) return
  const larger = new Uint8Array(Math.max(needed, writer.bytes.length * 2))
  larger.set(writer.bytes.subarray(0, writer.length))
  writer.bytes = larger
}
