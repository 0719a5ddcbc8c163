/** Where reading stands. */
interface Reading {
  readonly text: string
  readonly separator: string
  at: number
  /** Whether a quotation mark still opens a field: after one that is never closed they are all taken as written. */
  quotes: boolean
}

/**
 * The records of a table as RFC 4180 defines it, whatever ends its lines. Read further than the standard goes, in
 * linear time: a quotation mark inside a plain field stands for itself, so does text behind a closing one, and one
 * that is never closed takes nothing with it. Empty lines are no records.
 *
 * @param separator one character
 */
export function* readCsv(text: string, separator: string): Generator<readonly string[]> {
  const reading: Reading = { text, separator, at: 0, quotes: true }
  while (reading.at < text.length) {
    const record = readRecord(reading)
    if (record.length > 1 || record[0] !== '') yield record
  }
}

function readRecord(reading: Reading): readonly string[] {
  const record: string[] = []
  for (;;) {
    record.push(readField(reading))
    const { text, at } = reading
    if (text[at] !== reading.separator) {
      reading.at += text.startsWith('\r\n', at) ? 2 : 1
      return record
    }
    reading.at++
  }
}

/** Reads up to the separator or the end of the line behind the field. */
function readField(reading: Reading): string {
  const quoted = reading.quotes && reading.text[reading.at] === '"' ? readQuoted(reading) : ''
  const start = reading.at
  const { text, separator } = reading
  while (reading.at < text.length && !isEnd(text[reading.at], separator)) reading.at++
  return quoted + text.slice(start, reading.at)
}

const isEnd = (character: string | undefined, separator: string): boolean =>
  character === separator || character === '\n' || character === '\r'

/** Reads a field up to behind its closing mark; nothing when there is none. */
function readQuoted(reading: Reading): string {
  const { text } = reading
  const pieces: string[] = []
  let start = reading.at + 1
  for (;;) {
    const mark = text.indexOf('"', start)
    if (mark < 0) {
      reading.quotes = false
      return ''
    }
    pieces.push(text.slice(start, mark))
    if (text[mark + 1] !== '"') {
      reading.at = mark + 1
      return pieces.join('"')
    }
    start = mark + 2
  }
}
