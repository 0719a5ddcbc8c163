#!/usr/bin/env node
// Makes a .deb with dpkg-deb from the arguments that electron-builder gives to fpm. For closed networks, where fpm is
// out of reach; releases are made with fpm.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

/** Options that stand alone; every other one has a value. */
const SWITCHES = ['--force', '--debug']
const SHORT = /** @type {Record<string, string>} */ ({ '-s': 'source', '-t': 'target', '-d': 'depends' })

/** @param {readonly string[]} args */
function parse(args) {
  const options = /** @type {Record<string, string[]>} */ ({})
  const files = /** @type {{ source: string, target: string }[]} */ ([])
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (SWITCHES.includes(arg)) continue
    if (arg.startsWith('-')) {
      const name = SHORT[arg] ?? arg.replace(/^--/, '')
      options[name] = [...(options[name] ?? []), args[++at] ?? '']
    } else {
      const [source = '', target = ''] = arg.split('=')
      files.push({ source, target })
    }
  }
  /** @param {string} name @returns {string} */
  const one = name => options[name]?.at(-1) ?? ''
  return { one, many: (/** @type {string} */ name) => options[name] ?? [], files }
}

/** Puts everything where it will be installed, readable for all. @param {string} root @param {readonly { source: string, target: string }[]} files */
function stage(root, files) {
  for (const { source, target } of files) {
    const at = path.join(root, target)
    fs.mkdirSync(path.dirname(at), { recursive: true })
    // A folder with a slash at its end is its content.
    fs.cpSync(source, at, { recursive: true, verbatimSymlinks: true })
  }
  execFileSync('chmod', ['-R', 'u=rwX,go=rX', root])
}

/** @param {string} folder @returns {string[]} files below it, as paths from it */
const filesIn = folder =>
  fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()

/** @param {ReturnType<typeof parse>} options @param {number} kilobytes */
function controlFile({ one, many }, kilobytes) {
  const [synopsis = '', ...rest] = one('description').split('\n')
  const fields = {
    Package: one('name'),
    Version: one('version'),
    Architecture: one('architecture'),
    Maintainer: one('maintainer'),
    'Installed-Size': String(kilobytes),
    Depends: many('depends').join(', '),
    Recommends: many('deb-recommends').join(', '),
    Section: one('category'),
    Priority: one('deb-priority'),
    Homepage: one('url'),
    Description: [synopsis, ...rest.map(line => ` ${line.trim() || '.'}`)].join('\n'),
  }
  const lines = Object.entries(fields).flatMap(([name, value]) => (value ? [`${name}: ${value}`] : []))
  return `${lines.join('\n')}\n`
}

/** @param {ReturnType<typeof parse>} options */
function buildDeb(options) {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'broadsheet-deb-'))
  try {
    fs.chmodSync(root, 0o755)
    stage(root, options.files)
    const files = filesIn(root)
    const bytes = files.reduce((sum, file) => sum + fs.statSync(path.join(root, file)).size, 0)
    const sums = files.map(file => {
      const hash = createHash('md5').update(fs.readFileSync(path.join(root, file)))
      return `${hash.digest('hex')}  ${file}\n`
    })
    const control = path.join(root, 'DEBIAN')
    fs.mkdirSync(control, { mode: 0o755 })
    fs.writeFileSync(path.join(control, 'control'), controlFile(options, Math.ceil(bytes / 1024)))
    fs.writeFileSync(path.join(control, 'md5sums'), sums.join(''))
    for (const [name, file] of [
      ['postinst', options.one('after-install')],
      ['postrm', options.one('after-remove')],
    ]) {
      if (file) fs.writeFileSync(path.join(control, name ?? ''), fs.readFileSync(file), { mode: 0o755 })
    }
    const compression = `-Z${options.one('deb-compression').replace(/^zst$/, 'zstd') || 'xz'}`
    execFileSync('dpkg-deb', ['--root-owner-group', compression, '--build', root, options.one('package')], {
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
}

const options = parse(process.argv.slice(2))
if (options.one('target') !== 'deb') {
  process.stderr.write(`Without fpm only .deb can be made, not .${options.one('target')}.\n`)
  process.exit(1)
}
buildDeb(options)
