import { spawn } from 'node:child_process'
import readline from 'node:readline'

/** SQLite's full-text index in a process of its own. */
export interface Fts5 {
  /** Indexes the articles of a file of JSON Lines. @returns seconds, and the bytes of its index */
  readonly index: (file: string) => Promise<{ readonly seconds: number; readonly bytes: number }>
  /** @returns milliseconds of each query, the best fifty read */
  readonly query: (queries: readonly string[]) => Promise<readonly number[]>
  readonly stop: () => void
}

/** Articles a transaction, about as many as a batch of ours. */
const BATCH = 128

/** Python carries SQLite with FTS5. Ranking is bm25(), with the weight of titles that ours has. */
const PROGRAM = `
import json, sqlite3, sys, time
database = sqlite3.connect(sys.argv[1], isolation_level=None)
database.execute("pragma journal_mode = wal")
database.execute("pragma synchronous = normal")
database.execute("create virtual table articles using fts5(title, text, tokenize = 'unicode61 remove_diacritics 2')")

def index(file):
    spent = 0.0
    batch = []
    def store():
        nonlocal spent
        began = time.perf_counter()
        database.execute("begin")
        database.executemany("insert into articles(title, text) values (?, ?)", batch)
        database.execute("commit")
        spent += time.perf_counter() - began
        batch.clear()
    for line in open(file, encoding="utf-8"):
        article = json.loads(line)
        batch.append((article["title"], article["text"]))
        if len(batch) == ${BATCH}: store()
    store()
    size = database.execute("select sum(length(block)) from articles_data").fetchone()[0]
    return {"seconds": spent, "bytes": size}

def query(queries):
    times = []
    for words in queries:
        began = time.perf_counter()
        database.execute("select rowid from articles where articles match ? order by bm25(articles, 3.0, 1.0) limit 50", (words,)).fetchall()
        times.append((time.perf_counter() - began) * 1000)
    return times

for line in sys.stdin:
    question = json.loads(line)
    answer = index(question["index"]) if "index" in question else query(question["query"])
    print(json.dumps(answer), flush=True)
`

/**
 * Starts it.
 *
 * @param file of the database
 * @throws by its calls, when there is no python3 or it has no FTS5
 */
export function startFts5(file: string): Fts5 {
  const python = spawn('python3', ['-c', PROGRAM, file], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = readline.createInterface({ input: python.stdout })
  const ask = <Answer>(question: object): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const failed = (): void =>
        reject(new Error('python3 with SQLite and FTS5 is needed for the comparison.'))
      if (python.exitCode !== null) return failed()
      python.once('error', failed)
      python.once('exit', failed)
      lines.once('line', line => {
        python.off('error', failed)
        python.off('exit', failed)
        resolve(JSON.parse(line) as Answer)
      })
      python.stdin.write(`${JSON.stringify(question)}\n`)
    })
  return {
    index: articles => ask({ index: articles }),
    query: queries => ask({ query: queries }),
    stop: () => void python.kill(),
  }
}
