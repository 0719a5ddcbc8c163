import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { wishesIn, wishOfLink } from '../../../main/desktop/wishes'

const ask = (address: string) => ({ kind: 'ask', address })
const save = (address: string) => ({ kind: 'save', address })

test('an address of the command line is to be saved', () => {
  expect(wishesIn(['/app', '--add', 'https://a.example/x', '--lang=en'])).toEqual([
    save('https://a.example/x'),
  ])
  expect(wishesIn(['--add=b.example', '--add', 'https://c.example/'])).toEqual([
    save('b.example'),
    save('https://c.example/'),
  ])
})

test('without an address nothing is to be saved', () => {
  expect(wishesIn(['/app', '--add'])).toEqual([])
  expect(wishesIn(['--add='])).toEqual([])
  expect(wishesIn(['--add', '--lang=en'])).toEqual([])
  expect(wishesIn(['https://a.example/'])).toEqual([])
})

test('what a link brings is asked about, whatever else stands beside it', () => {
  const link = `broadsheet:add?url=${encodeURIComponent('https://a.example/?x=1&y=ü#z')}`
  expect(wishesIn([link])).toEqual([ask('https://a.example/?x=1&y=%C3%BC#z')])
  expect(wishesIn([link, '--add', 'https://b.example/'])).toEqual([ask('https://a.example/?x=1&y=%C3%BC#z')])
  expect(wishesIn(['BROADSHEET:remove', '--add', 'https://b.example/'])).toEqual([])
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
  ])
    expect(wishOfLink(link), link).toBeNull()
  expect(wishOfLink(`broadsheet:add?url=https://a.example/${'a'.repeat(9_000)}`)).toBeNull()
})

test('no link is ever saved by itself', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('--add', '--add=x', 'broadsheet:add?url=https://a.example/'),
  )
  fc.assert(
    fc.property(fc.array(part), args => {
      const hasLink = args.some(arg => /^broadsheet:/i.test(arg))
      const wishes = wishesIn(args)
      if (hasLink) expect(wishes.every(wish => wish.kind === 'ask')).toBe(true)
    }),
  )
})
