import { expect } from '@playwright/test'
import type { FetchRequest } from '../../main/network'
import {
  PIECE,
  bomb,
  compressed,
  content,
  cutOff,
  delayed,
  dripping,
  redirect,
  silent,
  stalled,
  startServer,
  status,
  tagged,
} from '../support/http-server'
import { test } from '../support/network-harness'

test.describe.configure({ mode: 'default' })

test.describe('what is asked', () => {
  test('a request says honestly who asks and nothing about the person', async ({ server, open }) => {
    server.route('/feed', content('a', 'text/xml', { 'Set-Cookie': 'visitor=1; Max-Age=1000' }))
    const client = await open()
    await client.fetch(`${server.url}/feed`)
    await client.fetch(`${server.url}/feed`)
    expect(server.requests).toHaveLength(2)
    const headers = server.requests[1]?.headers ?? {}
    expect(headers['user-agent']).toBe('Broadsheet/test')
    expect(headers.accept).toContain('application/rss+xml')
    expect(headers['accept-encoding']).toContain('gzip')
    for (const name of ['cookie', 'referer', 'authorization', 'cache-control', 'pragma', 'origin'])
      expect(headers).not.toHaveProperty(name)
  })

  test('a page is asked for as HTML', async ({ server, open }) => {
    server.route('/page', content('<p>a'))
    await (await open()).fetch({ url: `${server.url}/page`, kind: 'page' })
    expect(server.requests[0]?.headers.accept).toMatch(/^text\/html/)
  })

  test('credentials and the fragment stay here', async ({ server, open }) => {
    server.route('/feed', content('a'))
    const result = await (await open()).fetch(`http://me:secret@127.0.0.1:${server.port}/feed#latest`)
    expect(result).toMatchObject({
      outcome: 'fetched',
      url: `${server.url}/feed`,
      finalUrl: `${server.url}/feed`,
    })
    expect(server.requests[0]?.url).toBe('/feed')
    expect(server.requests[0]?.headers).not.toHaveProperty('authorization')
  })

  test('connections are kept for the next request', async ({ server, open }) => {
    server.route('/feed', tagged('a', 'text/xml', '"1"'))
    const client = await open()
    await client.fetch(`${server.url}/feed`)
    await client.fetch({ url: `${server.url}/feed`, validators: { etag: '"1"', lastModified: null } })
    await client.fetch(`${server.url}/feed`)
    expect(new Set(server.requests.map(request => request.port)).size).toBe(1)
    expect(server.requests).toHaveLength(3)
  })
})

test.describe('what comes back', () => {
  test('a body arrives whole, with everything the next fetch needs', async ({ server, open }) => {
    const headers = {
      ETag: 'W/"e"',
      'Last-Modified': 'Tue, 12 Nov 2024 09:00:00 GMT',
      'Cache-Control': 'public, max-age=600',
      Age: '100',
      'Retry-After': '5',
    }
    server.route(
      '/feed',
      content('Zeitungsmüll'.repeat(20_000), 'application/rss+xml; charset=utf-8', headers),
    )
    const result = await (await open()).fetch(`${server.url}/feed`)
    expect(result).toEqual({
      outcome: 'fetched',
      url: `${server.url}/feed`,
      finalUrl: `${server.url}/feed`,
      status: 200,
      contentType: 'application/rss+xml; charset=utf-8',
      body: 'Zeitungsmüll'.repeat(20_000),
      bufferSize: 260_000,
      validators: { etag: 'W/"e"', lastModified: 'Tue, 12 Nov 2024 09:00:00 GMT' },
      movedTo: null,
      retryAfterMs: 5_000,
      cache: { maxAgeSeconds: 500 },
    })
  })

  test('a small body has a buffer of its own', async ({ server, open }) => {
    server.route('/feed', content('abc'))
    expect(await (await open()).fetch(`${server.url}/feed`)).toMatchObject({ body: 'abc', bufferSize: 3 })
  })

  for (const coding of ['gzip', 'br'] as const)
    test(`a body compressed with ${coding} arrives unpacked`, async ({ server, open }) => {
      server.route('/feed', compressed(coding, 'news '.repeat(1_000)))
      expect(await (await open()).fetch(`${server.url}/feed`)).toMatchObject({ body: 'news '.repeat(1_000) })
    })

  test('what did not change is not sent again, and its validators are kept', async ({ server, open }) => {
    server.route('/feed', tagged('a', 'text/xml', '"7"'))
    const validators = { etag: '"7"', lastModified: 'Tue, 12 Nov 2024 09:00:00 GMT' }
    const result = await (await open()).fetch({ url: `${server.url}/feed`, validators })
    expect(result).toMatchObject({ outcome: 'unchanged', status: 304, validators, movedTo: null })
    expect(server.requests[0]?.headers['if-modified-since']).toBe(validators.lastModified)
  })

  test('a 304 that nobody asked for is a failure', async ({ server, open }) => {
    server.route('/feed', status(304))
    const result = await (await open()).fetch(`${server.url}/feed`)
    expect(result).toMatchObject({ outcome: 'failed', problem: 'http-error', status: 304 })
  })

  test('validators that are no header values are not sent', async ({ server, open }) => {
    server.route('/feed', tagged('a', 'text/xml', '"7"'))
    const validators = { etag: '"7"\r\nX-Other: 1', lastModified: 'ü' }
    const result = await (await open()).fetch({ url: `${server.url}/feed`, validators })
    expect(result.outcome).toBe('fetched')
    expect(server.requests[0]?.headers).not.toHaveProperty('x-other')
  })

  for (const [code, problem] of [
    [400, 'http-error'],
    [401, 'unauthorised'],
    [403, 'forbidden'],
    [404, 'not-found'],
    [410, 'gone'],
    [500, 'server-error'],
  ] as const)
    test(`status ${code} is the problem ${problem}`, async ({ server, open }) => {
      server.route('/feed', status(code))
      const result = await (await open()).fetch(`${server.url}/feed`)
      expect(result).toMatchObject({ outcome: 'failed', problem, status: code })
    })
})

test.describe('redirects', () => {
  test('a chain of permanent redirects moves the address', async ({ server, open }) => {
    server.route('/a', redirect('/b', 301))
    server.route('/b', redirect(`${server.url}/c#top`, 308))
    server.route('/c', content('here'))
    const result = await (await open()).fetch(`${server.url}/a`)
    const end = `${server.url}/c`
    expect(result).toMatchObject({ body: 'here', url: `${server.url}/a`, finalUrl: end, movedTo: end })
  })

  test('one temporary redirect among them keeps the address', async ({ server, open }) => {
    server.route('/a', redirect('/b', 301))
    server.route('/b', redirect('/c', 302))
    server.route('/c', content('here'))
    const result = await (await open()).fetch(`${server.url}/a`)
    expect(result).toMatchObject({ finalUrl: `${server.url}/c`, movedTo: null })
  })

  test('a redirect in a circle ends at the first repetition', async ({ server, open }) => {
    server.route('/a', redirect('/b'))
    server.route('/b', redirect('/a'))
    const result = await (await open()).fetch(`${server.url}/a`)
    expect(result).toMatchObject({ outcome: 'failed', problem: 'too-many-redirects' })
    expect(server.requests).toHaveLength(2)
  })

  test('eight redirects are followed, nine are not', async ({ server, open }) => {
    server.route('/step', (request, response) => {
      const left = Number(new URL(request.url ?? '', server.url).searchParams.get('left'))
      const answer = left === 0 ? content('here') : redirect(`/step?left=${left - 1}`)
      return answer(request, response)
    })
    const client = await open()
    expect(await client.fetch(`${server.url}/step?left=8`)).toMatchObject({ body: 'here' })
    expect(await client.fetch(`${server.url}/step?left=9`)).toMatchObject({ problem: 'too-many-redirects' })
  })

  for (const location of [
    'file:///etc/hostname',
    'data:text/plain,a',
    'ftp://127.0.0.1/',
    'http://[::',
    'javascript:1',
  ])
    test(`a redirect to ${location} is refused`, async ({ server, open }) => {
      server.route('/a', redirect(location))
      const result = await (await open()).fetch(`${server.url}/a`)
      expect(result).toMatchObject({ outcome: 'failed', problem: 'bad-address' })
    })
})

test.describe('limits', () => {
  test('a file that unpacks beyond the limit is cut off', async ({ server, open }) => {
    server.route('/bomb', bomb(64 * 1024 * 1024))
    const result = await (await open({ limits: { feedBytes: 1_000_000 } })).fetch(`${server.url}/bomb`)
    expect(result).toMatchObject({ outcome: 'failed', problem: 'too-large', status: 200 })
  })

  test('a body that announces more than the limit is not read, one of exactly the limit is', async ({
    server,
    open,
  }) => {
    server.route('/large', content('x'.repeat(1_001)))
    server.route('/exact', content('x'.repeat(1_000)))
    const client = await open({ limits: { feedBytes: 10, pageBytes: 1_000 } })
    const get = (path: string): FetchRequest => ({ url: server.url + path, kind: 'page', trust: 'typed' })
    expect(await client.fetch(get('/large'))).toMatchObject({ problem: 'too-large' })
    expect(await client.fetch(get('/exact'))).toMatchObject({ outcome: 'fetched' })
  })

  for (const [behaviour, handler] of [
    ['never answers', silent],
    ['stops before there is much of a body', stalled('news')],
    ['stops in the middle', stalled(PIECE)],
  ] as const)
    test(`a server that ${behaviour} is given up`, async ({ server, open }) => {
      server.route('/feed', handler)
      const result = await (
        await open({ limits: { firstByteMs: 300, idleMs: 300 } })
      ).fetch(`${server.url}/feed`)
      expect(result).toMatchObject({ outcome: 'failed', problem: 'timeout' })
    })

  test('a server that drips is given up when its time is over', async ({ server, open }) => {
    server.route('/feed', dripping(50))
    const result = await (await open({ limits: { totalMs: 600 } })).fetch(`${server.url}/feed`)
    expect(result).toMatchObject({ outcome: 'failed', problem: 'timeout' })
  })

  test('a body that comes slowly but steadily is waited for', async ({ server, open }) => {
    server.route('/feed', dripping(100, 8))
    const result = await (
      await open({ limits: { firstByteMs: 500, idleMs: 500 } })
    ).fetch(`${server.url}/feed`)
    expect(result).toMatchObject({ outcome: 'fetched', body: PIECE.repeat(8) })
  })

  test('redirects share one span of time', async ({ server, open }) => {
    server.route(
      '/step',
      delayed(150, (request, response) => redirect(`${request.url}1`)(request, response)),
    )
    const result = await (await open({ limits: { totalMs: 400 } })).fetch(`${server.url}/step?`)
    expect(result).toMatchObject({ outcome: 'failed', problem: 'timeout' })
    expect(server.requests.length).toBeLessThanOrEqual(4)
  })

  test('a host never has more requests at once than its places', async ({ server, open }) => {
    let [now, most] = [0, 0]
    server.route('/feed', async (request, response) => {
      most = Math.max(most, (now += 1))
      await delayed(30, content('a'))(request, response)
      now -= 1
    })
    const client = await open()
    const asked = Array.from({ length: 10 }, (_, at) => client.fetch(`${server.url}/feed?${at}`))
    for (const result of await Promise.all(asked)) expect(result.outcome).toBe('fetched')
    expect(most).toBe(2)
  })

  test('hosts that never answer hold up nobody but themselves', async ({ server, open }) => {
    const dead = await Promise.all(Array.from({ length: 8 }, () => startServer()))
    server.route('/feed', content('alive'))
    const client = await open({
      limits: { concurrency: 4, slowAfterMs: 100, firstByteMs: 600_000, totalMs: 600_000 },
    })
    for (const host of dead) host.route('/feed', silent)
    const waiting = dead.map(host => client.fetch({ url: `${host.url}/feed`, trust: 'subscribed' }))
    expect(await client.fetch({ url: `${server.url}/feed`, trust: 'subscribed' })).toMatchObject({
      body: 'alive',
    })
    await Promise.all(dead.map(host => host.close()))
    for (const result of await Promise.all(waiting)) expect(result.outcome).toBe('failed')
  })
})

test.describe('what goes wrong', () => {
  for (const url of [
    '',
    'example.com',
    'file:///etc/hostname',
    'ftp://127.0.0.1/',
    'http://',
    'http://127.0.0.1:1/',
  ])
    test(`"${url}" is a bad address`, async ({ open }) => {
      expect(await (await open()).fetch(url)).toMatchObject({
        outcome: 'failed',
        url,
        problem: 'bad-address',
      })
    })

  test('a closed port refuses', async ({ open }) => {
    const closed = await startServer()
    await closed.close()
    expect(await (await open()).fetch(closed.url)).toMatchObject({ problem: 'refused', status: null })
  })

  test('a name that does not exist is not found', async ({ open }) => {
    const result = await (await open()).fetch('http://nowhere.invalid/')
    expect(result).toMatchObject({
      outcome: 'failed',
      problem: expect.stringMatching(/^(host-not-found|offline)$/),
    })
  })

  test('a server that speaks no TLS fails as TLS', async ({ server, open }) => {
    const result = await (await open()).fetch(server.url.replace('http:', 'https:'))
    expect(result).toMatchObject({ problem: 'tls' })
  })

  test('a body that is cut off is no body', async ({ server, open }) => {
    server.route('/feed', cutOff('<rss>'))
    const result = await (await open()).fetch(`${server.url}/feed`)
    expect(result).toMatchObject({ outcome: 'failed', problem: 'network', status: 200 })
  })

  test('a connection that ends without an answer is a broken one', async ({ server, open }) => {
    server.route('/feed', (_request, response) => void response.destroy())
    expect(await (await open()).fetch(`${server.url}/feed`)).toMatchObject({
      problem: 'network',
      status: null,
    })
  })

  test('a request under way can be given up, and its connection ends', async ({ server, open }) => {
    const closed = new Promise<void>(resolve => {
      server.route('/feed', (_request, response) => void response.on('close', resolve))
    })
    const result = await (await open()).fetch(`${server.url}/feed`, 200)
    expect(result).toMatchObject({ outcome: 'failed', problem: 'cancelled' })
    await closed
  })

  test('a request that waits for its turn can be given up, and is never sent', async ({ server, open }) => {
    server.route('/feed', delayed(600, content('a')))
    const client = await open({ limits: { concurrencyPerHost: 1 } })
    const first = client.fetch(`${server.url}/feed?1`)
    expect(await client.fetch(`${server.url}/feed?2`, 200)).toMatchObject({ problem: 'cancelled' })
    expect(await first).toMatchObject({ outcome: 'fetched' })
    expect(await client.fetch(`${server.url}/feed?3`)).toMatchObject({ outcome: 'fetched' })
    expect(server.requests.map(request => request.url)).toEqual(['/feed?1', '/feed?3'])
  })
})

test.describe('pauses', () => {
  test('a host that asks for a pause is left alone, other hosts are not', async ({ server, open }) => {
    const other = await startServer()
    other.route('/feed', content('a'))
    server.route('/feed', status(429, { 'Retry-After': '120' }))
    server.route('/other', content('a'))
    const client = await open()
    const first = await client.fetch(`${server.url}/feed`)
    const second = await client.fetch(`${server.url}/other`)
    expect(first).toMatchObject({ problem: 'rate-limited', status: 429 })
    expect(second).toMatchObject({ problem: 'rate-limited', status: null })
    for (const { retryAfterMs } of [first, second]) expect(retryAfterMs).toBeGreaterThan(100_000)
    expect(server.requests).toHaveLength(1)
    expect(await client.fetch(`${other.url}/feed`)).toMatchObject({ outcome: 'fetched' })
    await other.close()
  })

  test('what waits behind a 503 is not sent either', async ({ server, open }) => {
    server.route('/feed', delayed(100, status(503)))
    const client = await open({ limits: { concurrencyPerHost: 1 } })
    const asked = ['1', '2', '3'].map(query => client.fetch(`${server.url}/feed?${query}`))
    const results = await Promise.all(asked)
    expect(results.map(result => result.outcome === 'failed' && result.problem).sort()).toEqual([
      'rate-limited',
      'rate-limited',
      'server-error',
    ])
    expect(server.requests).toHaveLength(1)
  })
})
