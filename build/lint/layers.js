import path from 'node:path'

/**
 * Which folders each folder may import. A folder's files import one another freely; another folder is
 * imported through its face (`index.ts`) alone, and only when it stands in this table.
 *
 * @type {Record<string, readonly string[]>}
 */
const LAYERS = {
  'renderer/text': [],
  'renderer/feeds': ['renderer/text'],
  'renderer/pages': ['renderer/text'],
  'renderer/pictures': ['renderer/text'],
  'renderer/quotes': ['renderer/text'],
  'renderer/stories': ['renderer/text'],
  'renderer/search': ['renderer/text'],
  'renderer/library': [
    'renderer/text',
    'renderer/feeds',
    'renderer/pages',
    'renderer/pictures',
    'renderer/quotes',
    'renderer/stories',
    'renderer/search',
  ],
  main: ['preload'],
  preload: [],
}
const DOMAIN = Object.keys(LAYERS).filter(name => name.startsWith('renderer/'))
for (const page of ['ingest', 'reader', 'evaluate']) LAYERS[`renderer/${page}`] = [...DOMAIN, 'preload']

/** Of `preload`, other folders see the contract and nothing else: it holds types and constants only. */
const FACES = { preload: 'preload/contract' }

/** @param {string} file a path relative to the project */
const folderOf = file => {
  const [top = '', second = ''] = file.split('/')
  return top === 'renderer' ? `renderer/${second}` : top
}

/** The dependency rule of ARCHITECTURE.md as an ESLint rule: a wrong import is an error that names the right one. */
export const layers = {
  meta: {
    type: 'problem',
    schema: [],
    docs: { description: 'imports follow the layers of ARCHITECTURE.md' },
  },
  /** @param {import('eslint').Rule.RuleContext} context */
  create(context) {
    const file = path.relative(context.cwd, context.filename).split(path.sep).join('/')
    const own = folderOf(file)
    const allowed = LAYERS[own]
    if (!allowed) return {}
    /** @param {import('estree').Node & { source?: unknown }} node */
    const check = node => {
      const source = /** @type {{ value?: unknown } | null | undefined} */ (node.source)
      if (typeof source?.value !== 'string') return
      const problem = problemOf(own, allowed, file, source.value)
      if (problem) context.report({ node, message: problem })
    }
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    }
  },
}

/** @param {string} own @param {readonly string[]} allowed @param {string} file @param {string} source */
function problemOf(own, allowed, file, source) {
  if (own.startsWith('renderer/') && /^(electron|node:)/.test(source))
    return `renderer/ runs in a sandboxed page: it imports neither Electron nor Node. Ask main through preload/contract.`
  if (!source.startsWith('.')) return undefined
  const target = path.posix.join(path.posix.dirname(file), source.replace(/\?.*$/, ''))
  const folder = folderOf(target)
  if (folder === own) return undefined
  if (!allowed.includes(folder))
    return `${own} must not import ${folder}. It may import: ${allowed.join(', ') || 'no other folder'} (see ARCHITECTURE.md, "The dependency rule").`
  const face = FACES[/** @type {keyof typeof FACES} */ (folder)] ?? folder
  if (target !== face && target !== `${face}/index`)
    return `Import from the face of ${folder}: '${path.posix.relative(path.posix.dirname(file), face)}'.`
  return undefined
}
