import { expect, test } from '@playwright/test'
import { fetchableAddress } from '../../../main/network/address'
import { isSuccess, problemOfError, problemOfStatus } from '../../../main/network/problems'
import {
  isGone,
  isRateLimited,
  isUnchanged,
  retryDelay,
  type FetchResult,
} from '../../../main/network/results'

for (const [name, problem] of [
  ['INTERNET_DISCONNECTED', 'offline'],
  ['NAME_NOT_RESOLVED', 'host-not-found'],
  ['DNS_TIMED_OUT', 'host-not-found'],
  ['CONNECTION_REFUSED', 'refused'],
  ['ADDRESS_UNREACHABLE', 'refused'],
  ['CONNECTION_TIMED_OUT', 'timeout'],
  ['TIMED_OUT', 'timeout'],
  ['CERT_DATE_INVALID', 'tls'],
  ['SSL_PROTOCOL_ERROR', 'tls'],
  ['UNSAFE_PORT', 'bad-address'],
  ['RESPONSE_HEADERS_TOO_BIG', 'too-large'],
  ['CONTENT_DECODING_FAILED', 'network'],
  ['CONNECTION_RESET', 'network'],
  ['SOMETHING_NEW', 'network'],
] as const)
  test(`${name} is the problem ${problem}`, () => {
    expect(problemOfError(`net::ERR_${name}`, true)).toBe(problem)
  })

test('without a network, what cannot be found or reached is offline', () => {
  for (const name of ['NAME_NOT_RESOLVED', 'ADDRESS_UNREACHABLE', 'NETWORK_CHANGED'])
    expect(problemOfError(`net::ERR_${name}`, false)).toBe('offline')
})

test('what somebody answered is not offline, whatever the system says about the network', () => {
  expect(problemOfError('net::ERR_CONNECTION_REFUSED', false)).toBe('refused')
  expect(problemOfError('net::ERR_CERT_INVALID', false)).toBe('tls')
  expect(problemOfError('net::ERR_EMPTY_RESPONSE', false)).toBe('network')
})

test('every status has its problem', () => {
  const problems = [402, 403, 404, 410, 429, 451, 500, 503, 599, 600, 304, 206].map(problemOfStatus)
  expect(problems).toEqual([
    'http-error',
    'forbidden',
    'not-found',
    'gone',
    'rate-limited',
    'forbidden',
    'server-error',
    'server-error',
    'server-error',
    'http-error',
    'http-error',
    'http-error',
  ])
})

test('a part of a body that nobody asked for is no success', () => {
  expect([200, 201, 204, 206, 299, 300].filter(isSuccess)).toEqual([200, 201, 204, 299])
})

test('the named questions answer for each outcome', () => {
  const failed = (problem: 'gone' | 'rate-limited', retryAfterMs: number | null): FetchResult => ({
    outcome: 'failed',
    url: 'http://a.example/',
    problem,
    status: null,
    retryAfterMs,
  })
  const unchanged: FetchResult = {
    outcome: 'unchanged',
    url: 'http://a.example/',
    finalUrl: 'http://a.example/',
    status: 304,
    validators: { etag: null, lastModified: null },
    movedTo: null,
    retryAfterMs: null,
    cache: { maxAgeSeconds: null },
  }
  const results = [failed('gone', null), failed('rate-limited', 5), unchanged]
  expect(results.map(isGone)).toEqual([true, false, false])
  expect(results.map(isRateLimited)).toEqual([false, true, false])
  expect(results.map(isUnchanged)).toEqual([false, false, true])
  expect(results.map(retryDelay)).toEqual([0, 5, 0])
})

test('only http and https can be fetched, without credentials and fragment', () => {
  expect(fetchableAddress('HTTPS://me:secret@Example.COM:443/a?b#c')?.href).toBe('https://example.com/a?b')
  expect(fetchableAddress('../c', new URL('http://a.example/b/d'))?.href).toBe('http://a.example/c')
  expect(fetchableAddress('http://0x7f.1/')?.hostname).toBe('127.0.0.1')
  for (const text of [
    '',
    'a.example',
    '/a',
    'file:///a',
    'javascript:1',
    'blob:http://a/b',
    'http://',
    'http://a b/',
  ])
    expect(fetchableAddress(text), text).toBeNull()
  expect(fetchableAddress(`http://a.example/${'x'.repeat(20_000)}`)).toBeNull()
})
