import { expect, test } from '@playwright/test'
import { encodeIcns, encodeIco } from '../../../build/icons.mjs'

const png = (text: string): Buffer => Buffer.from(`\x89PNG${text}`, 'latin1')

test('an ICO file has a directory whose entries point to their pictures', () => {
  const images = [
    { size: 16, png: png('small') },
    { size: 256, png: png('the largest') },
  ]
  const ico = encodeIco(images)
  expect([...ico.subarray(0, 6)]).toEqual([0, 0, 1, 0, 2, 0])
  images.forEach(({ size, png: picture }, index) => {
    const entry = ico.subarray(6 + 16 * index, 22 + 16 * index)
    expect(entry[0]).toBe(size === 256 ? 0 : size)
    const [length, offset] = [entry.readUInt32LE(8), entry.readUInt32LE(12)]
    expect(ico.subarray(offset, offset + length)).toEqual(picture)
  })
})

test('an ICNS file says its length and those of its entries', () => {
  const icns = encodeIcns([
    { type: 'ic07', png: png('one') },
    { type: 'ic10', png: png('another') },
  ])
  expect(icns.toString('latin1', 0, 4)).toBe('icns')
  expect(icns.readUInt32BE(4)).toBe(icns.length)
  const found: string[] = []
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4))
    found.push(
      `${icns.toString('latin1', at, at + 4)} ${icns.toString('latin1', at + 12, at + icns.readUInt32BE(at + 4))}`,
    )
  expect(found).toEqual(['ic07 one', 'ic10 another'])
})
