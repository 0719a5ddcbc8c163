// `npm test`: does all set-up that is missing, then lint, types, and every test. Words after `--` go to Playwright.
import path from 'node:path'
import { run, say } from './console.mjs'
import { ensureDisplay } from './display.mjs'
import { PROJECT, setUp } from './setup.mjs'

await setUp()
const display = await ensureDisplay()

/** @param {string} title @param {string} program a script in node_modules @param {readonly string[]} args */
async function step(title, program, args) {
  say(title)
  const code = await run(process.execPath, [path.join(PROJECT, 'node_modules', program), ...args], {
    cwd: PROJECT,
    env: display.env,
  })
  if (code === 0) return
  display.stop()
  say(`${title}: failed`)
  process.exit(code)
}

const chosen = process.argv.slice(2)
if (!chosen.length) {
  await step('lint', 'eslint/bin/eslint.js', ['.'])
  await step('formatting', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.'])
  await step('types', 'typescript/bin/tsc', ['--noEmit'])
  await step('types of the oldest Electron', 'typescript/bin/tsc', [
    '--noEmit',
    '--project',
    'build/tsconfig.electron-33.json',
  ])
}
await step('tests', '@playwright/test/cli.js', ['test', '--config', 'tests/playwright.config.ts', ...chosen])
display.stop()
