// The texts of the licences of everything that is bundled into the program.
import fs from 'node:fs'
import path from 'node:path'

const PROJECT = path.resolve(import.meta.dirname, '../..')
const LICENCE_FILE = /^(?:licen[cs]e|copying|notice|ofl)(?:[.-]|$)/i
/** Whoever installs the program may do what these ask; others need a decision first. */
const PERMISSIVE = /^(?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0|0BSD|OFL-1\.1|BlueOak-1\.0\.0|MPL-2\.0 OR Apache-2\.0|\(MPL-2\.0 OR Apache-2\.0\)|Python-2\.0|CC0-1\.0)$/ // prettier-ignore

/**
 * @typedef {object} Bundled
 * @property {string} name @property {string} version @property {string} license SPDX expression @property {string} text
 */

/** The folder of a package as Node finds it from another one. @param {string} from @param {string} name */
function folderOf(from, name) {
  for (let folder = from; ; folder = path.dirname(folder)) {
    const at = path.join(folder, 'node_modules', name)
    if (fs.existsSync(path.join(at, 'package.json'))) return at
    if (folder === path.dirname(folder)) return undefined
  }
}

/**
 * Everything that the program depends on, with the text of its licence.
 *
 * @returns {readonly Bundled[]} by name @throws when one has no licence that allows it to be passed on, or no text of it
 */
export function bundledPackages() {
  const found = /** @type {Map<string, Bundled>} */ (new Map())
  /** @param {string} folder @param {boolean} isOurs */
  const visit = (folder, isOurs) => {
    const description = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
    const { name, version, license } = description
    if (!isOurs) {
      if (found.has(`${name}@${version}`)) return
      found.set(`${name}@${version}`, { name, version, license, text: licenceText(folder, description) })
    }
    for (const dependency of Object.keys({
      ...description.dependencies,
      ...description.optionalDependencies,
    })) {
      const at = folderOf(folder, dependency)
      if (at) visit(at, false)
    }
  }
  visit(PROJECT, true)
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name))
}

/**
 * @param {string} folder
 * @param {{ readonly name: string, readonly license?: string, readonly author?: string | { readonly name: string } }} description
 */
function licenceText(folder, { name, license, author }) {
  if (typeof license !== 'string' || !PERMISSIVE.test(license))
    throw new Error(
      `${name} has the licence ${license}, which build/installers/notices.mjs does not know as permissive.`,
    )
  const files = fs.readdirSync(folder).filter(file => LICENCE_FILE.test(file))
  if (files.length)
    return files.map(file => fs.readFileSync(path.join(folder, file), 'utf8').trim()).join('\n\n')
  const holder = typeof author === 'string' ? author : author?.name
  if (license !== 'MIT' || !holder)
    throw new Error(`${name} comes without the text of its licence (${license}).`)
  // It names its licence and its author only; ours is the same text.
  const ours = fs.readFileSync(path.join(PROJECT, 'LICENSE'), 'utf8')
  return ours.replace(/^Copyright .*$/m, `Copyright (c) ${holder}`).trim()
}

/** @returns {string} what people get as THIRD-PARTY-NOTICES.txt */
export function notices() {
  const parts = bundledPackages().map(({ name, version, license, text }) => {
    const title = `${name} ${version} (${license})`
    return `${title}\n${'-'.repeat(title.length)}\n\n${text}\n`
  })
  const head =
    'Broadsheet is made with the following works. Electron and Chromium, which it runs on, are under the licences in\n' +
    'LICENSE.electron.txt and LICENSES.chromium.html.\n'
  return [head, ...parts].join('\n\n')
}
