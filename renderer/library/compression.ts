/** Bytes as they are stored. */
export interface Compressed {
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Absent: the bytes are as they are. */
  readonly compression?: CompressionFormat
}

/** Without a header and checksum of its own (RFC 1951): the database has checksums. */
const FORMAT = 'deflate-raw'

/** @returns the bytes compressed, or as they are where that is no smaller */
export async function compress(bytes: Uint8Array<ArrayBuffer>): Promise<Compressed> {
  const smaller = await through(new CompressionStream(FORMAT), bytes)
  return smaller.length < bytes.length ? { bytes: smaller, compression: FORMAT } : { bytes }
}

/** @throws TypeError when the bytes are damaged */
export async function decompress({ bytes, compression }: Compressed): Promise<Uint8Array<ArrayBuffer>> {
  return compression ? through(new DecompressionStream(compression), bytes) : bytes
}

async function through(
  { readable, writable }: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter()
  // What goes wrong is heard where it is read.
  writer.write(bytes).catch(() => undefined)
  writer.close().catch(() => undefined)
  return new Uint8Array(await new Response(readable).arrayBuffer())
}
