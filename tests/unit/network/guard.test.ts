import { expect, test } from '@playwright/test'
import { openPassage, type Admission, type Surroundings } from '../../../main/network/guard'
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

/** Whether a hop that was admitted may connect to an address; undefined when it was not admitted. */
const mayConnect = (admission: Admission, address: string): boolean | undefined => {
  if (admission === 'refused') return undefined
  return admission === 'anywhere' || admission(address)
}

/** A chain that began at a public host and was redirected from there. */
async function passageFromPublic(proxies: readonly string[] = []) {
  const asked = at('http://news.example/feed')
  const passage = openPassage(asked, 'subscribed', 'watched', surroundings(proxies))
  await passage.admit(asked)
  await passage.left(asked, proxies.length > 0 ? '10.0.0.3' : PUBLIC)
  return passage
}

test('the first hop of what the person chose may connect anywhere', async () => {
  for (const trust of ['typed', 'subscribed'] as const)
    for (const watch of ['unwatched', 'watched'] as const) {
      const url = at('http://nas.home/feed')
      const admission = await openPassage(url, trust, watch, surroundings()).admit(url)
      expect(mayConnect(admission, PRIVATE)).toBe(true)
    }
})

test('only a watched chain asks where its first hop connected', () => {
  const url = at('http://news.example/feed')
  expect(openPassage(url, 'subscribed', 'unwatched', surroundings()).admit(url)).toBe('anywhere')
  expect(openPassage(url, 'subscribed', 'watched', surroundings()).admit(url)).toBeInstanceOf(Function)
})

test('the first hop of what content linked to must be public', async () => {
  const admit = async (address: string) =>
    openPassage(at(address), 'linked', 'unwatched', surroundings()).admit(at(address))
  expect(await admit('http://nas.home/')).toBe('refused')
  expect(await admit('http://[::1]/')).toBe('refused')
  const admission = await admit('http://news.example/')
  expect([mayConnect(admission, PUBLIC), mayConnect(admission, PRIVATE)]).toEqual([true, false])
})

test('an unwatched chain counts a name as public, whatever it was, and says that it guessed', async () => {
  const asked = at('http://nas.home/feed')
  const passage = openPassage(asked, 'subscribed', 'unwatched', surroundings())
  await passage.admit(asked)
  expect(passage.guessed()).toBe(false)
  await passage.left(asked, null)
  expect(passage.guessed()).toBe(true)
  expect(await passage.admit(at('http://nas.home/other'))).toBe('refused')
  expect(await passage.admit(at('http://192.168.0.10/'))).toBe('refused')
  expect(mayConnect(await passage.admit(at('http://news.example/')), PUBLIC)).toBe(true)
})

test('an IP address tells by itself where it leads, so nothing is guessed', async () => {
  const leave = async (first: string) => {
    const passage = openPassage(at(first), 'subscribed', 'unwatched', surroundings())
    await passage.left(at(first), null)
    return { guessed: passage.guessed(), next: await passage.admit(at('http://192.168.0.10/')) }
  }
  expect(await leave('http://192.168.0.10/')).toEqual({ guessed: false, next: 'anywhere' })
  expect(await leave('http://[fd00::1]/')).toEqual({ guessed: false, next: 'anywhere' })
  expect(await leave(`http://${PUBLIC}/`)).toEqual({ guessed: false, next: 'refused' })
})

test('after a public hop, one private address among several is enough to refuse', async () => {
  const passage = await passageFromPublic()
  expect(await passage.admit(at('http://mixed.example/'))).toBe('refused')
  expect(await passage.admit(at('http://192.168.0.10/'))).toBe('refused')
})

test('after a public hop, a connection to a private address is refused whatever the name said', async () => {
  const admission = await (await passageFromPublic()).admit(at('http://news.example/2'))
  expect(mayConnect(admission, PUBLIC)).toBe(true)
  expect(mayConnect(admission, '127.0.0.1')).toBe(false)
})

test('a name that cannot be resolved is left to the request, whose connection is still watched', async () => {
  const admission = await (await passageFromPublic()).admit(at('http://unknown.example/'))
  expect(mayConnect(admission, PRIVATE)).toBe(false)
})

test('the address that answered decides whether a hop was public, not its name', async () => {
  const asked = at('http://nas.home/feed')
  const passage = openPassage(asked, 'typed', 'watched', surroundings())
  await passage.left(asked, PUBLIC)
  expect(await passage.admit(at('http://nas.home/other'))).toBe('refused')
})

test('where the address that answered is not known, the name decides, and in doubt the hop was public', async () => {
  const second = async (first: string) => {
    const passage = openPassage(at(first), 'typed', 'watched', surroundings())
    await passage.left(at(first), null)
    return passage.admit(at('http://192.168.0.10/'))
  }
  expect(await second('http://nas.home/')).not.toBe('refused')
  expect(await second('http://mixed.example/')).toBe('refused')
  expect(await second('http://unknown.example/')).toBe('refused')
})

test("a proxy's own address passes, other private ones do not", async () => {
  const admission = await (await passageFromPublic(['proxy.home'])).admit(at('http://away.example/'))
  expect(mayConnect(admission, '10.0.0.3')).toBe(true)
  expect(mayConnect(admission, '10.0.0.4')).toBe(false)
})

test('behind a proxy a private name is still refused, and a public hop still counts as one', async () => {
  expect(await (await passageFromPublic(['proxy.home'])).admit(at('http://nas.home/'))).toBe('refused')
})
