import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { readArticles, type BenchArticle } from './search/articles'
import { startFts5 } from './search/fts5'
import { drawQueries } from './search/queries'
import { reportOf, type Times } from './search/report'
import { measureIndexing, measureMemory, measureRounds, measureStall, startIndex } from './search/measure'
import { say } from './say'

// `npm run --silent bench -- search --articles FILE`: our index and SQLite's FTS5 over the same articles and queries.

const ARTICLES = '70000'
const QUERIES = 100
/** So many of the articles are added while queries are answered. */
const LATE_SHARE = 0.05

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { articles: { type: 'string' }, count: { type: 'string', default: ARTICLES } },
  })
  if (!values.articles) throw new Error('Say where the articles are: --articles FILE (JSON Lines, also .gz).')
  const { articles, distinct } = await readArticles(values.articles, Number(values.count))
  const bytes = articles.reduce(
    (sum, { title, text }) => sum + Buffer.byteLength(title) + Buffer.byteLength(text),
    0,
  )
  say(`${articles.length} articles, ${distinct} of them distinct`)
  const queries = drawQueries(articles, QUERIES)
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'broadsheet-search-'))
  const late = articles.slice(Math.floor(articles.length * (1 - LATE_SHARE)))
  const early = articles.slice(0, articles.length - late.length)
  const fts5 = startFts5(path.join(folder, 'fts5.db'))
  try {
    const file = path.join(folder, 'articles.jsonl')
    await writeLines(file, early)
    say('indexing in FTS5')
    const theirs = await fts5.index(file)
    await fs.rm(file)
    say('indexing in the library')
    const ours = await measureIndexing(folder, early)
    say('memory')
    const opened = await measureMemory(folder, queries)
    const index = await startIndex(folder)
    say('queries')
    const rounds: readonly Times[] = await measureRounds(index, fts5, queries)
    say('queries while articles arrive and segments are merged')
    const stall = await measureStall(index, late, queries)
    await index.close()
    const report = reportOf({ articles: early.length, distinct, bytes, theirs, ours, opened, rounds, stall })
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`)
  } finally {
    fts5.stop()
    await fs.rm(folder, { recursive: true, force: true })
  }
}

async function writeLines(file: string, articles: readonly BenchArticle[]): Promise<void> {
  const handle = await fs.open(file, 'w')
  for (const article of articles) await handle.write(`${JSON.stringify(article)}\n`)
  await handle.close()
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
