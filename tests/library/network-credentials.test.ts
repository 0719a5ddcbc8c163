import { expect } from '@playwright/test'
import type { IncomingHttpHeaders } from 'node:http'
import { content, redirect, startServer, status, type Handler, type TestServer } from '../support/http-server'
import { test as base } from '../support/network-harness'

const test = base.extend<{ other: TestServer }>({
  // eslint-disable-next-line no-empty-pattern
  other: async ({}, provide) => {
    const other = await startServer()
    await provide(other)
    await other.close()
  },
})
test.describe.configure({ mode: 'default' })

const credentials = { kind: 'basic', user: 'ann', password: 'opensesame' } as const
const FIELD = `Basic ${Buffer.from('ann:opensesame').toString('base64')}`

/** Lets in who knows the password. */
const guarded =
  (handler: Handler): Handler =>
  (request, response) =>
    request.headers.authorization === FIELD
      ? handler(request, response)
      : status(401, { 'WWW-Authenticate': 'Basic realm="news"' })(request, response)

const authorizations = ({ requests }: TestServer): readonly IncomingHttpHeaders['authorization'][] =>
  requests.map(({ headers }) => headers.authorization)

test('a password lets in, and is sent with the first request', async ({ server, open }) => {
  server.route('/feed', guarded(content('members only')))
  const result = await (await open()).fetch({ url: `${server.url}/feed`, credentials })
  expect(result).toMatchObject({ body: 'members only' })
  expect(authorizations(server)).toEqual([FIELD])
})

test('a token lets in', async ({ server, open }) => {
  server.route('/feed', content('a'))
  const client = await open()
  await client.fetch({ url: `${server.url}/feed`, credentials: { kind: 'bearer', token: 'abc.def' } })
  expect(authorizations(server)).toEqual(['Bearer abc.def'])
})

test('who must say who they are is told so, with a wrong password, too', async ({ server, open }) => {
  server.route('/feed', guarded(content('a')))
  const client = await open()
  for (const wrong of [undefined, { ...credentials, password: 'no' }]) {
    const request = { url: `${server.url}/feed`, ...(wrong ? { credentials: wrong } : {}) }
    expect(await client.fetch(request)).toMatchObject({ problem: 'unauthorised', status: 401 })
  }
  expect(server.requests).toHaveLength(2)
})

test('who is known and still may not is told something else', async ({ server, open }) => {
  server.route('/feed', status(403))
  const result = await (await open()).fetch({ url: `${server.url}/feed`, credentials })
  expect(result).toMatchObject({ problem: 'forbidden', status: 403 })
})

test('credentials of one fetch are not remembered for the next', async ({ server, open }) => {
  server.route('/feed', guarded(content('a')))
  const client = await open()
  expect(await client.fetch({ url: `${server.url}/feed`, credentials })).toMatchObject({ outcome: 'fetched' })
  expect(await client.fetch(`${server.url}/feed`)).toMatchObject({ problem: 'unauthorised' })
})

test('a redirect on the same origin keeps the credentials', async ({ server, open }) => {
  server.route('/a', redirect('/b'))
  server.route('/b', guarded(content('a')))
  expect(await (await open()).fetch({ url: `${server.url}/a`, credentials })).toMatchObject({ body: 'a' })
})

test('a redirect to another origin, or over it, gets none', async ({ server, other, open }) => {
  server.route('/away', redirect(`${other.url}/a`, 301))
  server.route('/round', redirect(`${other.url}/back`))
  server.route('/admin', content('a'))
  other.route('/a', content('a'))
  other.route('/back', redirect(`${server.url}/admin`))
  const client = await open()
  expect(await client.fetch({ url: `${server.url}/away`, credentials })).toMatchObject({
    movedTo: `${other.url}/a`,
  })
  await client.fetch({ url: `${server.url}/round`, credentials })
  expect(authorizations(other)).toEqual([undefined, undefined])
  expect(authorizations(server)).toEqual([FIELD, FIELD, undefined])
})

test('another name for the same server is another origin', async ({ server, open }) => {
  server.route('/a', redirect(`http://localhost:${server.port}/b`))
  server.route('/b', content('b'))
  const result = await (await open()).fetch({ url: `${server.url}/a`, credentials })
  expect(result).toMatchObject({ body: 'b' })
  expect(authorizations(server)).toEqual([FIELD, undefined])
})
