// `node build/sbom.mjs`: prints the bill of materials of what people install, as CycloneDX. It needs the lock file only.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { SHELL } from './console.mjs'

const PROJECT = path.resolve(import.meta.dirname, '..')

const words = [
  'sbom',
  '--sbom-format',
  'cyclonedx',
  '--sbom-type',
  'application',
  '--omit',
  'dev',
  '--package-lock-only',
]
const bill = JSON.parse(
  execFileSync('npm', words, { cwd: PROJECT, encoding: 'utf8', shell: SHELL, maxBuffer: 2 ** 26 }),
)

// npm counts it among what is for development, but it is most of what is installed.
const lock = JSON.parse(fs.readFileSync(path.join(PROJECT, 'package-lock.json'), 'utf8'))
const { version, license, integrity } = lock.packages['node_modules/electron']
const [algorithm = '', hash = ''] = integrity.split('-')
bill.components.push({
  'bom-ref': `electron@${version}`,
  type: 'framework',
  name: 'electron',
  version,
  scope: 'required',
  purl: `pkg:npm/electron@${version}`,
  hashes: [
    {
      alg: algorithm.toUpperCase().replace(/^SHA(\d)/, 'SHA-$1'),
      content: Buffer.from(hash, 'base64').toString('hex'),
    },
  ],
  licenses: [{ license: { id: license } }],
})
bill.dependencies.push({ ref: `electron@${version}`, dependsOn: [] })
bill.dependencies
  .find((/** @type {{ ref: string }} */ { ref }) => ref === bill.metadata.component['bom-ref'])
  ?.dependsOn.push(`electron@${version}`)
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`)
