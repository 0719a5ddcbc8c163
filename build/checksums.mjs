// `node build/checksums.mjs FOLDER`: writes SHA256SUMS for the files of a folder, as `sha256sum --check` reads it.
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fail, say } from './console.mjs'

const NAME = 'SHA256SUMS'
const [folder] = process.argv.slice(2)
if (!folder || !fs.existsSync(folder)) fail('Say which folder: node build/checksums.mjs FOLDER')
const names = fs
  .readdirSync(folder, { withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name !== NAME)
  .map(entry => entry.name)
  .sort()
if (!names.length) fail(`There is nothing in ${folder}.`)
const lines = []
for (const name of names) {
  const hash = createHash('sha256')
  await pipeline(fs.createReadStream(path.join(folder, name)), hash)
  lines.push(`${hash.digest('hex')}  ${name}\n`)
}
fs.writeFileSync(path.join(folder, NAME), lines.join(''))
say(`wrote the checksums of ${names.length} files`)
