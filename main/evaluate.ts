// `npm run evaluate`: the program's own domain code over files, without a window to look at. It is no part of the
// application that people install.
import { app, MessageChannelMain, session, type MessagePortMain } from 'electron'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import readline from 'node:readline'
import zlib from 'node:zlib'
import {
  INGEST_PORT,
  type EvaluateAnswer,
  type EvaluateItem,
  type EvaluateRequest,
  type EvaluateTask,
} from '../preload/contract'
import { tuneChromium } from './chromium'
import { givePorts } from './ipc'
import { registerScheme, serve } from './protocol'
import { openHidden } from './windows'

const USAGE = `usage: npm run --silent evaluate -- TASK INPUT OUTPUT
  feeds  FOLDER OUTPUT [--base URL]   one JSON line a feed file, and tables of what is right
  pages  FOLDER OUTPUT [--base URL]   one JSON line a page (.html, .html.gz)
  quotes TEXTS.jsonl OUTPUT           {id, lang, title, text} a line
  search ARTICLES.jsonl QUERIES OUTPUT
`
/** Items on their way to the page at a time. */
const WINDOW = 16
const ARTICLES_A_BATCH = 32

interface Order {
  readonly task: EvaluateTask
  readonly inputs: readonly string[]
  readonly output: string
  readonly base: string
}

/** What the command line asks for; undefined when it makes no sense. */
function readOrder(words: readonly string[]): Order | undefined {
  const at = words.indexOf('--base')
  const base = at < 0 ? 'https://example.org/' : (words[at + 1] ?? '')
  const rest = at < 0 ? words : words.filter((_, index) => index !== at && index !== at + 1)
  const [task, ...files] = rest
  const output = files.pop()
  if (task !== 'feeds' && task !== 'pages' && task !== 'quotes' && task !== 'search') return undefined
  if (!output || files.length !== (task === 'search' ? 2 : 1) || !URL.canParse(base)) return undefined
  return { task, inputs: files, output, base }
}

async function* itemsOf({ task, inputs, base }: Order): AsyncGenerator<EvaluateItem> {
  const [first = '', second = ''] = inputs
  switch (task) {
    case 'feeds':
    case 'pages':
      for (const file of filesIn(first)) {
        if (task === 'pages' && !/\.html?(\.gz)?$/i.test(file)) continue
        const url = new URL(file.split(path.sep).map(encodeURIComponent).join('/'), base).href
        yield { kind: 'file', task, file, url, bytes: readWhole(path.join(first, file)) }
      }
      return
    case 'quotes':
      for await (const line of linesOf(first)) yield { kind: 'line', task, line }
      return
    case 'search': {
      let lines: string[] = []
      for await (const line of linesOf(first)) {
        lines.push(line)
        if (lines.length < ARTICLES_A_BATCH) continue
        yield { kind: 'articles', task, lines }
        lines = []
      }
      yield { kind: 'articles', task, lines }
      for await (const query of linesOf(second)) yield { kind: 'query', task, query }
    }
  }
}

/** Every file below a folder, as paths relative to it, sorted; a file's own name when it is one file. */
function filesIn(folder: string): readonly string[] {
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort()
}

function readWhole(file: string): Uint8Array {
  const bytes = fs.readFileSync(file)
  return new Uint8Array(file.endsWith('.gz') ? zlib.gunzipSync(bytes) : bytes)
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const raw = fs.createReadStream(file)
  const input = file.endsWith('.gz') ? raw.pipe(zlib.createGunzip()) : raw
  for await (const line of readline.createInterface({ input, crlfDelay: Infinity }))
    if (line.trim()) yield line
}

/** Sends items to the page, some at a time, and writes the answers in their order. */
async function evaluate(order: Order, port: MessagePortMain): Promise<void> {
  const output = fs.createWriteStream(order.output)
  const running: Promise<string | null>[] = []
  const resolvers = new Map<number, (answer: EvaluateAnswer) => void>()
  port.on('message', ({ data }: { data: EvaluateAnswer }) => {
    resolvers.get(data.id)?.(data)
    resolvers.delete(data.id)
  })
  port.start()
  const writeNext = async (): Promise<void> => {
    const line = (await running.shift()) ?? null
    if (line) output.write(`${line}\n`)
  }
  let id = 0
  for await (const item of itemsOf(order)) {
    running.push(ask(item, id++))
    if (running.length >= WINDOW) await writeNext()
  }
  while (running.length) await writeNext()
  await new Promise<void>((resolve, reject) => output.on('error', reject).end(resolve))

  async function ask(item: EvaluateItem, number: number): Promise<string | null> {
    const answered = new Promise<EvaluateAnswer>(resolve => resolvers.set(number, resolve))
    port.postMessage({ id: number, item } satisfies EvaluateRequest)
    const { line, error } = await answered
    if (error) process.stderr.write(`${'file' in item ? item.file : `item ${number}`}: ${error}\n`)
    return line
  }
}

async function run(order: Order): Promise<void> {
  serve(session.defaultSession, path.join(import.meta.dirname, '../renderer'))
  const { port1, port2 } = new MessageChannelMain()
  givePorts(INGEST_PORT, 'evaluate', () => port2)
  openHidden('evaluate').webContents.on('render-process-gone', (_, { reason }) => {
    process.stderr.write(`the page that evaluates ended: ${reason}\n`)
    app.exit(1)
  })
  await evaluate(order, port1)
}

const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'broadsheet-evaluate-'))
app.setPath('userData', profile)
app.on('quit', () => fs.rmSync(profile, { recursive: true, force: true }))
if (!process.argv.includes('--no-sandbox')) app.enableSandbox()
// As the application: times are told.
tuneChromium(app.commandLine, process.versions['chrome'])
registerScheme()
const words = process.argv.slice(process.argv.findIndex(word => word.endsWith('evaluate.js')) + 1)
const order = readOrder(words)
if (!order) {
  process.stderr.write(USAGE)
  app.exit(2)
} else {
  void app
    .whenReady()
    .then(() => run(order))
    .then(
      () => app.exit(0),
      (error: unknown) => {
        process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
        app.exit(1)
      },
    )
}
