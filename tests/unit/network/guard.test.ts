import { expect, test } from '@playwright/test'
import { openPassage, proxyHosts, type Surroundings } from '../../../main/network/guard'
import { isPrivateAddress } from '../../../main/network/private-address'

const PUBLIC = '93.184.0.1'
const PRIVATE = '192.168.0.10'
const NAMES: Readonly<Record<string, readonly string[]>> = {
  'news.example': [PUBLIC],
  'mixed.example': [PUBLIC, PRIVATE],
  'nas.home': [PRIVATE],
  'proxy.home': ['10.0.0.3'],
  '192.168.0.10': [PRIVATE],
  '::1': ['::1'],
}

const surroundings = (proxies: readonly string[] = []): Surroundings => ({
  isPrivate: isPrivateAddress,
  resolve: host => Promise.resolve(NAMES[host] ?? []),
  proxiesOf: () => Promise.resolve(proxies),
})

const at = (address: string): URL => new URL(address)

/** A chain that began at a public host and was redirected from there. */
async function passageFromPublic(proxies: readonly string[] = []) {
  const asked = at('http://news.example/feed')
  const passage = openPassage(asked, 'subscribed', surroundings(proxies))
  await passage.admit(asked)
  await passage.left(asked, proxies.length > 0 ? '10.0.0.3' : PUBLIC)
  return passage
}

test('the first hop of what the person chose may connect anywhere', async () => {
  for (const trust of ['typed', 'subscribed'] as const) {
    const url = at('http://nas.home/feed')
    const mayConnect = await openPassage(url, trust, surroundings()).admit(url)
    expect(mayConnect?.(PRIVATE)).toBe(true)
  }
})

test('the first hop of what content linked to must be public', async () => {
  const admit = (address: string) => openPassage(at(address), 'linked', surroundings()).admit(at(address))
  expect(await admit('http://nas.home/')).toBeNull()
  expect(await admit('http://[::1]/')).toBeNull()
  expect((await admit('http://news.example/'))?.(PUBLIC)).toBe(true)
})

test('after a public hop, one private address among several is enough to refuse', async () => {
  const passage = await passageFromPublic()
  expect(await passage.admit(at('http://mixed.example/'))).toBeNull()
  expect(await passage.admit(at('http://192.168.0.10/'))).toBeNull()
})

test('after a public hop, a connection to a private address is refused whatever the name said', async () => {
  const mayConnect = await (await passageFromPublic()).admit(at('http://news.example/2'))
  expect(mayConnect?.(PUBLIC)).toBe(true)
  expect(mayConnect?.('127.0.0.1')).toBe(false)
})

test('a name that cannot be resolved is left to the request, whose connection is still watched', async () => {
  const mayConnect = await (await passageFromPublic()).admit(at('http://unknown.example/'))
  expect(mayConnect?.(PRIVATE)).toBe(false)
})

test('the address that answered decides whether a hop was public, not its name', async () => {
  const asked = at('http://nas.home/feed')
  const passage = openPassage(asked, 'typed', surroundings())
  await passage.left(asked, PUBLIC)
  expect(await passage.admit(at('http://nas.home/other'))).toBeNull()
})

test('where the address that answered is not known, the name decides, and in doubt the hop was public', async () => {
  const second = async (first: string) => {
    const passage = openPassage(at(first), 'typed', surroundings())
    await passage.left(at(first), null)
    return passage.admit(at('http://192.168.0.10/'))
  }
  expect(await second('http://nas.home/')).not.toBeNull()
  expect(await second('http://mixed.example/')).toBeNull()
  expect(await second('http://unknown.example/')).toBeNull()
})

test("a proxy's own address passes, other private ones do not", async () => {
  const mayConnect = await (await passageFromPublic(['proxy.home'])).admit(at('http://away.example/'))
  expect(mayConnect?.('10.0.0.3')).toBe(true)
  expect(mayConnect?.('10.0.0.4')).toBe(false)
})

test('behind a proxy a private name is still refused, and a public hop still counts as one', async () => {
  expect(await (await passageFromPublic(['proxy.home'])).admit(at('http://nas.home/'))).toBeNull()
})

test('the hosts of proxies are read from the list that Chromium gives', () => {
  expect(proxyHosts('DIRECT')).toEqual([])
  expect(proxyHosts('PROXY proxy.example:8080; SOCKS5 [::1]:1080;HTTPS 10.0.0.1:443 ; DIRECT')).toEqual([
    'proxy.example',
    '::1',
    '10.0.0.1',
  ])
  expect(proxyHosts('PROXY ::::;;')).toEqual([])
})
