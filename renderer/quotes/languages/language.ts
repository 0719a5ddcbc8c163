/** `plural` is a pronoun for several people, `any` one that does not tell. */
export type Gender = 'female' | 'male' | 'plural' | 'any'

/**
 * What a language needs so that quotations and their speakers are found in it. Every list holds words in lower
 * case, in all the forms that news texts use.
 */
export interface QuoteLanguage {
  /** BCP 47 primary tag. */
  readonly tag: string
  /** Verbs of saying whose subject speaks: `said`, `tells`. */
  readonly saying: ReadonlySet<string>
  /** Forms of saying without a subject of their own, which continue the clause before them: `adding`. */
  readonly continuing: ReadonlySet<string>
  /** Verbs that put a name or judgement of the speaker's on something: `called`. Their quotations are parts of sentences. */
  readonly labelling: ReadonlySet<string>
  /** Words that attribute only at once after a quotation, with the speaker after them: German `so`. */
  readonly trailing: ReadonlySet<string>
  /** Phrases that name the source after them: `according to`. */
  readonly sourceAfter: readonly (readonly string[])[]
  /** Words that name the source before them: German `zufolge`. */
  readonly sourceBefore: ReadonlySet<string>
  /** Pronouns that can be the subject of a verb of saying. */
  readonly pronouns: ReadonlyMap<string, Gender>
  /** Further pronouns that tell a person's gender: `her`, `him`. */
  readonly possessives: ReadonlyMap<string, Gender>
  /** Forms of address that tell a person's gender: `Mrs`. */
  readonly honorifics: ReadonlyMap<string, Gender>
  /** Nouns for what a person is: `president`, `spokeswoman`. */
  readonly roles: ReadonlySet<string>
  /** Ends of compound nouns for what a person is: German `minister` in `Außenminister`. */
  readonly roleEndings: readonly string[]
  /** Nouns whose name follows in quotation marks: `the film “...”`. */
  readonly naming: ReadonlySet<string>
  readonly determiners: ReadonlySet<string>
  readonly prepositions: ReadonlySet<string>
  /** Those prepositions and articles that also stand inside a name for a person: `of` in `Secretary of State`. */
  readonly linkers: ReadonlySet<string>
  /** The words for "and". */
  readonly and: ReadonlySet<string>
  /** Words that begin another clause: `that`, `who`, `because`. */
  readonly clauseOpeners: ReadonlySet<string>
  /** Auxiliaries, adverbs and object pronouns between a subject and its verb, adverbs of time: in no noun phrase. */
  readonly fillers: ReadonlySet<string>
  /** Names of days and months where they have a capital. */
  readonly calendar: ReadonlySet<string>
  /** Words that lose their vowel and join the next by an apostrophe: French `l'`, `qu'`, without it. */
  readonly elisions: ReadonlySet<string>
  /** The subject follows its verb where something else opens the clause: `Am Montag sagte Merkel`. */
  readonly inverts: boolean
  /** A verb may stand at the end of its clause, after the quoted words: `weil er es „gut“ nannte`. */
  readonly verbFinal: boolean
  /** Pronouns that stand for nobody: German `heißt es`. */
  readonly impersonal: ReadonlySet<string>
  /** The pronoun is written to the verb with a hyphen: French `dit-il`. */
  readonly hyphenatedPronouns: boolean
  /** The script has no spaces: runs of letters are cut at verbs of saying and fillers. */
  readonly cutAt: RegExp | null
  /** Every noun has a capital, so a capital alone is no name. */
  readonly capitalNouns: boolean
}

/** The same as it is written in a data file: words separated by spaces, phrases by commas, `word:gender` pairs. */
export type QuoteLanguageSource = {
  readonly [Key in Exclude<keyof QuoteLanguage, 'cutAt'>]?: QuoteLanguage[Key] extends boolean
    ? boolean
    : string
} & { readonly unspaced?: boolean }

const words = (list = ''): readonly string[] => list.split(/\s+/).filter(Boolean)
const setOf = (list?: string): ReadonlySet<string> => new Set(words(list))

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

/** Reads a language's data; what it does not say is empty. */
export function quoteLanguage(tag: string, source: QuoteLanguageSource): QuoteLanguage {
  return {
    tag,
    saying: setOf(source.saying),
    continuing: setOf(source.continuing),
    labelling: setOf(source.labelling),
    trailing: setOf(source.trailing),
    sourceAfter: (source.sourceAfter ?? '')
      .split(',')
      .map(words)
      .filter(phrase => phrase.length > 0),
    sourceBefore: setOf(source.sourceBefore),
    pronouns: genders(source.pronouns),
    possessives: genders(source.possessives),
    honorifics: genders(source.honorifics),
    roles: setOf(source.roles),
    roleEndings: words(source.roleEndings),
    naming: setOf(source.naming),
    determiners: setOf(source.determiners),
    prepositions: setOf(source.prepositions),
    linkers: setOf(source.linkers),
    and: setOf(source.and),
    clauseOpeners: setOf(source.clauseOpeners),
    fillers: setOf(source.fillers),
    calendar: setOf(source.calendar),
    elisions: setOf(source.elisions),
    inverts: source.inverts ?? false,
    verbFinal: source.verbFinal ?? false,
    impersonal: setOf(source.impersonal),
    hyphenatedPronouns: source.hyphenatedPronouns ?? false,
    cutAt: source.unspaced ? cutter(`${source.saying ?? ''} ${source.fillers ?? ''}`) : null,
    capitalNouns: source.capitalNouns ?? false,
  }
}
