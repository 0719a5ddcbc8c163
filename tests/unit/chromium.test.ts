import { expect, test } from '@playwright/test'
import type { CommandLine } from 'electron'
import { tuneChromium } from '../../main/chromium'

/** The features that are asked for after tuning. */
function featuresAfter(chromium: string | undefined, given = ''): string {
  let features = given
  const commandLine: Pick<CommandLine, 'appendSwitch' | 'getSwitchValue'> = {
    getSwitchValue: () => features,
    appendSwitch: (_name, value = '') => void (features = value),
  }
  tuneChromium(commandLine, chromium)
  return features
}

test('both sizes of pipes are lowered alike, for Chromium ends itself when the larger is the smaller', () => {
  const sizes = [...featuresAfter('130.0.6723.137').matchAll(/(\w+)DataPipeAllocationSize\/(\d+)/g)]
  expect(sizes.map(([, name]) => name)).toEqual(['Default', 'Larger'])
  expect(new Set(sizes.map(([, , bytes]) => bytes)).size).toBe(1)
})

test('features that were asked for stay asked for', () => {
  expect(featuresAfter('130.0.0.0', 'Other')).toMatch(/^Other,Default/)
})

test('a Chromium on which this was not tried stays as it is', () => {
  for (const version of ['131.0.0.0', '150.1.2.3', '', 'x', undefined])
    expect(featuresAfter(version, 'Other')).toBe('Other')
})
