import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { gunzipSync, gzipSync } from 'node:zlib'
import { formatOf, makeFeed, publishedAt, type WorldOptions } from './world'
import { makePage } from './page'
import { makePicture } from './picture'
import { NO_REQUESTS, type FromServer, type RequestCounts, type ToServer } from './server-messages'

// The server of invented feeds, a process of its own so that its CPU time is nobody else's. Its parent speaks with it
// over Node's channel: server-messages.ts says how.

const TYPES = {
  rss: 'application/rss+xml; charset=utf-8',
  atom: 'application/atom+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
}
const PAGE = /^\/articles\/(\d{1,6})\/(\d{1,6})\.html$/
const PICTURE = /^\/pictures\/([\d-]{1,30})\.png$/
const PATH = /^\/feeds\/(\d{1,6})\.(?:rss|atom|json)$/

let world: WorldOptions = { feeds: 0, entries: 0, hosts: 1, port: 0, teasers: false }
let generation = 1
/** Compressed bodies of the present generation: writing texts is no part of what is measured. */
let bodies: readonly Buffer[] = []
let counts: RequestCounts = NO_REQUESTS
let asked = new Set<number>()

function begin(next: number): void {
  generation = next
  bodies = Array.from({ length: world.feeds }, (_, feed) =>
    gzipSync(makeFeed(world, feed, generation), { level: 6 }),
  )
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const feed = Number(PATH.exec(request.url ?? '')?.[1] ?? -1)
  const body = bodies[feed]
  if (!body && world.teasers && answerWhole(request.url ?? '', response)) return
  if (!body) {
    counts = { ...counts, other: counts.other + 1 }
    return void response.writeHead(404).end()
  }
  asked.add(feed)
  const etag = `"${feed}-${generation}"`
  const modified = publishedAt(generation)
  const validators = { ETag: etag, 'Last-Modified': modified.toUTCString(), Vary: 'Accept-Encoding' }
  if (isCurrent(request, etag, modified)) {
    counts = { ...counts, unchanged: counts.unchanged + 1 }
    return void response.writeHead(304, validators).end()
  }
  const accepted = String(request.headers['accept-encoding'] ?? '').includes('gzip')
  const bytes = accepted ? body : gunzipSync(body)
  counts = { ...counts, full: counts.full + 1, bytes: counts.bytes + bytes.length }
  response.writeHead(200, {
    ...validators,
    'Content-Type': TYPES[formatOf(feed)],
    'Content-Length': bytes.length,
    ...(accepted ? { 'Content-Encoding': 'gzip' } : {}),
  })
  response.end(bytes)
}

/** Answers with the page or the picture behind an address. @returns false when there is none */
function answerWhole(path: string, response: ServerResponse): boolean {
  const [, feed, number] = PAGE.exec(path) ?? []
  const picture = PICTURE.exec(path)?.[1]
  if (number === undefined && picture === undefined) return false
  const bytes =
    picture === undefined ? Buffer.from(makePage(world, Number(feed), Number(number))) : makePicture(picture)
  const type = picture === undefined ? 'text/html; charset=utf-8' : 'image/png'
  counts = { ...counts, full: counts.full + 1, bytes: counts.bytes + bytes.length }
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length }).end(bytes)
  return true
}

/** RFC 9110, section 13.2.2: the entity tag rules where there is one. */
function isCurrent({ headers }: IncomingMessage, etag: string, modified: Date): boolean {
  const tags = headers['if-none-match']
  if (tags !== undefined) return tags.includes(etag)
  return Date.parse(headers['if-modified-since'] ?? '') >= modified.getTime()
}

async function listen(host: number): Promise<void> {
  const server = createServer({ keepAliveTimeout: 30_000 }, answer)
  server.on('connection', () => {
    counts = { ...counts, connections: counts.connections + 1 }
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(world.port, `127.0.0.${host}`, 1_024, resolve)
  })
  world = { ...world, port: (server.address() as AddressInfo).port }
}

async function obey(message: ToServer): Promise<FromServer> {
  switch (message.kind) {
    case 'start':
      world = { ...message.world, port: 0 }
      // One port on every host, the one that the first host got.
      for (let host = 1; host <= world.hosts; host++) await listen(host)
      begin(1)
      return { kind: 'started', port: world.port }
    case 'generation':
      begin(message.generation)
      return { kind: 'done' }
    case 'counts': {
      const told: FromServer = { kind: 'counted', counts: { ...counts, feeds: asked.size } }
      if (message.reset) {
        counts = NO_REQUESTS
        asked = new Set()
      }
      return told
    }
  }
}

process.on('message', (message: ToServer) => void obey(message).then(told => process.send?.(told)))
process.on('disconnect', () => process.exit())
