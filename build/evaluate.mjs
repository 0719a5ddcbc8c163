// `npm run --silent evaluate -- TASK INPUT OUTPUT`: see main/evaluate.ts.
import path from 'node:path'
import { run } from './console.mjs'
import { ensureDisplay } from './display.mjs'
import { PROJECT, SANDBOX_ARGUMENTS, setUp } from './setup.mjs'

const electron = await setUp()
const display = await ensureDisplay()
const script = path.join(PROJECT, 'out/main/evaluate.js')
// Chromium's own remarks are no part of the answer.
const args = [...SANDBOX_ARGUMENTS, '--log-level=3', script, ...process.argv.slice(2)]
const code = await run(electron, args, { env: display.env })
display.stop()
process.exit(code)
