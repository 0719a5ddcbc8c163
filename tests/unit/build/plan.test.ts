import { expect, test } from '@playwright/test'
import { readRequest, thisSystem, withoutNetwork } from '../../../build/installers/plan.mjs'

test('without words everything for this system is asked for', () => {
  const { orders, isRelease } = readRequest([])
  expect(orders.map(order => order.system)).toEqual([thisSystem()])
  expect(orders[0]?.targets.length).toBeGreaterThan(1)
  expect(isRelease).toBe(false)
})

test('targets belong to the system before them, architectures to all', () => {
  const { orders } = readRequest(['--linux', 'deb', 'dir', '--win', '--x64', '--arm64'])
  expect(orders).toEqual([
    { system: 'linux', targets: ['deb', 'dir'], architectures: ['x64', 'arm64'] },
    { system: 'win', targets: ['nsis', 'portable'], architectures: ['x64', 'arm64'] },
  ])
})

for (const [words, sentence] of [
  [['--lunix'], /--lunix is no option/],
  [['deb'], /Say what deb is for first/],
  [['--linux', 'dmg'], /dmg cannot be built for Linux/],
  [['--as', 'tomorrow'], /needs a version such as 1.2.3, not tomorrow/],
] as const) {
  test(`refuses ${words.join(' ')}`, () => {
    expect(() => readRequest(words)).toThrow(sentence)
  })
}

test('without the network it says of everything that is left out why', () => {
  test.skip(process.platform !== 'linux' || process.arch !== 'x64', 'says what Linux on x64 can build')
  const [order] = readRequest(['--linux', 'dir', 'AppImage', 'rpm', '--x64', '--arm64']).orders
  expect.soft(order).toBeDefined()
  if (!order) return
  const plan = withoutNetwork(order)
  expect(plan.order).toEqual({ system: 'linux', targets: ['dir'], architectures: ['x64'] })
  expect(plan.leftOut.map(({ target }) => target)).toEqual(['arm64', 'AppImage', 'rpm'])
  const [windows] = readRequest(['--win']).orders
  expect(windows && withoutNetwork(windows).order).toBeUndefined()
})
