import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { lastingArguments, ownArguments, readArguments, type RunOrder } from '../../../main/desktop/arguments'

const FOLDER = path.resolve('/home/reader')
const read = (...args: readonly string[]) => readArguments(args, FOLDER)
const NOTHING: RunOrder = { kind: 'run', profile: null, hidden: false, added: [], files: [], links: [] }
const wrong = (kind: string, given: string) => ({ kind: 'wrong', mistake: { kind, given } })

test('every option is read, with its value behind it or after a sign of equality', () => {
  expect(read()).toEqual(NOTHING)
  expect(read('--hidden', '--add', 'a.example', '--add=https://b.example/?x=1')).toEqual({
    ...NOTHING,
    hidden: true,
    added: ['a.example', 'https://b.example/?x=1'],
  })
  expect(read('--profile', 'papers', '--import=lists/feeds.opml', '--import', '/mnt/page.html')).toEqual({
    ...NOTHING,
    profile: path.join(FOLDER, 'papers'),
    files: [path.join(FOLDER, 'lists/feeds.opml'), path.resolve('/mnt/page.html')],
  })
  expect(read('--help')).toEqual({ kind: 'help' })
  expect(read('-h')).toEqual({ kind: 'help' })
  expect(read('--version', '--nonsense')).toEqual({ kind: 'version' })
})

test('files stand without an option, as paths or as the addresses that desktops give', () => {
  const file = path.join(FOLDER, 'weekly list.opml')
  expect(read('weekly list.opml', pathToFileURL(file).href, '')).toEqual({ ...NOTHING, files: [file, file] })
  expect(read('--hidden', '--', '--odd.html')).toEqual({
    ...NOTHING,
    hidden: true,
    files: [path.join(FOLDER, '--odd.html')],
  })
  expect(read('https://a.example/')).toEqual({ ...NOTHING, links: ['https://a.example/'] })
})

test('what is mistyped is named', () => {
  for (const option of ['--hiden', '--imports=x', '-x', '--add-page', '--Help', '---', '--hidden=no'])
    expect(read(option), option).toEqual(wrong('unknown-option', option))
  for (const args of [['--add'], ['--add='], ['--add', '--hidden']])
    expect(read(...args)).toEqual(wrong('no-value', '--add'))
  expect(read('--import')).toEqual(wrong('no-value', '--import'))
  expect(read('--profile', '--hidden')).toEqual(wrong('no-value', '--profile'))
})

test('switches of Chromium, of Electron, of installers and of macOS are left to them', () => {
  const switches = [
    '--no-sandbox',
    '--lang=en-GB',
    '--user-data-dir=/tmp/trial',
    '--ozone-platform=wayland',
    '--ozone-platform-hint=auto',
    '--enable-features=A,B',
    '--disable-gpu',
    '--force-device-scale-factor=2',
    '--inspect=0',
    '--remote-debugging-port=9222',
    '--password-store=basic',
    '--proxy-server=http://127.0.0.1:8080',
    '--js-flags=--expose-gc',
    '--use-gl=angle',
    '--v=1',
    '--updated',
    '--squirrel-firstrun',
    '-psn_0_12345',
  ]
  for (const each of switches) expect(read(each), each).toEqual(NOTHING)
})

test('behind a link that is handed over nothing but links counts', () => {
  const link = 'broadsheet:add?url=https%3A%2F%2Fa.example%2F'
  expect(
    read('--hidden', link, '--import', '/etc/passwd', '--help', '--profile=/elsewhere', 'feed:x'),
  ).toEqual({
    ...NOTHING,
    hidden: true,
    links: [link, 'feed:x'],
  })
  expect(read('FEED://a.example/rss', '--add', 'b.example')).toEqual({
    ...NOTHING,
    links: ['FEED://a.example/rss'],
  })
  expect(read('--add', link)).toEqual(wrong('no-value', '--add'))
})

test('any command line is read, and what stands behind a link changes nothing', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('--add', '--add=x', '--import', '--profile', '--', '--hidden', 'feed:x'),
  )
  fc.assert(
    fc.property(fc.array(part), fc.array(part), (before, behind) => {
      const others = behind.filter(arg => !/^(broadsheet|feed):/i.test(arg))
      const link = 'broadsheet:add?url=x'
      expect(readArguments([...before, link, ...others], FOLDER)).toEqual(
        readArguments([...before, link], FOLDER),
      )
    }),
  )
})

test('the folder of an application that is not packaged is no argument of its own', () => {
  expect(ownArguments(['/usr/bin/broadsheet', '--hidden'], null)).toEqual(['--hidden'])
  expect(ownArguments(['electron', '--no-sandbox', FOLDER, '--hidden'], FOLDER)).toEqual(['--hidden'])
  expect(ownArguments(['electron', '--hidden'], FOLDER)).toEqual(['--hidden'])
})

test('a restart keeps the folder of the data and the switches, and adds nothing twice', () => {
  const args = ['--no-sandbox', '--add', 'a.example', '--profile', 'papers', 'list.opml', '--lang=de']
  const order = read(...args)
  expect(order.kind === 'run' && lastingArguments(args, order)).toEqual([
    `--profile=${path.join(FOLDER, 'papers')}`,
    '--no-sandbox',
    '--lang=de',
  ])
})
