import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { wishOfLink } from '../../../main/desktop/wishes'

const ask = (address: string) => ({ kind: 'ask', address })

test('a link asks for the address in it', () => {
  const address = encodeURIComponent('https://a.example/?x=1&y=ü#z')
  expect(wishOfLink(`broadsheet:add?url=${address}`)).toEqual(ask('https://a.example/?x=1&y=%C3%BC#z'))
})

test('the forms in which systems hand a link over are read alike', () => {
  for (const start of [
    'broadsheet:add',
    'broadsheet:/add',
    'broadsheet://add',
    'broadsheet://add/',
    'Broadsheet:add/',
  ])
    expect(wishOfLink(`${start}?url=https://a.example/`), start).toEqual(ask('https://a.example/'))
})

test('feeds are linked to in three ways, and an address is a link itself', () => {
  for (const link of ['feed:https://a.example/rss', 'feed://https://a.example/rss', 'https://a.example/rss'])
    expect(wishOfLink(link), link).toEqual(ask('https://a.example/rss'))
  expect(wishOfLink('FEED://a.example/rss')).toEqual(ask('http://a.example/rss'))
})

test('a link to anything but an address on the web asks for nothing', () => {
  for (const url of [
    '',
    'file:///etc/hosts',
    'javascript:alert(1)',
    'a.example',
    'https://',
    'broadsheet:add',
  ])
    expect(wishOfLink(`broadsheet:add?url=${encodeURIComponent(url)}`), url).toBeNull()
  for (const link of [
    'broadsheet:add',
    'broadsheet:addition?url=https://a.example/',
    'http:add?url=https://a.example/',
    'feed:',
    'feed:file:///etc/hosts',
    'feed:javascript:alert(1)',
    '/home/reader/page.html',
  ])
    expect(wishOfLink(link), link).toBeNull()
  expect(wishOfLink(`broadsheet:add?url=https://a.example/${'a'.repeat(9_000)}`)).toBeNull()
})

test('no link is ever saved by itself', () => {
  const start = fc.constantFrom('broadsheet:add?url=https://a.example/', 'feed:', 'feed://', '')
  fc.assert(
    fc.property(start, fc.string(), (head, tail) => {
      const wish = wishOfLink(head + tail)
      expect(wish === null || (wish.kind === 'ask' && /^https?:\/\//.test(wish.address))).toBe(true)
    }),
  )
})
