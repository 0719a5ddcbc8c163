// `node build/release-check.mjs`: what has to be true before a release is built. Says in sentences what is not.
import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fail, say } from './console.mjs'
import { readDescription, repositoryOf } from './installers/builder.mjs'
import { notesOf } from './release-notes.mjs'

const PROJECT = path.resolve(import.meta.dirname, '..')
const description = readDescription()
const { owner, repo } = repositoryOf(description)
const problems = []

const tag = process.env['GITHUB_REF_NAME'] ?? tagHere()
if (tag !== `v${description.version}`)
  problems.push(`package.json says version ${description.version}, and the tag is ${tag || 'missing'}.`)

// The program asks this repository for its updates, so nobody else's build may be released with it.
const here = process.env['GITHUB_REPOSITORY']
if (here !== undefined && here !== `${owner}/${repo}`)
  problems.push(`package.json says that releases are at ${owner}/${repo}, and this is ${here}.`)

try {
  notesOf(fs.readFileSync(path.join(PROJECT, 'CHANGELOG.md'), 'utf8'), description.version)
} catch (error) {
  problems.push(error instanceof Error ? error.message : String(error))
}

if (problems.length) fail(`This is not ready to be released:\n- ${problems.join('\n- ')}`)
say(`version ${description.version} of ${owner}/${repo} can be released`)

function tagHere() {
  try {
    const words = ['describe', '--tags', '--exact-match']
    return execFileSync('git', words, {
      cwd: PROJECT,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim()
  } catch {
    return ''
  }
}
