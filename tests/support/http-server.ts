import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'

/** Answers one request. What it throws ends the connection. */
export type Handler = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

/** A request as it arrived. */
export interface SeenRequest {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers: IncomingHttpHeaders
  /** The client's port: the same one means that a connection was kept. */
  readonly port: number
}

/** A real HTTP server on loopback. */
export interface TestServer {
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly url: string
  readonly port: number
  /** Everything that arrived, oldest first. */
  readonly requests: readonly SeenRequest[]
  /** Answers a path (without its query) from now on; a later handler replaces an earlier one. Else 404. */
  readonly route: (path: string, handler: Handler) => void
  /** Ends the server and every connection, also those that wait for an answer. */
  readonly close: () => Promise<void>
}

/**
 * Starts a server on a free port.
 *
 * @param host the loopback address to listen on; on Linux all of 127.0.0.0/8 works
 */
export async function startServer(host = '127.0.0.1'): Promise<TestServer> {
  const routes = new Map<string, Handler>()
  const requests: SeenRequest[] = []
  const server = createServer((request, response) => {
    const { method = '', url = '', headers, socket } = request
    requests.push({ method, url, headers, port: socket.remotePort ?? 0 })
    const handler = routes.get(new URL(url, 'http://host').pathname) ?? status(404)
    void Promise.resolve(handler(request, response)).catch(() => response.destroy())
  })
  await new Promise<void>(resolve => server.listen(0, host, resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host}:${port}`,
    port,
    requests,
    route: (path, handler) => void routes.set(path, handler),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Answers with a body and its type. */
export const content =
  (
    body: string | Uint8Array,
    type = 'text/plain; charset=utf-8',
    headers: Record<string, string> = {},
  ): Handler =>
  (_request, response) =>
    void response.writeHead(200, { 'Content-Type': type, ...headers }).end(body)

/** Answers with a status and headers, and a short body where one is allowed. */
export const status =
  (code: number, headers: Record<string, string> = {}): Handler =>
  (_request, response) =>
    void response.writeHead(code, headers).end(code === 304 || code === 204 ? undefined : `status ${code}`)

export const redirect = (location: string, code = 302): Handler => status(code, { Location: location })

/** A body with an entity tag: 304 without a body for those who have it. */
export const tagged =
  (body: string, type: string, etag: string): Handler =>
  (request, response) => {
    if (request.headers['if-none-match'] === etag) response.writeHead(304, { ETag: etag }).end()
    else response.writeHead(200, { 'Content-Type': type, ETag: etag }).end(body)
  }

/** Answers as `handler` does, but later. */
export const delayed =
  (milliseconds: number, handler: Handler): Handler =>
  async (request, response) => {
    await new Promise(resolve => setTimeout(resolve, milliseconds))
    await handler(request, response)
  }

/** Takes the request and says nothing, ever. */
export const silent: Handler = () => {}

/** Begins a body and then says nothing, ever. */
export const stalled =
  (beginning: string): Handler =>
  (_request, response) =>
    void response.writeHead(200, { 'Content-Type': 'text/plain' }).write(beginning)

/** More than Chromium wants to see of a body before it shows the head of an answer. */
export const PIECE = 'news '.repeat(400)

/** Sends one piece after another, for ever or `count` of them. */
export const dripping =
  (everyMs: number, count = Infinity): Handler =>
  (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain' })
    let sent = 0
    const timer = setInterval(() => {
      if ((sent += 1) > count) response.end()
      else response.write(PIECE)
    }, everyMs)
    response.on('close', () => clearInterval(timer))
  }

/** Promises a longer body than it sends, and hangs up. */
export const cutOff =
  (beginning: string): Handler =>
  (_request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/plain', 'Content-Length': `${beginning.length + 1_000}` })
    response.write(beginning, () => response.destroy())
  }

/** A body that is compressed on the way. */
export const compressed = (coding: 'gzip' | 'br', body: string | Uint8Array): Handler =>
  content(coding === 'gzip' ? gzipSync(body) : brotliCompressSync(body), 'text/plain', {
    'Content-Encoding': coding,
  })

/** Zeros that take a thousandth of their size on the way. */
export const bomb = (bytes: number): Handler => compressed('gzip', new Uint8Array(bytes))
