#!/usr/bin/env node
// Stands in for 7za on closed networks, for the one thing that building a .tar.gz asks of it:
// `7za a … TARGET.tar.gz SOURCE.tar`.
import fs from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'

const args = process.argv.slice(2)
const [target, source] = args.slice(-2)
if (args[0] !== 'a' || !target?.endsWith('.tar.gz') || !source) {
  process.stderr.write(`Without 7-Zip only .tar.gz can be packed. Asked: 7za ${args.join(' ')}\n`)
  process.exit(1)
}
await pipeline(fs.createReadStream(source), createGzip({ level: 1 }), fs.createWriteStream(target))
