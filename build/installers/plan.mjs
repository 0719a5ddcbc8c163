// What is asked for on the command line, and what of it can be built here.
import { execFileSync } from 'node:child_process'
import { TARGETS } from './builder.mjs'

/** @typedef {'linux' | 'win' | 'mac'} System */
/** @typedef {'x64' | 'arm64' | 'universal'} Architecture */
/**
 * @typedef {object} Order
 * @property {System} system @property {readonly string[]} targets names of electron-builder, and `dir`
 * @property {readonly Architecture[]} architectures
 */
/**
 * @typedef {object} Request
 * @property {readonly Order[]} orders @property {boolean} isRelease @property {string | undefined} version
 */
/** @typedef {{ readonly target: string, readonly reason: string }} LeftOut */

const SYSTEMS = /** @type {const} */ ({ linux: 'linux', win32: 'win', darwin: 'mac' })
const NAMES = /** @type {const} */ ({ linux: 'Linux', win: 'Windows', mac: 'macOS' })
const ARCHITECTURES = ['x64', 'arm64', 'universal']
/** Beside the installers, what electron-builder can make and somebody may want. */
const FURTHER = ['dir', 'zip', 'tar.gz', 'tar.xz', '7z']

/** The system that this runs on. @returns {System} */
export const thisSystem = () => SYSTEMS[/** @type {keyof typeof SYSTEMS} */ (process.platform)] ?? 'linux'

/**
 * Reads the command line: systems with their targets (`--linux deb dir`), architectures, `--release`, and `--as VERSION`.
 *
 * @param {readonly string[]} words @returns {Request} @throws a sentence, when a word says nothing
 */
export function readRequest(words) {
  const wanted = /** @type {Map<System, string[]>} */ (new Map())
  const architectures = /** @type {Architecture[]} */ ([])
  let isRelease = false
  let version = /** @type {string | undefined} */ (undefined)
  let system = /** @type {System | undefined} */ (undefined)
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const option = word.replace(/^--/, '')
    if (word.startsWith('--') && option in NAMES) {
      system = /** @type {System} */ (option)
      wanted.set(system, wanted.get(system) ?? [])
    } else if (word.startsWith('--') && ARCHITECTURES.includes(option)) {
      architectures.push(/** @type {Architecture} */ (option))
    } else if (word === '--release') isRelease = true
    else if (word === '--as') version = words[++at]
    else if (word === '--dir') wanted.set(thisSystem(), [...(wanted.get(thisSystem()) ?? []), 'dir'])
    else if (system && knownTargets(system).includes(word)) wanted.get(system)?.push(word)
    else throw new Error(refusal(word, system))
  }
  if (version !== undefined && !/^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version))
    throw new Error(`--as needs a version such as 1.2.3, not ${version}.`)
  if (!wanted.size) wanted.set(thisSystem(), [])
  const orders = [...wanted].map(([name, targets]) => ({
    system: name,
    targets: targets.length ? targets : TARGETS[name],
    architectures: architectures.length ? architectures : defaultArchitectures(name),
  }))
  return { orders, isRelease, version }
}

/** @param {System} system @returns {readonly string[]} */
const knownTargets = system => [...TARGETS[system], ...FURTHER]

/** @param {string} word @param {System | undefined} system */
function refusal(word, system) {
  const options = '--linux, --win, --mac, --x64, --arm64, --universal, --dir, --release, --as VERSION'
  if (word.startsWith('-')) return `${word} is no option. There are: ${options}.`
  return system
    ? `${word} cannot be built for ${NAMES[system]}. There are: ${[...new Set(knownTargets(system))].join(', ')}.`
    : `Say what ${word} is for first: --linux, --win or --mac.`
}

/** @param {System} system @returns {readonly Architecture[]} */
const defaultArchitectures = system =>
  system === 'mac' ? ['universal'] : [process.arch === 'arm64' ? 'arm64' : 'x64']

/** @param {string} program */
const hasProgram = program => {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/**
 * Divides an order into what can be built with an unpacked Electron and no network, and what cannot.
 *
 * @param {Order} order @returns {{ readonly order: Order | undefined, readonly leftOut: readonly LeftOut[] }}
 */
export function withoutNetwork(order) {
  const leftOut = /** @type {LeftOut[]} */ ([])
  /** @param {string} target @param {string} reason */
  const leave = (target, reason) => void leftOut.push({ target, reason })
  if (order.system !== thisSystem()) {
    leave(NAMES[order.system], `Electron for ${NAMES[order.system]} has to be downloaded`)
    return { order: undefined, leftOut }
  }
  const architectures = order.architectures.filter(architecture => {
    const isOurs = architecture === process.arch
    if (!isOurs) leave(architecture, `Electron for ${architecture} has to be downloaded`)
    return isOurs
  })
  const targets = order.targets.filter(target => {
    const reason = hindrance(target)
    if (reason) leave(target, reason)
    return !reason
  })
  const canBuild = targets.length && architectures.length
  return { order: canBuild ? { ...order, targets, architectures } : undefined, leftOut }
}

/** @param {string} target @returns {string | undefined} why it needs the network */
function hindrance(target) {
  if (target === 'dir') return undefined
  if (target === 'tar.gz' && process.platform !== 'win32') return undefined
  if (target === 'deb') return hasProgram('dpkg-deb') ? undefined : 'dpkg-deb is missing'
  if (target === 'AppImage') return 'the runtime of AppImages has to be downloaded'
  if (target === 'rpm') return 'fpm, which makes it, has to be downloaded'
  return `what packs ${target} has to be downloaded`
}
