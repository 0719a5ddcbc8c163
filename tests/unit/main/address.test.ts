import { expect, test } from '@playwright/test'
import { addressesOf } from '../../../main/sync/address'

test('an address without a scheme means https first, then http', () => {
  expect(addressesOf(' example.org/news ')).toEqual(['https://example.org/news', 'http://example.org/news'])
  expect(addressesOf('example.org:8080')).toEqual(['https://example.org:8080', 'http://example.org:8080'])
})

test('hosts of the own machine or network are asked without TLS', () => {
  expect(addressesOf('localhost:8900/feed')).toEqual(['http://localhost:8900/feed'])
  expect(addressesOf('127.0.0.1/feed.xml')).toEqual(['http://127.0.0.1/feed.xml'])
})

test('feed: links name the address behind them', () => {
  expect(addressesOf('feed:https://example.org/a')).toEqual(['https://example.org/a'])
  expect(addressesOf('feed://example.org/a')).toEqual(['https://example.org/a'])
})

test('other schemes, sentences and nothing are no web addresses', () => {
  for (const typed of ['file:///etc/passwd', 'javascript:alert(1)', 'two words', '', '   ', 'http://'])
    expect(addressesOf(typed)).toEqual([])
})
