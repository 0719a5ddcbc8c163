import { expect, test } from '@playwright/test'
import path from 'node:path'
import { appImageOf, folderOfProgram, updateWayOf, type Machine } from '../../../main/desktop/installation'

const CONFIG = '/opt/Broadsheet/resources/app-update.yml'

/** A machine with these files. */
const machine = (change: Partial<Machine> = {}, files: readonly string[] = [CONFIG]): Machine => ({
  platform: 'linux',
  env: {},
  executable: '/opt/Broadsheet/broadsheet',
  resources: '/opt/Broadsheet/resources',
  isPackaged: true,
  isFromStore: false,
  readFile: file => (files.includes(file) ? 'text' : null),
  ...change,
})
const IMAGE = {
  env: { APPIMAGE: '/home/reader/Broadsheet.AppImage', APPDIR: '/tmp/.mount_x' },
  executable: '/tmp/.mount_x/broadsheet',
}
const wayOf = (change?: Partial<Machine>, files?: readonly string[]) =>
  updateWayOf(machine(change, files), CONFIG)

test('an AppImage renews itself, and so do the installed program on Windows and macOS', () => {
  expect(wayOf(IMAGE)).toBe('itself')
  expect(wayOf({ platform: 'win32' })).toBe('itself')
  expect(wayOf({ platform: 'darwin' })).toBe('itself')
})

test('what others look after is left to them', () => {
  const packageType = path.join('/opt/Broadsheet/resources', 'package-type')
  expect(wayOf({}, [CONFIG, packageType])).toBe('package')
  expect(wayOf({}, [packageType])).toBe('package')
  expect(wayOf({ ...IMAGE, env: { ...IMAGE.env, FLATPAK_ID: 'org.example.Broadsheet' } })).toBe('flatpak')
  expect(wayOf({ env: { SNAP: '/opt/Broadsheet' } })).toBe('snap')
  expect(wayOf({ platform: 'darwin', isFromStore: true })).toBe('store')
  expect(wayOf({ platform: 'win32', isFromStore: true })).toBe('store')
})

test('what was only unpacked, or names no address of updates, is renewed by hand', () => {
  expect(wayOf()).toBe('by-hand')
  expect(wayOf({ platform: 'win32', env: { PORTABLE_EXECUTABLE_DIR: 'D:\\Tools' } })).toBe('by-hand')
  expect(wayOf(IMAGE, [])).toBe('by-hand')
  expect(wayOf({ isPackaged: false }, [])).toBe('source')
})

test('the variables of another AppImage or Snap that started this program mean nothing', () => {
  const { env } = IMAGE
  expect(appImageOf(machine({ env }))).toBeNull()
  expect(wayOf({ env })).toBe('by-hand')
  expect(wayOf({ env: { SNAP: '/snap/terminal/1' } })).toBe('by-hand')
  expect(appImageOf(machine({ ...IMAGE, env: { ...env, APPIMAGE: 'Broadsheet.AppImage' } }))).toBeNull()
  expect(appImageOf(machine({ ...IMAGE, executable: '/tmp/.mount_xy/broadsheet' }))).toBeNull()
})

test('a program stands where the person sees it', () => {
  expect(folderOfProgram(machine(IMAGE))).toBe('/home/reader')
  expect(folderOfProgram(machine())).toBe('/opt/Broadsheet')
  expect(folderOfProgram(machine({ isPackaged: false }))).toBeNull()
  const bundle = '/Applications/News/Broadsheet.app/Contents/MacOS/Broadsheet'
  expect(folderOfProgram(machine({ platform: 'darwin', executable: bundle }))).toBe('/Applications/News')
  expect(folderOfProgram(machine({ platform: 'win32', env: { PORTABLE_EXECUTABLE_DIR: 'D:\\Tools' } }))).toBe(
    'D:\\Tools',
  )
})
