import { expect } from '@playwright/test'
import { content, delayed, redirect, silent, startServer, status, tagged } from '../support/http-server'
import { test } from '../support/network-harness'
import { startTlsServer } from '../support/network-tls'

test.describe.configure({ mode: 'default' })

test('a hundred requests to a host need no more connections than its places', async ({ server, open }) => {
  server.route('/feed', tagged('a', 'text/xml', '"1"'))
  server.route('/gone', status(404))
  server.route('/moved', redirect('/feed'))
  const client = await open()
  const paths = ['/feed', '/gone', '/moved', '/feed?again']
  const validators = { etag: '"1"', lastModified: null }
  const asked = Array.from({ length: 100 }, (_, at) =>
    client.fetch({ url: `${server.url}${paths[at % 4] ?? ''}`, ...(at % 2 ? { validators } : {}) }),
  )
  await Promise.all(asked)
  expect(server.requests).toHaveLength(125)
  expect(new Set(server.requests.map(request => request.port)).size).toBeLessThanOrEqual(4)
})

test('a certificate that nobody vouches for is refused', async ({ open }) => {
  const tls = await startTlsServer('http/1.1')
  expect(await (await open()).fetch(`${tls.url}/feed`)).toMatchObject({ outcome: 'failed', problem: 'tls' })
  expect(tls.requests).toHaveLength(0)
  await tls.close()
})

test('HTTP/2 is spoken where the server can, and one connection carries everything', async ({ open }) => {
  const tls = await startTlsServer('h2')
  const client = await open({ trustsAll: true, limits: { concurrencyPerHost: 6 } })
  const get = async (path: string): Promise<string> => {
    const result = await client.fetch(tls.url + path)
    return result.outcome === 'fetched' ? result.body : JSON.stringify(result)
  }
  // Before the first answer nobody knows what the server speaks, and every request makes a connection.
  expect(await get('/first')).toBe('/first')
  const paths = Array.from({ length: 12 }, (_, at) => `/${at}`)
  expect(await Promise.all(paths.map(get))).toEqual(paths)
  expect(new Set(tls.requests.map(request => request.version))).toEqual(new Set(['2.0']))
  expect(tls.connections()).toBe(1)
  expect(tls.requests[0]?.accepts).toContain('br')
  await tls.close()
})

test('HTTP/1.1 is spoken where the server cannot', async ({ open }) => {
  const tls = await startTlsServer('http/1.1')
  const result = await (await open({ trustsAll: true })).fetch(`${tls.url}/feed`)
  expect(result).toMatchObject({ outcome: 'fetched', body: '/feed' })
  expect(tls.requests[0]?.version).toBe('1.1')
  await tls.close()
})

test('a client can be sent through a proxy, and back', async ({ server, open }) => {
  const proxy = await startServer()
  // A forward proxy gets the whole address in the request line.
  proxy.route('/feed', content('through the proxy'))
  server.route('/feed', content('directly'))
  const client = await open({ names: { 'news.example': ['203.0.113.7'] } })
  const rules = `127.0.0.1:${proxy.port}`
  expect(await client.useProxy({ kind: 'fixed', rules, bypass: '' })).toBe(true)
  expect(await client.fetch('http://news.example/feed')).toMatchObject({ body: 'through the proxy' })
  expect(proxy.requests[0]?.url).toBe('http://news.example/feed')
  expect(await client.useProxy({ kind: 'fixed', rules, bypass: '*.example' })).toBe(true)
  expect(await client.fetch('http://nowhere.example.invalid/feed')).toMatchObject({
    body: 'through the proxy',
  })
  expect(await client.useProxy({ kind: 'none' })).toBe(true)
  expect(await client.fetch('http://news.invalid/feed')).toMatchObject({ outcome: 'failed' })
  expect(await client.fetch(`${server.url}/feed`)).toMatchObject({ body: 'directly' })
  expect(await client.useProxy({ kind: 'system' })).toBe(true)
  expect(proxy.requests).toHaveLength(2)
  await proxy.close()
})

test('a proxy that makes no sense changes nothing', async ({ server, open }) => {
  server.route('/feed', content('a'))
  const client = await open()
  expect(await client.useProxy({ kind: 'fixed', rules: 'no proxy', bypass: '' })).toBe(false)
  expect(await client.fetch(`${server.url}/feed`)).toMatchObject({ body: 'a' })
})

test('a proxy that refuses is no answer', async ({ open }) => {
  const closed = await startServer()
  await closed.close()
  const client = await open()
  await client.useProxy({ kind: 'fixed', rules: `127.0.0.1:${closed.port}`, bypass: '' })
  expect(await client.fetch('http://news.example/')).toMatchObject({ outcome: 'failed', problem: 'network' })
})

test('what is under way goes on when the proxy changes, and its connection is closed afterwards', async ({
  server,
  open,
}) => {
  server.route('/slow', delayed(400, content('whole')))
  server.route('/feed', content('a'))
  const client = await open()
  const slow = client.fetch(`${server.url}/slow`)
  await expect.poll(() => server.requests.length).toBe(1)
  await client.useProxy({ kind: 'none' })
  expect(await slow).toMatchObject({ body: 'whole' })
  await client.fetch(`${server.url}/feed`)
  expect(new Set(server.requests.map(request => request.port)).size).toBe(2)
})

test('behind a fixed proxy the guard still holds', async ({ server, open }) => {
  server.route('/a', redirect('http://inside.example/router'))
  const client = await open({ names: { '127.0.0.1': ['127.0.0.1'], 'inside.example': ['10.1.1.1'] } })
  await client.useProxy({ kind: 'fixed', rules: `127.0.0.1:${server.port}`, bypass: '' })
  expect(await client.fetch('http://203.0.113.7/a')).toMatchObject({ problem: 'private-network' })
  expect(server.requests.map(request => request.url)).toEqual(['http://203.0.113.7/a'])
})

for (const code of [429, 503])
  for (const [form, retryAfter] of [
    ['seconds', () => '90'],
    ['a date', () => new Date(Date.now() + 90_000).toUTCString()],
  ] as const)
    test(`status ${code} with ${form} pauses the host for as long`, async ({ server, open }) => {
      server.route('/feed', (request, response) =>
        status(code, { 'Retry-After': retryAfter() })(request, response),
      )
      const client = await open()
      const { retryAfterMs } = await client.fetch(`${server.url}/feed`)
      expect(retryAfterMs).toBeGreaterThan(85_000)
      expect(retryAfterMs).toBeLessThan(105_000)
      expect(await client.fetch(`${server.url}/other`)).toMatchObject({
        problem: 'rate-limited',
        status: null,
      })
      expect(server.requests).toHaveLength(1)
    })

test('a fetch given up at any moment ends at once, and the next one works', async ({ server, open }) => {
  server.route('/feed', redirect('/step'))
  server.route('/step', delayed(15, redirect('/slow')))
  server.route('/slow', delayed(15, content('x'.repeat(300_000))))
  server.route('/silent', silent)
  const client = await open({ limits: { concurrencyPerHost: 2 } })
  const afterMs = Array.from({ length: 30 }, (_, at) => at * 3)
  const results = await Promise.all(afterMs.map(after => client.fetch(`${server.url}/feed?${after}`, after)))
  for (const result of results)
    if (result.outcome === 'failed') expect(result.problem).toBe('cancelled')
    else expect(result).toMatchObject({ outcome: 'fetched', bufferSize: 300_000 })
  expect(results.some(result => result.outcome === 'failed')).toBe(true)
  expect(await client.fetch(`${server.url}/silent`, 50)).toMatchObject({ problem: 'cancelled' })
  expect(await client.fetch(`${server.url}/feed`)).toMatchObject({ outcome: 'fetched' })
})

test('an unchanged answer at the end of permanent redirects tells the new address, too', async ({
  server,
  open,
}) => {
  server.route('/a', redirect('/b', 308))
  server.route('/b', redirect('/c', 301))
  server.route('/c', tagged('a', 'text/xml', '"1"'))
  const validators = { etag: '"1"', lastModified: null }
  const result = await (await open()).fetch({ url: `${server.url}/a`, validators })
  expect(result).toMatchObject({ outcome: 'unchanged', movedTo: `${server.url}/c` })
})

for (const [code, what] of [
  [302, 'found'],
  [303, 'see other'],
  [307, 'temporary'],
] as const)
  test(`status ${code} (${what}) behind or before a permanent redirect keeps the address`, async ({
    server,
    open,
  }) => {
    server.route('/a', redirect('/b', 301))
    server.route('/b', redirect('/c', code))
    server.route('/c', content('a'))
    server.route('/d', redirect('/e', code))
    server.route('/e', redirect('/c', 301))
    const client = await open()
    for (const path of ['/a', '/d'])
      expect(await client.fetch(server.url + path)).toMatchObject({ outcome: 'fetched', movedTo: null })
  })
