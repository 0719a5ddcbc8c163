import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { isPrivateAddress } from '../../../main/network/private-address'

const PRIVATE = [
  '0.0.0.0',
  '0.1.2.3',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.127.255.255',
  '127.0.0.1',
  '127.255.255.254',
  '169.254.169.254',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.8',
  '192.168.1.1',
  '224.0.0.251',
  '239.255.255.250',
  '240.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '[::1]',
  'fe80::1',
  'fe80::1%eth0',
  'febf::1',
  'fec0::1',
  'fc00::1',
  'fd12:3456:789a::1',
  'ff02::fb',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::FFFF:192.168.0.1',
  '0:0:0:0:0:ffff:a00:1',
  '::127.0.0.1',
  '::ffff:0:10.0.0.1',
  '64:ff9b::10.0.0.1',
  '64:ff9b::a00:1',
  '64:ff9b:1::1',
  '2002:c0a8:101::1',
]

const PUBLIC = [
  '1.1.1.1',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.1',
  '169.253.255.255',
  '172.15.255.255',
  '172.32.0.0',
  '192.0.2.1',
  '192.167.255.255',
  '192.169.0.0',
  '198.18.0.1',
  '198.51.100.7',
  '203.0.113.9',
  '223.255.255.255',
  '2606:4700::1111',
  '2001:db8::1',
  '::ffff:8.8.8.8',
  '::ffff:808:808',
  '64:ff9b::8.8.8.8',
  '2002:808:808::1',
  '2a00:10:0:0:1::',
]

for (const address of PRIVATE)
  test(`${address} is private`, () => expect(isPrivateAddress(address)).toBe(true))

for (const address of PUBLIC)
  test(`${address} is public`, () => expect(isPrivateAddress(address)).toBe(false))

test('what is no IP address counts as private', () => {
  for (const text of [
    '',
    'example.com',
    '1.2.3',
    '1.2.3.4.5',
    '256.1.1.1',
    '08.8.8.8',
    ':::',
    '[',
    '1.1.1.1\n',
  ])
    expect(isPrivateAddress(text), text).toBe(true)
})

test('an IPv4 address is judged the same inside IPv6', () => {
  fc.assert(
    fc.property(fc.ipV4(), address => {
      const verdict = isPrivateAddress(address)
      expect(isPrivateAddress(`::ffff:${address}`)).toBe(verdict)
      expect(isPrivateAddress(`64:ff9b::${address}`)).toBe(verdict)
    }),
  )
})

test('no text makes it throw', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.ipV6()), text => typeof isPrivateAddress(text) === 'boolean'),
  )
})
