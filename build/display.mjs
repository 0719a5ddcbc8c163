import { spawn } from 'node:child_process'
import { say } from './console.mjs'

/** Whether windows can be shown: always on Windows and macOS, on Linux when X or Wayland is there. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])

/**
 * Starts a virtual display when there is no real one.
 *
 * @returns {Promise<{ env: NodeJS.ProcessEnv, stop: () => void }>} the environment for programs that show windows
 */
export async function ensureDisplay() {
  if (hasDisplay()) return { env: process.env, stop: () => {} }
  // Without -noreset it begins anew whenever its last window closes, and turns away who comes in that moment.
  const server = spawn(
    'Xvfb',
    ['-displayfd', '3', '-screen', '0', '1440x900x24', '-nolisten', 'tcp', '-noreset'],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
  const number = await new Promise((resolve, reject) => {
    server.on('error', reject)
    server.on('exit', code => reject(new Error(`Xvfb ended with code ${code}`)))
    let text = ''
    server.stdio[3]?.on('data', data => {
      text += data
      if (text.endsWith('\n')) resolve(text.trim())
    })
  })
  const display = `:${number}`
  say(`there is no display; a virtual one runs as ${display}`)
  return { env: { ...process.env, DISPLAY: display }, stop: () => server.kill() }
}
