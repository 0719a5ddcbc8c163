import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { isLink } from './wishes'

/** What a command line asks for. */
export type Order =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  | { readonly kind: 'wrong'; readonly mistake: Mistake }
  | RunOrder

/** To run, and with what. */
export interface RunOrder {
  readonly kind: 'run'
  /** The folder of the data; null for the usual one. */
  readonly profile: string | null
  /** Whether to start without a window. */
  readonly hidden: boolean
  /** Addresses that the person typed, to be saved at once. */
  readonly added: readonly string[]
  /** Files to be read into the library, as absolute paths. */
  readonly files: readonly string[]
  /** Links and addresses that the system may have handed over: the person is asked about each. */
  readonly links: readonly string[]
}

/** Why a command line cannot be followed. */
export interface Mistake {
  readonly kind: 'unknown-option' | 'no-value' | 'no-file' | 'file-too-large' | 'no-profile'
  /** The option or the path as it was given. */
  readonly given: string
}

/**
 * Switches of Chromium and Electron, by their beginnings: they do their work before this program is asked. `updated`
 * and `squirrel-` are said by installers, `-psn_` by macOS.
 */
const OF_CHROMIUM = new RegExp(
  `^(?:-psn_|--(?:${[
    '(?:allow|auth|autoplay|blink|disable|disk|enable|force|gpu|host|ignore|inspect|js|log|media|net|no|ozone)-',
    '(?:proxy|remote|renderer|squirrel|ssl|test|touch|trace|unsafely|use|utility|v8|video|wayland|window)-',
    '(?:class|gtk-version|high-dpi-support|in-process-gpu|inspect|lang|original-process-start-time|updated)(?:=|$)',
    '(?:password-store|process-per-site|single-process|user-data-dir|v|vmodule)(?:=|$)',
  ].join('|')}))`,
)

/**
 * The part of a command line that is this program's.
 *
 * @param argv of the process. Electron itself, when it runs an application's folder, has that folder among them
 * @param appFolder null for a program that was packaged
 */
export function ownArguments(argv: readonly string[], appFolder: string | null): readonly string[] {
  const at =
    appFolder === null ? 0 : argv.findIndex((arg, index) => index > 0 && path.resolve(arg) === appFolder)
  return argv.slice(Math.max(0, at) + 1)
}

/** What of a command line holds after a restart, too: where the data is, and the switches of Chromium. */
export const lastingArguments = (args: readonly string[], { profile }: RunOrder): readonly string[] => [
  ...(profile === null ? [] : [`--profile=${profile}`]),
  ...args.filter(arg => OF_CHROMIUM.test(arg)),
]

/**
 * Reads a command line. Behind a link that the system hands over nothing but links counts: it may have been written so
 * as to look like more than one argument.
 *
 * @param folder that relative paths start from
 */
export function readArguments(args: readonly string[], folder: string): Order {
  const run: RunOrder = { kind: 'run', profile: null, hidden: false, added: [], files: [], links: [] }
  const [own, handed] = cut(args, args.findIndex(isLink))
  const [named, plain] = cut(own, own.indexOf('--'))
  let order: Order = { ...run, links: handed.filter(isLink) }
  for (let at = 0; at < named.length && order.kind === 'run'; at++) {
    const arg = named[at] ?? ''
    const next = named[at + 1]
    const isFollowed = TAKES_VALUE.test(arg) && next !== undefined && !next.startsWith('--')
    order = withArgument(order, arg, isFollowed ? next : undefined, folder)
    if (isFollowed) at++
  }
  return plain
    .slice(1)
    .reduce<Order>((so, arg) => (so.kind === 'run' ? withPlain(so, arg, folder) : so), order)
}

/** @returns what stands before a place, and what stands from it on; -1 is behind everything */
const cut = (args: readonly string[], at: number): readonly [readonly string[], readonly string[]] =>
  at < 0 ? [args, []] : [args.slice(0, at), args.slice(at)]

/** Options whose value is the next argument. */
const TAKES_VALUE = /^--(?:profile|add|import)$/

/** @param next the argument behind it, where that is its value */
function withArgument(order: RunOrder, arg: string, next: string | undefined, folder: string): Order {
  if (!arg.startsWith('-')) return withPlain(order, arg, folder)
  const [, name = '', , written] = /^--([a-z]+)(=(.*))?$/s.exec(arg) ?? []
  switch (name) {
    case 'profile':
    case 'add':
    case 'import': {
      const value = written ?? next ?? ''
      return value === '' ? wrong('no-value', `--${name}`) : withValue(order, name, value, folder)
    }
    case 'help':
    case 'version':
      return { kind: name }
    case 'hidden':
      return written === undefined ? { ...order, hidden: true } : wrong('unknown-option', arg)
    default:
      if (arg === '-h') return { kind: 'help' }
      return OF_CHROMIUM.test(arg) ? order : wrong('unknown-option', arg)
  }
}

function withValue(
  order: RunOrder,
  name: 'profile' | 'add' | 'import',
  value: string,
  folder: string,
): RunOrder {
  switch (name) {
    case 'profile':
      return { ...order, profile: path.resolve(folder, value) }
    case 'add':
      return { ...order, added: [...order.added, value] }
    case 'import':
      return { ...order, files: [...order.files, path.resolve(folder, value)] }
  }
}

/** What stands there without an option is a file that was opened with the program, or an address. */
function withPlain(order: RunOrder, arg: string, folder: string): RunOrder {
  if (arg === '') return order
  if (/^https?:/i.test(arg)) return { ...order, links: [...order.links, arg] }
  return { ...order, files: [...order.files, pathOf(arg, folder)] }
}

/** Desktops hand files over as paths or as `file:` addresses. */
function pathOf(arg: string, folder: string): string {
  try {
    return /^file:\/\//i.test(arg) ? fileURLToPath(arg) : path.resolve(folder, arg)
  } catch {
    // An address that names no file of this machine.
    return arg
  }
}

const wrong = (kind: Mistake['kind'], given: string): Order => ({ kind: 'wrong', mistake: { kind, given } })
