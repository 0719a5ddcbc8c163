import { expect, test } from '@playwright/test'
import { isMetered, readNetworkManager, readWindowsCost } from '../../../main/network/metered'

test('NetworkManager is understood in the words of both tools', () => {
  for (const [value, metered] of [
    [0, null],
    [1, true],
    [2, false],
    [3, true],
    [4, false],
    [5, null],
  ] as const) {
    expect(readNetworkManager(`(<uint32 ${value}>,)\n`)).toBe(metered)
    expect(readNetworkManager(`u ${value}\n`)).toBe(metered)
  }
})

test('what is no answer of NetworkManager says nothing', () => {
  for (const output of ['', '1', 'u 11', '(<uint32 1>', "(<'1'>,)", 'Error: u 1', 'b true'])
    expect(readNetworkManager(output), output).toBeNull()
})

test("Windows' cost is metered when it is bounded, dear or used up", () => {
  expect(readWindowsCost('Unrestricted roaming=False over=False\r\n')).toBe(false)
  expect(readWindowsCost('Fixed roaming=False over=False\r\n')).toBe(true)
  expect(readWindowsCost('Variable roaming=False over=False')).toBe(true)
  expect(readWindowsCost('Unrestricted roaming=True over=False')).toBe(true)
  expect(readWindowsCost('Unknown roaming=False over=True')).toBe(true)
})

test('a cost that Windows does not know, or does not tell, says nothing', () => {
  for (const output of [
    '',
    'Unknown roaming=False over=False',
    'Unrestricted',
    'Exception calling "GetConnectionCost"',
  ])
    expect(readWindowsCost(output), output).toBeNull()
})

test('where there is nobody to ask, it is unknown', async () => {
  expect(await isMetered('darwin')).toBeNull()
  expect(await isMetered('freebsd')).toBeNull()
  // No PowerShell here, unless this is Windows.
  if (process.platform !== 'win32') expect(await isMetered('win32')).toBeNull()
})

test('this computer gives one of the three answers', async () => {
  expect([true, false, null]).toContain(await isMetered())
})
