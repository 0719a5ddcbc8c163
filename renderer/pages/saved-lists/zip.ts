/** A file inside a ZIP archive. */
export interface ZippedFile {
  readonly name: string
  /**
   * Unpacks it.
   *
   * @param most bytes; what is larger is not unpacked further
   * @returns null when it is larger, damaged, or packed in another way than ZIP archives commonly are
   */
  read(most: number): Promise<Uint8Array | null>
}

const END = 0x06054b50
const ENTRY = 0x02014b50
/** The record at the end, and the longest comment that may stand behind it. */
const END_LENGTH = 22
const LONGEST_COMMENT = 0xffff
const ENTRY_LENGTH = 46
const LOCAL_LENGTH = 30
/** No export of a person's reading has more files. */
const MOST_FILES = 100_000

/** Whether a file is a ZIP archive, by its first bytes. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)

/**
 * The files of a ZIP archive, as its directory lists them (PKWARE's APPNOTE 6.3.10, sections 4.3.12 and 4.3.16;
 * neither ZIP64 nor encryption). Folders are left out.
 *
 * @returns none when there is no directory
 */
export function filesInZip(bytes: Uint8Array): readonly ZippedFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = endOfDirectory(view)
  if (end < 0) return []
  const count = Math.min(view.getUint16(end + 10, true), MOST_FILES)
  const files: ZippedFile[] = []
  let at = view.getUint32(end + 16, true)
  while (files.length < count && at + ENTRY_LENGTH <= view.byteLength) {
    if (view.getUint32(at, true) !== ENTRY) break
    const nameEnd = at + ENTRY_LENGTH + view.getUint16(at + 28, true)
    const name = new TextDecoder().decode(bytes.subarray(at + ENTRY_LENGTH, nameEnd))
    const place = {
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      start: view.getUint32(at + 42, true),
    }
    files.push({ name, read: most => unpack(bytes, view, place, most) })
    at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return files.filter(file => !file.name.endsWith('/'))
}

/** Where the record at the end begins; -1 when there is none. */
function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT)
  for (let at = view.byteLength - END_LENGTH; at >= first; at--)
    if (view.getUint32(at, true) === END) return at
  return -1
}

/** Where a file lies, and how it is packed. */
interface Place {
  readonly method: number
  readonly packed: number
  readonly start: number
}

async function unpack(
  bytes: Uint8Array,
  view: DataView,
  { method, packed, start }: Place,
  most: number,
): Promise<Uint8Array | null> {
  if (start + LOCAL_LENGTH > view.byteLength) return null
  // The name and what follows it may be longer here than in the directory.
  const from = start + LOCAL_LENGTH + view.getUint16(start + 26, true) + view.getUint16(start + 28, true)
  const data = bytes.slice(from, from + packed)
  if (data.length < packed) return null
  if (method === 0) return packed > most ? null : data
  return method === 8 ? inflate(data, most) : null
}

async function inflate(data: Uint8Array<ArrayBuffer>, most: number): Promise<Uint8Array | null> {
  const reader = new Blob([data]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      pieces.push(step.value)
      length += step.value.length
      if (length > most) {
        await reader.cancel()
        return null
      }
    }
  } catch {
    return null
  }
  const whole = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    whole.set(piece, at)
    at += piece.length
  }
  return whole
}
