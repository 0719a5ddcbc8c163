// `npm run --silent evaluate -- TASK INPUT OUTPUT`: see main/evaluate.ts.
import path from 'node:path'
import { run } from './console.mjs'
import { ensureDisplay } from './display.mjs'
import { PROJECT, SANDBOX_ARGUMENTS, setUp } from './setup.mjs'

const electron = await setUp()
const display = await ensureDisplay()
const script = path.join(PROJECT, 'out/main/evaluate.js')
const args = [...SANDBOX_ARGUMENTS, script, ...process.argv.slice(2)]
// Chromium's own remarks go nowhere; the program's messages come after a marker of its own.
const code = await run(electron, args, { env: { ...display.env, ELECTRON_ENABLE_LOGGING: '' } })
display.stop()
process.exit(code)
