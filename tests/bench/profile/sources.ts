import fs from 'node:fs'
import { SourceMap } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { CallFrame } from './cpu-profile'

/** Says in which source file a function of a bundle stands. */
export type SourceOf = (frame: CallFrame) => string

interface Bundle {
  readonly folder: string
  readonly map: SourceMap
}

/**
 * @param project the project's folder: sources are told relative to it
 * @param built folder with main/ and renderer/ as built, with source maps
 */
export function createSources(project: string, built: string): SourceOf {
  const bundles = new Map<string, Bundle | null>()
  const bundleOf = (url: string): Bundle | null => {
    const known = bundles.get(url)
    if (known !== undefined) return known
    const bundle = readBundle(url, built)
    bundles.set(url, bundle)
    return bundle
  }
  return ({ url, lineNumber, columnNumber }) => {
    const bundle = bundleOf(url)
    const entry = bundle?.map.findEntry(lineNumber, columnNumber)
    if (!bundle || !entry || !('originalSource' in entry)) return url.replace(/^.*\//, '')
    return shortName(path.relative(project, path.resolve(bundle.folder, entry.originalSource)))
  }
}

/** Packages are told from their own folder on. */
const shortName = (file: string): string => file.replace(/^.*node_modules\//, 'node_modules/')

function readBundle(url: string, built: string): Bundle | null {
  const file = fileOf(url, built)
  if (file === null || !fs.existsSync(`${file}.map`)) return null
  const map = new SourceMap(JSON.parse(fs.readFileSync(`${file}.map`, 'utf8')))
  return { folder: path.dirname(file), map }
}

function fileOf(url: string, built: string): string | null {
  if (url.startsWith('file:')) return fileURLToPath(url)
  const page = 'app://broadsheet/'
  return url.startsWith(page) ? path.join(built, 'renderer', url.slice(page.length)) : null
}
