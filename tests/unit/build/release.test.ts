import { expect, test } from '@playwright/test'
import { bundledPackages } from '../../../build/installers/notices.mjs'
import { repositoryOf } from '../../../build/installers/builder.mjs'
import { notesOf } from '../../../build/release-notes.mjs'

const CHANGELOG = `# Changelog

## [Unreleased]

## [1.2.0] - 2026-11-30

### Added

- Something new.

## [1.1.0]

- Without a day.

## [1.0.0] - 2026-10-01

[1.2.0]: https://example.org/1.2.0
`

test('the notes of a release are what the changelog says of its version', () => {
  expect(notesOf(CHANGELOG, '1.2.0')).toBe('### Added\n\n- Something new.')
})

for (const [version, sentence] of [
  ['3.0.0', /says nothing of version 3.0.0/],
  ['1.1.0', /needs the date of version 1.1.0/],
  ['1.0.0', /nothing under it/],
] as const) {
  test(`a release of ${version} is refused`, () => {
    expect(() => notesOf(CHANGELOG, version)).toThrow(sentence)
  })
}

test('the repository is read in the forms that npm has for it, and nothing else', () => {
  const expected = { owner: 'some', repo: 'reader', url: 'https://github.com/some/reader' }
  expect(repositoryOf({ repository: 'github:some/reader' })).toEqual(expected)
  expect(repositoryOf({ repository: 'https://github.com/some/reader.git' })).toEqual(expected)
  expect(() => repositoryOf({})).toThrow(/must name a GitHub repository/)
  expect(() => repositoryOf({ repository: 'https://example.org/some/reader' })).toThrow()
})

test('everything that is bundled comes with the text of a permissive licence', () => {
  const packages = bundledPackages()
  expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(['react', 'dexie', 'scheduler']))
  for (const { name, text } of packages) expect(text.length, name).toBeGreaterThan(400)
})
