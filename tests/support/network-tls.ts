import { createSign, generateKeyPairSync, type KeyObject } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { createSecureServer as createHttp2Server } from 'node:http2'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import type { TLSSocket } from 'node:tls'

/** A server that speaks TLS, with a certificate that nobody vouches for. */
export interface TlsServer {
  /** `https://127.0.0.1:port` */
  readonly url: string
  /** The HTTP version and path of every request, oldest first. */
  readonly requests: readonly { readonly version: string; readonly url: string; readonly accepts: string }[]
  /** How many connections were made. */
  readonly connections: () => number
  readonly close: () => Promise<void>
}

/**
 * Starts a server that answers every path with itself.
 *
 * @param speaks `h2` for HTTP/2 where the client can, else HTTP/1.1 only
 */
export async function startTlsServer(speaks: 'h2' | 'http/1.1'): Promise<TlsServer> {
  const requests: { version: string; url: string; accepts: string }[] = []
  let connections = 0
  const sockets = new Set<TLSSocket>()
  const answer = (request: Request, response: Response): void => {
    const { httpVersion: version, url = '', headers } = request
    requests.push({ version, url, accepts: String(headers['accept-encoding']) })
    response.writeHead(200, { 'content-type': 'text/plain' })
    // Later, so that requests made together are under way together.
    setTimeout(() => response.end(url), 50)
  }
  const server =
    speaks === 'h2'
      ? createHttp2Server({ ...selfSigned(), allowHTTP1: true }, answer)
      : createHttpsServer(selfSigned(), answer)
  server.on('secureConnection', (socket: TLSSocket) => {
    connections += 1
    sockets.add(socket)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `https://127.0.0.1:${port}`,
    requests,
    connections: () => connections,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of sockets) socket.destroy()
      }),
  }
}

/** What requests and answers of both versions have in common. */
type Request = Pick<IncomingMessage, 'httpVersion' | 'url' | 'headers'>
interface Response {
  writeHead: (status: number, headers: Record<string, string>) => unknown
  end: (body: string) => unknown
}

/** A new key and a certificate for 127.0.0.1 that it signed itself (X.509 v3, RFC 5280), as PEM. */
function selfSigned(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const ecdsaWithSha256 = der(0x30, oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02))
  const toBeSigned = der(0x30, certificateFields(publicKey, ecdsaWithSha256))
  const signature = createSign('sha256').update(toBeSigned).sign(privateKey)
  const bits = der(0x03, Buffer.concat([Buffer.of(0), signature]))
  const certificate = der(0x30, Buffer.concat([toBeSigned, ecdsaWithSha256, bits]))
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? []
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n'),
  }
}

function certificateFields(publicKey: KeyObject, algorithm: Buffer): Buffer {
  const commonName = der(0x30, Buffer.concat([oid(0x55, 0x04, 0x03), der(0x0c, Buffer.from('127.0.0.1'))]))
  const name = der(0x30, der(0x31, commonName))
  const time = (days: number): Buffer => {
    const digits = new Date(Date.now() + days * 86_400_000).toISOString().replace(/\D/g, '').slice(2, 14)
    return der(0x17, Buffer.from(`${digits}Z`))
  }
  const addresses = der(0x30, der(0x87, Buffer.of(127, 0, 0, 1)))
  const alternativeName = der(0x30, Buffer.concat([oid(0x55, 0x1d, 0x11), der(0x04, addresses)]))
  return Buffer.concat([
    der(0xa0, der(0x02, Buffer.of(2))), // version 3
    der(0x02, Buffer.of(1)), // serial number
    algorithm,
    name, // issuer
    der(0x30, Buffer.concat([time(-1), time(30)])),
    name, // subject
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, der(0x30, alternativeName)),
  ])
}

/** One value in DER: tag, length, content (X.690). */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content
  const size = length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 255]
  return Buffer.concat([Buffer.of(tag, ...size), content])
}

const oid = (...bytes: number[]): Buffer => der(0x06, Buffer.from(bytes))
