// `node build/release-notes.mjs [VERSION]`: prints what CHANGELOG.md says of a version, for its release.
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { fail } from './console.mjs'

const PROJECT = path.resolve(import.meta.dirname, '..')

/**
 * The part of a changelog that is about a version.
 *
 * Source: the form of keepachangelog.com, a heading `## [1.2.3] - 2026-11-28` for each version.
 *
 * @param {string} changelog @param {string} version @returns {string} without its heading
 * @throws when there is none, or nothing in it, or no date
 */
export function notesOf(changelog, version) {
  const parts = changelog.split(/^## /m).slice(1)
  const part = parts.find(text => text.startsWith(`[${version}]`))
  if (part === undefined) throw new Error(`CHANGELOG.md says nothing of version ${version}.`)
  const [heading = '', ...lines] = part.split('\n')
  if (!/^\[[^\]]+\] - \d{4}-\d{2}-\d{2}$/.test(heading.trim()))
    throw new Error(`CHANGELOG.md needs the date of version ${version}: "## [${version}] - 2026-01-31".`)
  // Addresses of the versions stand at the end of the file, and belong to none.
  const notes = lines
    .filter(line => !/^\[[^\]]+\]: /.test(line))
    .join('\n')
    .trim()
  if (!notes) throw new Error(`CHANGELOG.md has a heading for version ${version}, and nothing under it.`)
  return notes
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { version } = JSON.parse(fs.readFileSync(path.join(PROJECT, 'package.json'), 'utf8'))
  try {
    const changelog = fs.readFileSync(path.join(PROJECT, 'CHANGELOG.md'), 'utf8')
    process.stdout.write(`${notesOf(changelog, process.argv[2] ?? version)}\n`)
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}
