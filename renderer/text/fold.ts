/** Letters that Unicode does not decompose but readers type as others. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ı: 'i',
  ς: 'σ',
}
const SPECIAL_LETTERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/**
 * What is dropped after decomposition: accents, Hebrew and Arabic vowel points, tatweel, variation selectors
 * and the soft hyphen. Signs that make another letter stay: the kana voicing marks, the vowel signs of Indic
 * scripts, and the marks of й and ї.
 */
const DROPPED_RANGES = [
  ['0300', '0305'],
  ['0307', '0307'],
  ['0309', '036f'],
  ['0483', '0487'],
  ['00ad', '00ad'],
  ['0591', '05bd'],
  ['05bf', '05bf'],
  ['05c1', '05c2'],
  ['05c4', '05c5'],
  ['05c7', '05c7'],
  ['0610', '061a'],
  ['0640', '0640'],
  ['064b', '065f'],
  ['0670', '0670'],
  ['06d6', '06dc'],
  ['06df', '06e4'],
  ['06e7', '06e8'],
  ['06ea', '06ed'],
  ['1ab0', '1aff'],
  ['1dc0', '1dff'],
  ['20d0', '20ff'],
  ['fe00', 'fe0f'],
  ['fe20', 'fe2f'],
] as const
const DROPPED_CLASS = DROPPED_RANGES.map(([first, last]) => `\\u${first}-\\u${last}`).join('')
const DROPPED = new RegExp(`(?<![иИ])\\u0306|(?<![іІ])\\u0308|[${DROPPED_CLASS}]`, 'g')

/** Normalisation sorts each run of marks by insertion, which is quadratic in its length: runs are cut first. */
const LONG_MARK_RUN = /(\p{M}{8})\p{M}+/gu

/**
 * The form in which texts are compared: compatibility forms, case and diacritics removed.
 *
 * `Écœuré` and `ECOEURE` give `ecoeure`, `Straße` gives `strasse`, full-width letters give plain ones. The
 * result is in NFC and may be shorter or longer than the text. Folding twice changes nothing.
 * Unicode Standard Annex #15 (normalisation) and section 3.13 of the Unicode Standard (case).
 */
export function fold(text: string): string {
  if (isAscii(text)) return text.toLowerCase()
  return text
    .replace(LONG_MARK_RUN, '$1')
    .normalize('NFKD')
    .replace(DROPPED, '')
    .toLowerCase()
    .replace(DROPPED, '')
    .replace(SPECIAL_LETTERS, letter => LETTERS[letter] ?? letter)
    .normalize('NFC')
}

/** Letters that one keyboard or one country writes for another's: Arabic, Persian and Urdu texts mix them. */
const TYPED_FOR: Readonly<Record<string, string>> = {
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ے: 'ي',
  ک: 'ك',
  ة: 'ه',
  ہ: 'ه',
  ە: 'ه',
  ۃ: 'ه',
}
/** The zeros of the scripts whose digits are in use; nine digits follow each. */
const ZEROS = '٠۰߀०০੦૦୦௦౦೦൦෦๐໐༠၀႐០᠐'
const DIGITS = [...ZEROS].flatMap(zero =>
  Array.from(
    { length: 10 },
    (_, digit) => [String.fromCharCode(zero.charCodeAt(0) + digit), String(digit)] as const,
  ),
)
const TERM_LETTERS: ReadonlyMap<string, string> = new Map([...Object.entries(TYPED_FOR), ...DIGITS])
const ANY_TERM_LETTER = new RegExp(`[${[...TERM_LETTERS.keys()].join('')}]`, 'g')

/**
 * The form in which words are searched for: that of `fold`, and letters and digits that people type for one another
 * as one: the forms of alef, ya, kaf and ha, `٢٠٢٤` as `2024`. Whoever changes it counts up TERMS_VERSION.
 */
export function foldTerm(text: string): string {
  const folded = fold(text)
  return isAscii(folded)
    ? folded
    : folded.replace(ANY_TERM_LETTER, letter => TERM_LETTERS.get(letter) ?? letter)
}

function isAscii(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (text.charCodeAt(at) > 0x7f) return false
  return true
}
