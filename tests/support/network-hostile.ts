import { createServer, type AddressInfo, type Socket } from 'node:net'
import { constants, deflateRawSync } from 'node:zlib'
import type { Handler } from './http-server'

/** A server below HTTP: says what it is told to, however wrong. */
export interface RawServer {
  readonly url: string
  readonly close: () => Promise<void>
}

/** @param answer is called when a request's head arrived */
export async function startRawServer(answer: (socket: Socket) => void): Promise<RawServer> {
  const sockets = new Set<Socket>()
  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('data', piece => {
      if (piece.includes('\r\n\r\n')) answer(socket)
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** Writes the same bytes again and again, as fast as they are taken, at most `count` times. */
function pour(socket: NodeJS.WritableStream, bytes: Uint8Array, count: number): void {
  let left = count
  const more = (): void => {
    while (left > 0) {
      left -= 1
      if (!socket.write(bytes)) return void socket.once('drain', more)
    }
    socket.end()
  }
  more()
}

/** An answer that has header fields for ever. */
export const endlessHeaders = (socket: Socket): void => {
  socket.write('HTTP/1.1 200 OK\r\n')
  pour(socket, Buffer.from(`X-Filler: ${'x'.repeat(1_000)}\r\n`.repeat(16)), 1_000_000)
}

/** A megabyte of zeros as deflate blocks that end on a byte and need nothing before them: they can be repeated. */
const ZEROS = deflateRawSync(new Uint8Array(1024 * 1024), { finishFlush: constants.Z_FULL_FLUSH })

/** A gzip body of about a kilobyte for each of so many megabytes: ten of the former give ten thousand of the latter. */
export const gzipBomb =
  (megabytes: number): Handler =>
  (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'application/xml', 'Content-Encoding': 'gzip' })
    response.write(Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]))
    pour(response, ZEROS, megabytes)
  }

/** A body as one Zstandard frame of uncompressed blocks (RFC 8878), for a Node that has no encoder. */
export function zstdFrame(body: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Buffer.of(0x28, 0xb5, 0x2f, 0xfd, 0x00, 0x38)]
  const most = 64 * 1024
  for (let at = 0; at === 0 || at < body.length; at += most) {
    const block = body.subarray(at, at + most)
    const isLast = at + most >= body.length
    parts.push(
      Buffer.from(Uint32Array.of((block.length << 3) | (isLast ? 1 : 0)).buffer).subarray(0, 3),
      block,
    )
  }
  return Buffer.concat(parts)
}
