// `npm start`: does all set-up that is missing and opens the application. Arguments after `--` go to it.
import { run, say } from './console.mjs'
import { ensureDisplay } from './display.mjs'
import { PROJECT, SANDBOX_ARGUMENTS, setUp } from './setup.mjs'

const electron = await setUp()
const display = await ensureDisplay()
if (SANDBOX_ARGUMENTS.length) say('running as root: without the sandbox')
const code = await run(electron, [...SANDBOX_ARGUMENTS, PROJECT, ...process.argv.slice(2)], {
  env: display.env,
})
display.stop()
process.exit(code)
