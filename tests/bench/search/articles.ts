import fs from 'node:fs'
import readline from 'node:readline'
import zlib from 'node:zlib'
import { createRandom, type Random } from '../load/random'

/** What is indexed of an article. */
export interface BenchArticle {
  readonly title: string
  readonly text: string
}

/** Articles to measure with. */
export interface BenchArticles {
  readonly articles: readonly BenchArticle[]
  /** So many are in the file; the others are copies with their sentences in another order. */
  readonly distinct: number
}

/**
 * Reads articles, one JSON object with `title` and `text` a line; where the file holds too few, they come again and
 * again with shuffled sentences: their words stay neighbours, so that phrases and frequencies stay those of real texts.
 *
 * @param file JSON Lines, also compressed (`.gz`)
 * @throws a sentence when there is none in it
 */
export async function readArticles(file: string, count: number): Promise<BenchArticles> {
  const bytes = fs.createReadStream(file)
  const input = file.endsWith('.gz') ? bytes.pipe(zlib.createGunzip()) : bytes
  const read: BenchArticle[] = []
  for await (const line of readline.createInterface({ input, crlfDelay: Infinity })) {
    if (line.trim() === '') continue
    const { title, text } = JSON.parse(line) as Partial<BenchArticle>
    if (text) read.push({ title: title ?? '', text })
    if (read.length === count) break
  }
  if (!read.length) throw new Error(`There is no article in ${file}.`)
  const random = createRandom('search')
  const articles = [...read]
  for (let at = 0; articles.length < count; at++) {
    const { title, text } = read[at % read.length] as BenchArticle
    articles.push({ title, text: shuffled(text, random) })
  }
  return { articles, distinct: read.length }
}

/** Fisher and Yates, over sentences. */
function shuffled(text: string, random: Random): string {
  const sentences = text.split(/(?<=[.!?…。])\s+|\n+/)
  for (let last = sentences.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1))
    ;[sentences[last], sentences[other]] = [sentences[other] ?? '', sentences[last] ?? '']
  }
  return sentences.join(' ')
}
