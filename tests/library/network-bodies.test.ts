import { expect } from '@playwright/test'
import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { content } from '../support/http-server'
import { test } from '../support/network-harness'
import { endlessHeaders, gzipBomb, startRawServer, zstdFrame } from '../support/network-hostile'

test.describe.configure({ mode: 'default' })

const NEWS = 'All the news that fits. ß 新聞 '.repeat(5_000)
const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n'

for (const [coding, what, bytes] of [
  ['gzip', 'gzip', gzipSync(NEWS)],
  ['deflate', 'deflate in its zlib form', deflateSync(NEWS)],
  ['deflate', 'deflate without a header', deflateRawSync(NEWS)],
  ['br', 'Brotli', brotliCompressSync(NEWS)],
  ['zstd', 'Zstandard', zstdFrame(Buffer.from(NEWS))],
] as const)
  test(`a body that came as ${what} arrives as it was`, async ({ server, open }) => {
    server.route('/feed', content(bytes, 'text/plain', { 'Content-Encoding': coding }))
    const result = await (await open()).fetch(`${server.url}/feed`)
    // Chromium says what it can read; what it did not ask for need not be understood.
    test.skip(!server.requests[0]?.headers['accept-encoding']?.includes(coding), `no ${coding} here`)
    expect(result).toMatchObject({ outcome: 'fetched', body: NEWS })
  })

test('a body that is not what its coding says is no body', async ({ server, open }) => {
  server.route('/feed', content('<rss>', 'text/plain', { 'Content-Encoding': 'gzip' }))
  const result = await (await open()).fetch(`${server.url}/feed`)
  expect(result).toMatchObject({ outcome: 'failed', problem: 'network', status: 200 })
})

test('ten megabytes that unpack to ten gigabytes end at the limit, in little memory', async ({
  server,
  open,
  electron,
}) => {
  server.route('/bomb', gzipBomb(10 * 1024))
  const client = await open({ limits: { feedBytes: 4_000_000 } })
  const memory = (): Promise<number> => electron.evaluate(() => globalThis.networkTest.memory())
  const before = await memory()
  let most = before
  let isOver = false
  const watching = (async () => {
    while (!isOver) most = Math.max(most, await memory())
  })()
  for (let time = 0; time < 3; time += 1)
    expect(await client.fetch(`${server.url}/bomb`)).toMatchObject({ problem: 'too-large', status: 200 })
  isOver = true
  await watching
  expect(most - before).toBeLessThan(150_000)
})

test('header fields without end are given up', async ({ open }) => {
  const raw = await startRawServer(endlessHeaders)
  const result = await (await open()).fetch(raw.url)
  expect(result).toMatchObject({ outcome: 'failed', problem: 'too-large' })
  await raw.close()
})

for (const [what, answer, expected] of [
  [
    'says less than it sends is cut there',
    `${HEAD}Content-Length: 4\r\n\r\nnews and more`,
    { outcome: 'fetched', body: 'news' },
  ],
  [
    'says two lengths is no answer',
    `${HEAD}Content-Length: 4\r\nContent-Length: 9\r\n\r\nnews`,
    { outcome: 'failed', problem: 'network' },
  ],
  [
    'says a negative length',
    `${HEAD}Content-Length: -4\r\nConnection: close\r\n\r\nnews`,
    { outcome: 'fetched', body: 'news' },
  ],
  [
    'says an endless length',
    `${HEAD}Content-Length: 99999999999999999999\r\nConnection: close\r\n\r\nnews`,
    { outcome: 'failed' },
  ],
  [
    'breaks off inside a piece of a chunked body',
    `${HEAD}Transfer-Encoding: chunked\r\n\r\n4\r\nnews\r\nff\r\nand`,
    { outcome: 'failed', problem: 'network' },
  ],
  ['is no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', { outcome: 'failed' }],
  ['is nothing', '', { outcome: 'failed', problem: 'network' }],
] as const)
  test(`an answer that ${what}`, async ({ open }) => {
    const raw = await startRawServer(socket => socket.end(answer))
    expect(await (await open()).fetch(raw.url)).toMatchObject(expected)
    await raw.close()
  })
