import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { isProxySetting, proxyHosts } from '../../../main/network/proxy'

const fixed = (rules: string, bypass = ''): boolean => isProxySetting({ kind: 'fixed', rules, bypass })

test('the hosts of proxies are read from the list that Chromium gives', () => {
  expect(proxyHosts('DIRECT')).toEqual([])
  expect(proxyHosts('PROXY proxy.example:8080; SOCKS5 [::1]:1080;HTTPS 10.0.0.1:443 ; DIRECT')).toEqual([
    'proxy.example',
    '::1',
    '10.0.0.1',
  ])
  expect(proxyHosts('PROXY ::::;;')).toEqual([])
})

test('the system, no proxy, and the usual ways to write a fixed one are taken', () => {
  expect(isProxySetting({ kind: 'system' })).toBe(true)
  expect(isProxySetting({ kind: 'none' })).toBe(true)
  for (const rules of [
    'proxy.example:8080',
    'proxy.example',
    '10.0.0.1:3128',
    'socks5://localhost:1080',
    'https://[::1]:443',
    'a.example:80, b.example:80,direct://',
    'http=a.example:80;https=socks5://b.example:1080',
  ])
    expect(fixed(rules), rules).toBe(true)
})

test('what Chromium would not understand is not taken', () => {
  for (const rules of [
    '',
    ' ; ',
    ',',
    'proxy.example:0',
    'proxy.example:65536',
    'proxy.example:http',
    'ftp://proxy.example',
    'http://me:secret@proxy.example:80',
    'http://proxy.example:80/path',
    'proxy example:80',
    'http=',
    'a.example:80;https=b.example:80',
    '[::g]:80',
    '256.1.1.1:80',
    `${'a'.repeat(3_000)}:80`,
  ])
    expect(fixed(rules), rules).toBe(false)
})

test('exceptions are host patterns, networks and the local ones', () => {
  expect(
    fixed('a:80', '*.home.example, 192.168.0.0/16; [::1]:8080, <local>, http://b.example, <-loopback>'),
  ).toBe(true)
  expect(fixed('a:80', 'two words')).toBe(false)
  expect(fixed('a:80', 'a\nb')).toBe(false)
  expect(fixed('a:80', 'ü.example')).toBe(false)
})

test('no text makes the check fail or hang', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (rules, bypass) => {
      expect(typeof fixed(rules, bypass)).toBe('boolean')
    }),
  )
  for (const text of ['[:'.repeat(50_000), 'a='.repeat(50_000), ';'.repeat(100_000), '<'.repeat(100_000)])
    expect(fixed(text, text)).toBe(false)
})
