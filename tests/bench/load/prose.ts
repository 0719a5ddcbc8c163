import { between, pick, type Random } from './random'
import { SENTENCES } from './sentences'
import {
  DEEDS,
  FIELDS,
  FIRST_NAMES,
  INSTITUTIONS,
  OBJECTS,
  QUALITIES,
  SURNAME_BEGINNINGS,
  SURNAME_ENDINGS,
  TITLE_ENDINGS,
  TITLE_VERBS,
  TOWN_BEGINNINGS,
  TOWN_ENDINGS,
} from './words'

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

export const person = (random: Random): string =>
  `${pick(random, FIRST_NAMES)} ${pick(random, SURNAME_BEGINNINGS)}${pick(random, SURNAME_ENDINGS)}`

export const town = (random: Random): string => pick(random, TOWN_BEGINNINGS) + pick(random, TOWN_ENDINGS)

const PLACES: Readonly<Record<string, (random: Random) => string>> = {
  person,
  town,
  otherTown: town,
  field: random => pick(random, FIELDS),
  otherField: random => pick(random, FIELDS),
  institution: random => pick(random, INSTITUTIONS),
  quality: random => pick(random, QUALITIES),
  object: random => pick(random, OBJECTS),
  deed: random => pick(random, DEEDS),
  number: random => String(between(random, 2, 990)),
}

export const sentence = (random: Random): string =>
  pick(random, SENTENCES).replace(/\{(\w+)\}/g, (_, place: string) => PLACES[place]?.(random) ?? place)

export const headline = (random: Random): string =>
  capitalised(
    `${pick(random, QUALITIES)} ${pick(random, OBJECTS)} ${pick(random, TITLE_VERBS)} ${town(random)}: ` +
      `${pick(random, FIELDS)} ${pick(random, TITLE_ENDINGS)}`,
  )

/**
 * Paragraphs, headings, lists, quoted blocks, links and emphasis, as articles in feeds have them.
 *
 * @param characters at least so many; the last block is not cut
 * @param link where the links lead
 */
export function articleHtml(random: Random, characters: number, link: string): string {
  let html = ''
  while (html.length < characters) html += block(random, link)
  return html
}

function block(random: Random, link: string): string {
  const sentences = Array.from({ length: between(random, 2, 5) }, () => sentence(random))
  const text = sentences.join(' ')
  const kind = random()
  if (kind < 0.07) return `<blockquote><p>${text}</p></blockquote>\n`
  if (kind < 0.12) return `<ul>${sentences.map(item => `<li>${item}</li>`).join('')}</ul>\n`
  if (kind < 0.22)
    return `<h2>${capitalised(pick(random, QUALITIES))} ${pick(random, FIELDS)}</h2>\n<p>${text}</p>\n`
  if (kind < 0.5)
    return `<p>${text.replace(/ (\p{L}{6,}) /u, ` <a href="${link}?from=${between(random, 1, 9999)}">$1</a> `)}</p>\n`
  if (kind < 0.7) return `<p>${text.replace(/ (\p{L}{5,}) /u, ' <em>$1</em> ')}</p>\n`
  return `<p>${text}</p>\n`
}
