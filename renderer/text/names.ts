import type { Span } from './sentences'

/** A run of capital words that may be a name, with the titles before it: `President Charles de Gaulle`. */
export interface NameMention extends Span {
  /** The words as written, initials with their point, without a possessive `'s`. */
  readonly words: readonly string[]
}

/** Titles that are written with a point. */
const ABBREVIATED_TITLE =
  '(?:Mrs?|Ms|Dr|Prof|Rev|Hon|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Capt|Sra?|Srta|Mme|Mlle|Ing|Mgr|Dott|Sig)\\.'
/** A title, a capital letter with a point, or a word that begins with one. */
const NAME_WORD = `(?:${ABBREVIATED_TITLE}|\\p{Lu}\\.|\\p{Lu}(?:[\\p{L}\\p{M}\\p{N}]|['’\\-‐‑]\\p{L})*)`
/** Small words inside the names of people. */
const PARTICLE =
  '(?:de|da|do|dos|das|di|del|della|du|des|la|le|van|von|der|den|ter|ten|zu|zur|af|av|bin|ibn|al|el|abu|y)'
const MENTION = new RegExp(`${NAME_WORD}(?:[ \\u00a0](?:${PARTICLE}[ \\u00a0]){0,2}${NAME_WORD}){0,7}`, 'gu')
const POSSESSIVE = /['’]s$/

/**
 * The runs of capital words in a text, in order; linear in its length. Whether a run is a name is for the caller to
 * judge: the first word of a sentence and, in German, every noun has a capital too.
 */
export function nameMentions(text: string): readonly NameMention[] {
  return [...text.matchAll(MENTION)].map(match => {
    const written = match[0].replace(POSSESSIVE, '')
    return { start: match.index, end: match.index + written.length, words: written.split(/[ \u00a0]/) }
  })
}
