import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { baseOf, linkTo, pictureAt } from '../../../renderer/pages/links'

const BASE = baseOf('https://example.org/a/b')

test('only addresses of the web are a base', () => {
  for (const address of ['', 'notes.html', 'file:///etc/passwd', 'app://broadsheet/', 'javascript:1'])
    expect(baseOf(address), address).toBeNull()
})

test('links are absolute and of three kinds', () => {
  expect(linkTo('../c?d#e', BASE)).toBe('https://example.org/c?d#e')
  expect(linkTo('//other.example', BASE)).toBe('https://other.example/')
  expect(linkTo('mailto:a@b.example', null)).toBe('mailto:a@b.example')
  const refused = [
    'javascript:1',
    'java\nscript:1',
    'data:text/html,x',
    'file:///x',
    'app://broadsheet/',
    'http://',
    'http://"/',
    '',
    null,
  ]
  for (const href of refused) expect(linkTo(href, BASE), String(href)).toBeNull()
  expect(linkTo('x', null)).toBeNull()
  expect(linkTo(`https://example.org/${'a'.repeat(5000)}`, null)).toBeNull()
})

test('a link, resolved again, is the same, and can never be read as markup', () => {
  const parts = fc.array(
    fc.constantFrom(
      'http:',
      'https:',
      'mailto:',
      '/',
      '//',
      'a.b',
      '@',
      '?',
      '#',
      '%',
      '<',
      '>',
      '"',
      '--',
      '\t',
      ' ',
      '\u00e9',
      '[',
      ':80',
      '\\',
    ),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        parts.map(list => list.join('')),
      ),
      href => {
        const link = linkTo(href, BASE)
        if (link === null) return
        expect(linkTo(link, null)).toBe(link)
        expect(link).not.toMatch(/[<>"\s]/)
      },
    ),
  )
})

test('small raster pictures may stand in their address, others may not', () => {
  const picture = `data:image/png;base64,${'A'.repeat(400)}`
  expect(pictureAt(picture, null)).toBe(picture)
  expect(pictureAt(`data:image/svg+xml;base64,${'A'.repeat(400)}`, null)).toBeNull()
  expect(pictureAt('data:image/gif;base64,R0lGODlhAQABAAAAACw=', null)).toBeNull()
  expect(pictureAt(`data:image/png;base64,${'A'.repeat(50_000)}`, null)).toBeNull()
  expect(pictureAt('mailto:a@b.example', null)).toBeNull()
})
