// `npm run --silent evaluate -- TASK INPUT OUTPUT`: see main/evaluate.ts.
import path from 'node:path'
import { run } from './console.mjs'
import { ensureDisplay } from './display.mjs'
import { PROJECT, SANDBOX_ARGUMENTS, setUp } from './setup.mjs'

const words = process.argv.slice(2)
const electron = await setUp()
const display = await ensureDisplay()
const script = path.join(PROJECT, 'out/main/evaluate.js')
// Chromium's own remarks are no part of the answer.
const args = [...SANDBOX_ARGUMENTS, '--log-level=3', script, ...words]
const code = await run(electron, args, { env: display.env })
display.stop()
const [task, folder, output] = words.filter((word, at) => word !== '--base' && words[at - 1] !== '--base')
if (code === 0 && task === 'feeds' && folder && output) {
  // Not before set-up: it needs what set-up installs.
  const { scoreFeeds } = await import('./evaluate-feeds.mjs')
  scoreFeeds(folder, output, text => process.stdout.write(text))
}
process.exit(code)
