import { expect, test } from '@playwright/test'
import { authorizationOf, openAuthorization } from '../../../main/network/authorization'
import type { Credentials } from '../../../main/network/results'

const BASIC: Credentials = { kind: 'basic', user: 'Jörg', password: 'a:b ü' }

test('a user and a password are written in UTF-8 and base64', () => {
  const field = authorizationOf(BASIC) ?? ''
  expect(field).toMatch(/^Basic [\w+/]+=*$/)
  expect(Buffer.from(field.slice('Basic '.length), 'base64').toString('utf8')).toBe('Jörg:a:b ü')
})

test('a token is sent as it is', () => {
  expect(authorizationOf({ kind: 'bearer', token: 'a.b-c_d~e+/=' })).toBe('Bearer a.b-c_d~e+/=')
})

test('what would become another field, or another user, is not sent', () => {
  expect(authorizationOf({ kind: 'basic', user: 'a:b', password: 'c' })).toBeNull()
  expect(authorizationOf({ kind: 'basic', user: 'a', password: 'b\r\nX: 1' })).toBeNull()
  for (const token of ['', 'a b', 'a\r\nX: 1', 'ü', 'a'.repeat(20_000)])
    expect(authorizationOf({ kind: 'bearer', token }), token.slice(0, 10)).toBeNull()
})

/** For each hop of a chain that begins with the first one: whether credentials go along. */
function sentTo(...hops: readonly [string, ...string[]]): readonly boolean[] {
  const authorize = openAuthorization(new URL(hops[0]), { kind: 'bearer', token: 'secret' })
  return hops.map(hop => authorize(new URL(hop))['Authorization'] === 'Bearer secret')
}

test('credentials stay with the origin that was asked', () => {
  expect(sentTo('https://a.example/1', 'https://a.example/2', 'https://a.example:443/3')).toEqual([
    true,
    true,
    true,
  ])
  expect(sentTo('https://a.example/', 'https://b.example/')).toEqual([true, false])
  expect(sentTo('https://a.example/', 'https://www.a.example/')).toEqual([true, false])
  expect(sentTo('https://a.example/', 'https://a.example:8443/')).toEqual([true, false])
})

test('credentials do not go from https to http, nor the other way', () => {
  expect(sentTo('https://a.example/', 'http://a.example/')).toEqual([true, false])
  expect(sentTo('http://a.example/', 'https://a.example/')).toEqual([true, false])
})

test('a chain that left its origin gets no credentials when it comes back', () => {
  expect(sentTo('https://a.example/', 'https://b.example/', 'https://a.example/admin')).toEqual([
    true,
    false,
    false,
  ])
})

test('without credentials there is no field', () => {
  expect(openAuthorization(new URL('https://a.example/'), undefined)(new URL('https://a.example/'))).toEqual(
    {},
  )
})
