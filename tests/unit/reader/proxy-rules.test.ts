import { expect, test } from '@playwright/test'
import { bypassRules, isProxyAddress } from '../../../renderer/reader/sync/proxy-rules'

test('a proxy is a host with its port, with a scheme where it is no plain HTTP proxy', () => {
  for (const right of [
    'proxy.example.org:8080',
    'localhost:3128',
    '127.0.0.1:1',
    '[::1]:65535',
    'socks5://127.0.0.1:1080',
    'SOCKS4://proxy:1080',
    'https://proxy.example.org:443',
  ])
    expect(isProxyAddress(right), right).toBe(true)
})

test('what is no proxy is refused while it is typed', () => {
  for (const wrong of [
    '',
    'proxy.example.org',
    'proxy.example.org:',
    'proxy.example.org:0',
    'proxy.example.org:65536',
    'proxy.example.org:80/path',
    'ftp://proxy.example.org:21',
    'http://name:password@proxy.example.org:80',
    'a b:80',
    '999.1.1.1:80',
    '[::zz]:80',
    `${'a'.repeat(100_000)}:80`,
  ])
    expect(isProxyAddress(wrong), wrong.slice(0, 40)).toBe(false)
})

test('exceptions are written with commas however people separate them', () => {
  expect(bypassRules(' localhost;  *.example.org,\n10.0.0.0/8 <local> ')).toBe(
    'localhost,*.example.org,10.0.0.0/8,<local>',
  )
  expect(bypassRules('')).toBe('')
  expect(bypassRules('[::1]:80, http://example.org')).toBe('[::1]:80,http://example.org')
  expect(bypassRules('localhost, "quoted"')).toBeNull()
  expect(bypassRules('<remote>')).toBeNull()
})
