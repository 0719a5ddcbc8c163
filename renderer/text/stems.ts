/** Gives what the inflected forms of a word have in common: equal stems, perhaps one word. Takes and gives folded terms. */
export type Stem = (term: string) => string

/**
 * The stemmers by primary tag, each loaded alone when its language is searched. English is the newer algorithm of
 * Porter, which tells `news` from `new`; the others are Snowball's (snowballstem.org).
 */
const STEMMERS: Readonly<Record<string, () => Promise<Stem>>> = {
  da: async () => (await import('@orama/stemmers/danish')).stemmer,
  de: async () => (await import('@orama/stemmers/german')).stemmer,
  en: async () => (await import('porter2')).stem,
  es: async () => (await import('@orama/stemmers/spanish')).stemmer,
  fi: async () => (await import('@orama/stemmers/finnish')).stemmer,
  fr: async () => (await import('@orama/stemmers/french')).stemmer,
  it: async () => (await import('@orama/stemmers/italian')).stemmer,
  nb: async () => (await import('@orama/stemmers/norwegian')).stemmer,
  nl: async () => (await import('@orama/stemmers/dutch')).stemmer,
  pt: async () => {
    const { stemmer } = await import('@orama/stemmers/portuguese')
    // Terms have lost the marks by which these endings are known.
    return term => stemmer(term.replace(/cao$/, 'ção').replace(/coes$/, 'ções'))
  },
  ru: async () => (await import('@orama/stemmers/russian')).stemmer,
  sv: async () => (await import('@orama/stemmers/swedish')).stemmer,
  uk: async () => (await import('@orama/stemmers/ukrainian')).stemmer,
}
/** Articles say which Norwegian they are in. */
const SAME: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' }

const loaded = new Map<string, Promise<Stem>>()

/**
 * Loads the stemmers of languages.
 *
 * @param languages tags (`de`, `de-CH`); those that have no stemmer are left out
 * @returns each once, in the order of the languages
 * @throws by rejecting, when one cannot be loaded
 */
export function stemmersOf(languages: readonly string[]): Promise<readonly Stem[]> {
  const tags = new Set(languages.map(language => primaryTag(language)))
  return Promise.all([...tags].flatMap(tag => stemmerOf(tag) ?? []))
}

function primaryTag(language: string): string {
  const [tag = ''] = language.toLowerCase().split('-')
  return SAME[tag] ?? tag
}

function stemmerOf(tag: string): Promise<Stem> | undefined {
  const load = Object.hasOwn(STEMMERS, tag) ? STEMMERS[tag] : undefined
  const stemmer = loaded.get(tag) ?? load?.()
  if (stemmer) loaded.set(tag, stemmer)
  return stemmer
}
