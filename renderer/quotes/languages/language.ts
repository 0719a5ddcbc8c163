/** `plural` is a pronoun for several people, `any` one that does not tell. */
export type Gender = 'female' | 'male' | 'plural' | 'any'

/**
 * What a word can be in a language, as bits: a word may be several. One look-up in `QuoteLanguage.classes` tells all
 * of them; `QuoteLanguageSource` says what they mean.
 */
export const SAYING = 1 << 0
export const CONTINUING = 1 << 1
export const LABELLING = 1 << 2
export const TRAILING = 1 << 3
export const SOURCE_BEFORE = 1 << 4
export const PRONOUN = 1 << 5
export const HONORIFIC = 1 << 6
export const ROLE = 1 << 7
export const NAMING = 1 << 8
export const DETERMINER = 1 << 9
export const PREPOSITION = 1 << 10
export const LINKER = 1 << 11
export const AND = 1 << 12
export const CLAUSE_OPENER = 1 << 13
export const FILLER = 1 << 14
export const CALENDAR = 1 << 15
export const IMPERSONAL = 1 << 16
/** The first word of a phrase of `sourceAfter`. */
export const SOURCE_AFTER = 1 << 17
/** A small word inside names, in every language: `Jan de Vries`, `Ursula von der Leyen`. */
export const PARTICLE = 1 << 18
/** One that may follow another. */
export const SECOND_PARTICLE = 1 << 19

/** What a language needs so that quotations and their speakers are found in it. All words are in lower case. */
export interface QuoteLanguage {
  /** BCP 47 primary tag. */
  readonly tag: string
  /** The bits of every word that the language's data names. */
  readonly classes: ReadonlyMap<string, number>
  readonly sourceAfter: readonly (readonly string[])[]
  readonly pronouns: ReadonlyMap<string, Gender>
  /** What the pronouns and the possessives tell. */
  readonly genders: ReadonlyMap<string, Gender>
  readonly honorifics: ReadonlyMap<string, Gender>
  /** By their last letters, `ROLE_ENDING_KEY` of them. */
  readonly roleEndings: ReadonlyMap<string, readonly string[]>
  readonly elisions: ReadonlySet<string>
  readonly inverts: boolean
  readonly verbFinal: boolean
  readonly hyphenatedPronouns: boolean
  /** The script has no spaces: runs of letters are cut at verbs of saying and fillers. */
  readonly cutAt: RegExp | null
  readonly capitalNouns: boolean
}

/**
 * A language as it is written in a data file: words in lower case, in all the forms that news texts use, separated by
 * spaces; phrases by commas; `word:gender` pairs.
 */
export interface QuoteLanguageSource {
  /** Verbs of saying whose subject speaks: `said`, `tells`. */
  readonly saying?: string
  /** Forms of saying without a subject of their own, which continue the clause before them: `adding`. */
  readonly continuing?: string
  /** Verbs that put a name or judgement of the speaker's on something: `called`. Their quotations are parts of sentences. */
  readonly labelling?: string
  /** Words that attribute only at once after a quotation, with the speaker after them: German `so`. */
  readonly trailing?: string
  /** Phrases that name the source after them: `according to`. */
  readonly sourceAfter?: string
  /** Words that name the source before them: German `zufolge`. */
  readonly sourceBefore?: string
  /** Pronouns that can be the subject of a verb of saying. */
  readonly pronouns?: string
  /** Further pronouns that tell a person's gender: `her`, `him`. */
  readonly possessives?: string
  /** Forms of address that tell a person's gender: `Mrs`. */
  readonly honorifics?: string
  /** Nouns for what a person is: `president`, `spokeswoman`. */
  readonly roles?: string
  /** Ends of compound nouns for what a person is: German `minister` in `Außenminister`. */
  readonly roleEndings?: string
  /** Nouns whose name follows in quotation marks: `the film “...”`. */
  readonly naming?: string
  readonly determiners?: string
  readonly prepositions?: string
  /** Those prepositions and articles that also stand inside a name for a person: `of` in `Secretary of State`. */
  readonly linkers?: string
  /** The words for "and". */
  readonly and?: string
  /** Words that begin another clause: `that`, `who`, `because`. */
  readonly clauseOpeners?: string
  /** Auxiliaries, adverbs and object pronouns between a subject and its verb, adverbs of time: in no noun phrase. */
  readonly fillers?: string
  /** Names of days and months where they have a capital. */
  readonly calendar?: string
  /** Words that lose their vowel and join the next by an apostrophe: French `l'`, `qu'`, without it. */
  readonly elisions?: string
  /** The subject follows its verb where something else opens the clause: `Am Montag sagte Merkel`. */
  readonly inverts?: boolean
  /** A verb may stand at the end of its clause, after the quoted words: `weil er es „gut“ nannte`. */
  readonly verbFinal?: boolean
  /** Pronouns that stand for nobody: German `heißt es`. */
  readonly impersonal?: string
  /** The pronoun is written to the verb with a hyphen: French `dit-il`. */
  readonly hyphenatedPronouns?: boolean
  /** The script has no spaces between words. */
  readonly unspaced?: boolean
  /** Every noun has a capital, so a capital alone is no name. */
  readonly capitalNouns?: boolean
}

const PARTICLES = 'de da do dos das di del della van von ter ten zu bin al'
const SECOND_PARTICLES = 'la las los der den de'

const words = (list = ''): readonly string[] => list.split(/\s+/).filter(Boolean)

const GENDERS: Readonly<Record<string, Gender>> = { f: 'female', m: 'male', p: 'plural', a: 'any' }

function genders(list?: string): ReadonlyMap<string, Gender> {
  return new Map(
    words(list).map(pair => {
      const [word = '', gender = 'a'] = pair.split(':')
      return [word, GENDERS[gender] ?? 'any']
    }),
  )
}

/** Matches any of the words, the longest first. */
const cutter = (list: string): RegExp =>
  new RegExp([...words(list)].sort((one, other) => other.length - one.length).join('|'), 'g')

/** How many letters every role ending has at least. */
export const ROLE_ENDING_KEY = 3

function byLastLetters(endings: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>()
  for (const ending of endings) {
    const key = ending.slice(-ROLE_ENDING_KEY)
    groups.set(key, [...(groups.get(key) ?? []), ending])
  }
  return groups
}

function classesOf(lists: readonly (readonly [bit: number, words: Iterable<string>])[]): Map<string, number> {
  const classes = new Map<string, number>()
  for (const [bit, list] of lists) for (const word of list) classes.set(word, (classes.get(word) ?? 0) | bit)
  return classes
}

/** Reads a language's data; what it does not say is empty. */
export function quoteLanguage(tag: string, source: QuoteLanguageSource): QuoteLanguage {
  const [pronouns, honorifics] = [genders(source.pronouns), genders(source.honorifics)]
  const phrases = (source.sourceAfter ?? '').split(',').map(words)
  const sourceAfter = phrases.filter(phrase => phrase.length > 0)
  return {
    tag,
    classes: classesOf([
      [SAYING, words(source.saying)],
      [CONTINUING, words(source.continuing)],
      [LABELLING, words(source.labelling)],
      [TRAILING, words(source.trailing)],
      [SOURCE_BEFORE, words(source.sourceBefore)],
      [PRONOUN, pronouns.keys()],
      [HONORIFIC, honorifics.keys()],
      [ROLE, words(source.roles)],
      [NAMING, words(source.naming)],
      [DETERMINER, words(source.determiners)],
      [PREPOSITION, words(source.prepositions)],
      [LINKER, words(source.linkers)],
      [AND, words(source.and)],
      [CLAUSE_OPENER, words(source.clauseOpeners)],
      [FILLER, words(source.fillers)],
      [CALENDAR, words(source.calendar)],
      [IMPERSONAL, words(source.impersonal)],
      [SOURCE_AFTER, sourceAfter.flatMap(([first]) => (first === undefined ? [] : [first]))],
      [PARTICLE, words(PARTICLES)],
      [SECOND_PARTICLE, words(SECOND_PARTICLES)],
    ]),
    sourceAfter,
    pronouns,
    genders: new Map([...genders(source.possessives), ...pronouns]),
    honorifics,
    roleEndings: byLastLetters(words(source.roleEndings)),
    elisions: new Set(words(source.elisions)),
    inverts: source.inverts ?? false,
    verbFinal: source.verbFinal ?? false,
    hyphenatedPronouns: source.hyphenatedPronouns ?? false,
    cutAt: source.unspaced ? cutter(`${source.saying ?? ''} ${source.fillers ?? ''}`) : null,
    capitalNouns: source.capitalNouns ?? false,
  }
}
