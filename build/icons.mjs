// Draws the icons of every system from the drawings in build/icons, with the Electron at hand.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { fail } from './console.mjs'
import { ensureDisplay } from './display.mjs'

const DRAWINGS = path.join(import.meta.dirname, 'icons')
/** Small sizes have drawings of their own, on a grid of whole pixels: the large one's lines would melt into grey. */
const SMALL_DRAWINGS = /** @type {const} */ ({ 16: 16, 32: 16, 24: 24, 48: 24 })
const LINUX_SIZES = [16, 24, 32, 48, 64, 128, 256, 512]
const WINDOWS_SIZES = [16, 24, 32, 48, 64, 128, 256]
/** Apple's names of the entries by their pixels; a size that is also another's double has two. */
const APPLE_ENTRIES = /** @type {const} */ ([
  ['icp4', 16],
  ['ic11', 32],
  ['icp5', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
])
/** macOS icons stand in a frame of air; Dock and Finder expect it. */
const APPLE_INSET = 0.07

/**
 * An icon file of Windows: a directory, and PNG files behind it.
 *
 * Source: the ICO format as Windows Vista extended it (an entry may be a PNG).
 *
 * @param {readonly { readonly size: number, readonly png: Buffer }[]} images @returns {Buffer}
 */
export function encodeIco(images) {
  const head = Buffer.alloc(6 + 16 * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    // A byte cannot say 256; 0 does.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...images.map(({ png }) => png)])
}

/**
 * An icon file of macOS: named entries, each with its length, PNG inside.
 *
 * Source: Apple's Icon Composer format, types ic07–ic14, icp4 and icp5.
 *
 * @param {readonly { readonly type: string, readonly png: Buffer }[]} entries @returns {Buffer}
 */
export function encodeIcns(entries) {
  /** @param {string} type @param {Buffer} content */
  const block = (type, content) => {
    const head = Buffer.alloc(8)
    head.write(type, 'latin1')
    head.writeUInt32BE(8 + content.length, 4)
    return Buffer.concat([head, content])
  }
  return block('icns', Buffer.concat(entries.map(({ type, png }) => block(type, png))))
}

/**
 * Draws all icons.
 *
 * @param {string} electron its executable @param {readonly string[]} args that it needs here
 * @param {string} target folder; gets `linux/NxN.png`, `icon.ico` and `icon.icns`
 */
export async function drawIcons(electron, args, target) {
  const linux = path.join(target, 'linux')
  const work = path.join(target, 'work')
  for (const folder of [linux, work]) {
    fs.rmSync(folder, { recursive: true, force: true })
    fs.mkdirSync(folder, { recursive: true })
  }
  /** @param {string} name @param {number} size */
  const fileOf = (name, size) => path.join(work, `${name}-${size}.png`)
  /** @param {string} name @param {number} size @param {number} inset */
  const drawing = (name, size, inset) => {
    const grid = SMALL_DRAWINGS[/** @type {keyof typeof SMALL_DRAWINGS} */ (size)]
    const svg = path.join(DRAWINGS, grid ? `broadsheet-${grid}.svg` : 'broadsheet.svg')
    return { svg, size, inset: grid ? 0 : inset, file: fileOf(name, size) }
  }
  const plain = [...new Set([...LINUX_SIZES, ...WINDOWS_SIZES])]
  const apple = [...new Set(APPLE_ENTRIES.map(([, size]) => size))]
  await render(electron, args, work, [
    ...plain.map(size => drawing('plain', size, 0)),
    ...apple.map(size => drawing('apple', size, APPLE_INSET)),
  ])
  for (const size of LINUX_SIZES)
    fs.copyFileSync(fileOf('plain', size), path.join(linux, `${size}x${size}.png`))
  /** @param {string} name @param {number} size */
  const png = (name, size) => fs.readFileSync(fileOf(name, size))
  const windowsImages = WINDOWS_SIZES.map(size => ({ size, png: png('plain', size) }))
  fs.writeFileSync(path.join(target, 'icon.ico'), encodeIco(windowsImages))
  const appleEntries = APPLE_ENTRIES.map(([type, size]) => ({ type, png: png('apple', size) }))
  fs.writeFileSync(path.join(target, 'icon.icns'), encodeIcns(appleEntries))
  fs.rmSync(work, { recursive: true })
}

/**
 * @param {string} electron @param {readonly string[]} args @param {string} work
 * @param {readonly { readonly svg: string, readonly size: number, readonly inset: number, readonly file: string }[]} drawings
 */
async function render(electron, args, work, drawings) {
  const list = path.join(work, 'drawings.json')
  fs.writeFileSync(list, JSON.stringify(drawings))
  const display = await ensureDisplay()
  const profile = path.join(work, 'profile')
  const program = path.join(DRAWINGS, 'render-page.mjs')
  const child = spawn(electron, [...args, `--user-data-dir=${profile}`, '--log-level=3', program], {
    env: { ...display.env, ICONS: list },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 60_000,
  })
  const [code] = /** @type {[number | null]} */ (await once(child, 'exit'))
  display.stop()
  if (code !== 0) fail('The icons could not be drawn; the lines above say why.')
}
