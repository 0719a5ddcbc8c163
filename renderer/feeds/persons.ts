/** No byline is longer, however many wrote it. */
const LONGEST = 2000

/**
 * The name in the ways that feeds write a person: `a@b.org (Ann Bee)`, `Ann Bee <a@b.org>`, `Ann Bee, a@b.org`,
 * or the address alone when there is no name.
 */
export function personName(text: string): string {
  const line = text.slice(0, LONGEST).replace(/\s+/g, ' ').trim()
  if (!line.includes('@')) return line
  const bracketed = /^[^\s@()]{1,200}@[^\s@()]{1,200} ?\(([^()]{1,200})\)$/.exec(line)?.[1]
  if (bracketed) return bracketed.trim()
  const words = line.split(' ')
  const names = words.filter(word => !word.includes('@'))
  const name = names.join(' ').replace(/^[,;:(<-]+ ?| ?[,;:(<-]+$/g, '')
  return name.trim() || line.replace(/^mailto:/i, '').replace(/[<>()]/g, '')
}

/** Names in a row, each once; null without any. */
export function joinNames(names: readonly string[]): string | null {
  const distinct = new Set(names.map(name => name.trim()).filter(name => name !== ''))
  return distinct.size === 0 ? null : [...distinct].join(', ')
}
