import { expect } from '@playwright/test'
import { content, redirect, startServer, type TestServer } from '../support/http-server'
import { test as base } from '../support/network-harness'

// 127.0.0.2 plays the public internet; only Linux has it without being asked.
const PUBLIC = '127.0.0.2'
const test = base.extend<{ outside: TestServer }>({
  // eslint-disable-next-line no-empty-pattern
  outside: async ({}, provide) => {
    const outside = await startServer(PUBLIC)
    await provide(outside)
    await outside.close()
  },
})

test.skip(process.platform !== 'linux', 'needs a second loopback address')
test.describe.configure({ mode: 'default' })
const setup = { publicAddresses: [PUBLIC] }

test('an address that the person typed or subscribed to may be private', async ({ server, open }) => {
  server.route('/feed', content('mine'))
  const client = await open(setup)
  for (const trust of ['typed', 'subscribed'] as const)
    expect(await client.fetch({ url: `${server.url}/feed`, trust })).toMatchObject({ body: 'mine' })
})

test('an address that came out of content may not be private', async ({ server, outside, open }) => {
  outside.route('/page', content('theirs'))
  const client = await open(setup)
  const refused = await client.fetch({ url: `${server.url}/feed`, trust: 'linked' })
  expect(refused).toMatchObject({ outcome: 'failed', problem: 'private-network' })
  expect(server.requests).toHaveLength(0)
  expect(await client.fetch({ url: `${outside.url}/page`, trust: 'linked' })).toMatchObject({
    body: 'theirs',
  })
})

test('a redirect from a public host to a private one is refused before anything is sent', async ({
  server,
  outside,
  open,
}) => {
  outside.route('/a', redirect(`${server.url}/router`))
  const result = await (await open(setup)).fetch(`${outside.url}/a`)
  expect(result).toMatchObject({ outcome: 'failed', problem: 'private-network' })
  expect(server.requests).toHaveLength(0)
})

test('a private name is refused as a private address is', async ({ server, outside, open }) => {
  outside.route('/a', redirect(`http://localhost:${server.port}/router`))
  const result = await (await open(setup)).fetch(`${outside.url}/a`)
  expect(result).toMatchObject({ outcome: 'failed', problem: 'private-network' })
  expect(server.requests).toHaveLength(0)
})

test('redirects inside a private network are followed', async ({ server, open }) => {
  const wiki = await startServer()
  server.route('/a', redirect(`${wiki.url}/b`))
  wiki.route('/b', content('mine'))
  expect(await (await open(setup)).fetch(`${server.url}/a`)).toMatchObject({ body: 'mine' })
  await wiki.close()
})

test('redirects between private names are followed, at the price of asking the first one twice', async ({
  server,
  open,
}) => {
  server.route('/a', redirect(`http://nas.localhost:${server.port}/b`))
  server.route('/b', content('mine'))
  const inside = ['127.0.0.1']
  const client = await open({ ...setup, names: { localhost: inside, 'nas.localhost': inside } })
  const result = await client.fetch({ url: `http://localhost:${server.port}/a`, trust: 'subscribed' })
  expect(result).toMatchObject({ body: 'mine' })
  expect(server.requests.map(request => request.url)).toEqual(['/a', '/a', '/b'])
})

test('a chain that went out may come back only to the host and port it began at', async ({
  server,
  outside,
  open,
}) => {
  const other = await startServer()
  server.route('/a', redirect(`${outside.url}/login?to=home`))
  server.route('/other', redirect(`${outside.url}/login?to=other`))
  server.route('/home', content('mine'))
  outside.route('/login', (request, response) =>
    redirect(request.url?.endsWith('home') ? `${server.url}/home` : `${other.url}/router`)(request, response),
  )
  const client = await open(setup)
  expect(await client.fetch(`${server.url}/a`)).toMatchObject({ body: 'mine' })
  expect(await client.fetch(`${server.url}/other`)).toMatchObject({ problem: 'private-network' })
  expect(other.requests).toHaveLength(0)
  await other.close()
})

test('a name that turned private after it was checked gives nothing away', async ({
  open,
  outside,
  server,
}) => {
  // The name answers with a public address when it is resolved; Chromium connects to the private one.
  outside.route('/a', redirect(`http://rebind.localhost:${server.port}/router`))
  server.route('/router', content('secret'))
  const client = await open({ ...setup, names: { 'rebind.localhost': [PUBLIC] } })
  const result = await client.fetch(`${outside.url}/a`)
  expect(result).toMatchObject({ outcome: 'failed', problem: 'private-network' })
  expect(JSON.stringify(result)).not.toContain('secret')
  expect(server.requests).toHaveLength(1)
})

test('behind a proxy, its own private address does not count against public hosts', async ({
  server,
  open,
}) => {
  // A forward proxy gets the whole address in the request line.
  server.route('/a', redirect('http://away.example/b'))
  server.route('/b', content('through the proxy'))
  server.route('/c', redirect('http://inside.example/d'))
  const client = await open({
    proxyRules: `http=127.0.0.1:${server.port}`,
    names: { '127.0.0.1': ['127.0.0.1'], 'news.example': ['203.0.113.7'], 'inside.example': ['10.1.1.1'] },
  })
  expect(await client.fetch('http://news.example/a')).toMatchObject({ body: 'through the proxy' })
  expect(await client.fetch('http://news.example/c')).toMatchObject({ problem: 'private-network' })
  expect(server.requests.map(request => request.url)).toEqual([
    'http://news.example/a',
    'http://away.example/b',
    'http://news.example/c',
    // Asked again, to learn whether it is private itself: behind a proxy its name decides.
    'http://news.example/c',
  ])
})
