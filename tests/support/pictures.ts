import type { Page } from '@playwright/test'
import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** A PNG of one colour with a stripe, so that it can be told from an empty one. Source: PNG, third edition. */
export function png(width: number, height: number, [red, green, blue] = [90, 120, 150]): Buffer {
  const line = (dark: boolean): Buffer =>
    Buffer.from([
      0,
      ...Array.from({ length: width }, () => [red ?? 0, dark ? 40 : (green ?? 0), blue ?? 0]).flat(),
    ])
  return pngOf(width, height, Buffer.concat(Array.from({ length: height }, (_, at) => line(at % 16 < 2))))
}

/** @returns soft shapes in many colours with some grain, as lines, each with the byte of its filter before it */
function drawn(width: number, height: number, seed: number): Buffer {
  const lines = Buffer.alloc(height * (width * 3 + 1))
  let at = 0
  let grain = seed + 1
  for (let y = 0; y < height; y++) {
    lines[at++] = 0
    for (let x = 0; x < width; x++) {
      grain = (Math.imul(grain, 1_103_515_245) + 12_345) >>> 0
      const light = 128 + 80 * Math.sin((x + seed * 40) / 90) * Math.cos(y / (70 + seed)) + (grain >>> 30)
      lines[at++] = light
      lines[at++] = light * 0.8
      lines[at++] = 255 - light
    }
  }
  return lines
}

/** What costs a decoder as much as a photograph, and gives one more picture for each name without being packed again. */
export interface Negative {
  readonly width: number
  readonly height: number
  /** Of the lines below the strip that tells the pictures apart. */
  readonly packed: Buffer
  readonly sum: Adler
}

/** Lines of that strip; they are stored as they are, in one block of at most 65,535 bytes. */
const STRIP = 8

export function negative(width: number, height: number, seed: number): Negative {
  const lines = drawn(width, height - STRIP, seed)
  return { width, height, packed: deflateRawSync(lines), sum: adlerOf(lines) }
}

/** @returns a PNG whose strip has colours that follow from the name */
export function printed({ width, height, packed, sum }: Negative, name: string): Buffer {
  const dot = Buffer.alloc(4)
  dot.writeUInt32BE(crc32(name))
  const line = Buffer.concat([Buffer.of(0), Buffer.alloc(width * 3, dot.subarray(0, 3))])
  const strip = Buffer.concat(Array.from({ length: STRIP }, () => line))
  const head = Buffer.alloc(7)
  head.set([0x78, 0x9c, 0])
  head.writeUInt16LE(strip.length, 3)
  head.writeUInt16LE(strip.length ^ 0xffff, 5)
  const { low, high } = joined(adlerOf(strip), sum)
  const tail = Buffer.alloc(4)
  tail.writeUInt16BE(high, 0)
  tail.writeUInt16BE(low, 2)
  return pngWith(width, height, Buffer.concat([head, strip, packed, tail]))
}

/** The two halves of a checksum of RFC 1950, and of how many bytes it is. */
interface Adler {
  readonly low: number
  readonly high: number
  readonly length: number
}

const ADLER_BASE = 65_521

function adlerOf(bytes: Buffer): Adler {
  let [low, high] = [1, 0]
  for (const byte of bytes) {
    low = (low + byte) % ADLER_BASE
    high = (high + low) % ADLER_BASE
  }
  return { low, high, length: bytes.length }
}

/** @returns the checksum of one text and the other behind it */
const joined = (one: Adler, other: Adler): Adler => ({
  low: (one.low + other.low - 1 + ADLER_BASE) % ADLER_BASE,
  high:
    (one.high + other.high + ((one.low - 1 + ADLER_BASE) % ADLER_BASE) * (other.length % ADLER_BASE)) %
    ADLER_BASE,
  length: one.length + other.length,
})

/** @param lines each with the byte of its filter before it */
const pngOf = (width: number, height: number, lines: Buffer): Buffer =>
  pngWith(width, height, deflateSync(lines))

/** @param packed the lines as a stream of RFC 1950 */
function pngWith(width: number, height: number, packed: Buffer): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    pngChunk('IHDR', head),
    pngChunk('IDAT', packed),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}

function pngChunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'ascii'), data])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}

/** A GIF (89a) in one colour, with a code for each dot and no compression. */
export function gif(width: number, height: number): Buffer {
  const size = (value: number): readonly number[] => [value & 255, value >> 8]
  const head = [
    ...Buffer.from('GIF89a'),
    ...size(width),
    ...size(height),
    0x80,
    0,
    0,
    170,
    60,
    50,
    255,
    255,
    255,
  ]
  const image = [0x2c, 0, 0, 0, 0, ...size(width), ...size(height), 0]
  // Codes of three bits: a clear code (4) before every two dots keeps them so; 5 ends the stream.
  const codes = Array.from({ length: width * height }, (_, at) => (at % 2 ? [0] : [4, 0])).flat()
  const bytes = packed([...codes, 5], 3)
  const blocks = Array.from({ length: Math.ceil(bytes.length / 255) }, (_, at) => {
    const block = bytes.slice(at * 255, at * 255 + 255)
    return [block.length, ...block]
  })
  return Buffer.from([...head, ...image, 2, ...blocks.flat(), 0, 0x3b])
}

/** Codes of so many bits, the lowest bit first. */
function packed(codes: readonly number[], bits: number): number[] {
  const bytes: number[] = []
  let [held, count] = [0, 0]
  for (const code of codes) {
    held |= code << count
    count += bits
    for (; count >= 8; count -= 8, held >>= 8) bytes.push(held & 255)
  }
  if (count) bytes.push(held & 255)
  return bytes
}

/** A drawing, with a script that must never run. */
export const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><script>parent.hacked = 1</script><rect width="100%" height="100%" fill="#486"/><circle cx="50" cy="50" r="40" fill="#eca"/></svg>`

/** A picture as Chromium writes it, with so much in it that it does not shrink to nothing. */
export async function drawnBy(
  page: Page,
  type: 'image/jpeg' | 'image/webp',
  width: number,
  height: number,
): Promise<Buffer> {
  const bytes = await page.evaluate(
    async ({ type, width, height }) => {
      const canvas = new OffscreenCanvas(width, height)
      const pen = canvas.getContext('2d')
      for (let dot = 0; dot < 2_000 && pen; dot++) {
        pen.fillStyle = `hsl(${(dot * 47) % 360} 60% ${20 + (dot % 60)}%)`
        pen.fillRect((dot * 97) % width, (dot * 61) % height, 4 + (dot % 30), 4 + (dot % 23))
      }
      return [...new Uint8Array(await (await canvas.convertToBlob({ type, quality: 0.9 })).arrayBuffer())]
    },
    { type, width, height },
  )
  return Buffer.from(bytes)
}
