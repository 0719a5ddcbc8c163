import { expect, test } from '@playwright/test'
import { commandOf, type KeyPress } from '../../../renderer/reader/keys/keys'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test('letters command, whether or not caps lock is on', () => {
  expect(commandOf(press('j'), 'elsewhere')).toBe('next')
  expect(commandOf(press('J'), 'elsewhere')).toBe('next')
  expect(commandOf(press('s'), 'elsewhere')).toBe('star')
  expect(commandOf(press('v'), 'elsewhere')).toBe('text')
  expect(commandOf(press('e'), 'elsewhere')).toBe('export')
})

test('nothing is commanded while somebody types, but Escape leaves', () => {
  expect(commandOf(press('j'), 'field')).toBeNull()
  expect(commandOf(press(' '), 'field')).toBeNull()
  expect(commandOf(press('Escape'), 'field')).toBe('leave')
})

test('keys with Ctrl, Cmd or Alt belong to the system and the menu', () => {
  expect(commandOf(press('r', { ctrlKey: true }), 'elsewhere')).toBeNull()
  expect(commandOf(press('a', { metaKey: true }), 'elsewhere')).toBeNull()
  expect(commandOf(press('ArrowDown', { altKey: true }), 'elsewhere')).toBeNull()
})

test('Space pages, backwards with Shift, and presses a button that has the focus', () => {
  expect(commandOf(press(' '), 'elsewhere')).toBe('page')
  expect(commandOf(press(' ', { shiftKey: true }), 'elsewhere')).toBe('page-back')
  expect(commandOf(press(' '), 'control')).toBeNull()
  expect(commandOf(press('j'), 'control')).toBe('next')
})

test('keys without a meaning are left alone', () => {
  for (const key of ['x', 'Tab', 'Enter', 'constructor', 'Dead'])
    expect(commandOf(press(key), 'elsewhere')).toBeNull()
})
