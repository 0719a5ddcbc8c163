import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { fileNameOf } from '../../../main/desktop/file-name'

test('a title becomes a name that says the same', () => {
  expect(fileNameOf('The bell: “rung” at 12/24?')).toBe('The bell “rung” at 12 24')
  expect(fileNameOf('  ..hidden. ')).toBe('hidden')
  expect(fileNameOf('aux')).toBe('_aux')
  expect(fileNameOf('///')).toBe('')
})

test('no title makes a path, a control character or a name that is too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), title => {
      const name = fileNameOf(title)
      expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}]|^[ .]|[ .]$/u)
      expect(Buffer.byteLength(`${name}.html.part`)).toBeLessThan(256)
    }),
  )
})
