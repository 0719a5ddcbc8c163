import { foldTerm } from '../../text'

/** Primary tag, English name, name in the language itself; other names people use follow. */
const LANGUAGES: readonly (readonly [tag: string, ...names: string[]])[] = [
  ['af', 'Afrikaans'],
  ['ar', 'Arabic', 'العربية', 'عربي'],
  ['be', 'Belarusian', 'беларуская'],
  ['bg', 'Bulgarian', 'български'],
  ['bn', 'Bengali', 'বাংলা', 'Bangla'],
  ['ca', 'Catalan', 'català'],
  ['cs', 'Czech', 'čeština', 'česky'],
  ['da', 'Danish', 'dansk'],
  ['de', 'German', 'Deutsch'],
  ['el', 'Greek', 'ελληνικά'],
  ['en', 'English'],
  ['es', 'Spanish', 'español', 'castellano'],
  ['et', 'Estonian', 'eesti'],
  ['eu', 'Basque', 'euskara'],
  ['fa', 'Persian', 'فارسی', 'Farsi'],
  ['fi', 'Finnish', 'suomi'],
  ['fr', 'French', 'français'],
  ['ga', 'Irish', 'Gaeilge'],
  ['gl', 'Galician', 'galego'],
  ['gu', 'Gujarati', 'ગુજરાતી'],
  ['he', 'Hebrew', 'עברית'],
  ['hi', 'Hindi', 'हिन्दी', 'हिंदी'],
  ['hr', 'Croatian', 'hrvatski'],
  ['hu', 'Hungarian', 'magyar'],
  ['hy', 'Armenian', 'հայերեն'],
  ['id', 'Indonesian', 'Bahasa Indonesia'],
  ['is', 'Icelandic', 'íslenska'],
  ['it', 'Italian', 'italiano'],
  ['ja', 'Japanese', '日本語'],
  ['ka', 'Georgian', 'ქართული'],
  ['km', 'Khmer', 'ខ្មែរ'],
  ['kn', 'Kannada', 'ಕನ್ನಡ'],
  ['ko', 'Korean', '한국어'],
  ['lo', 'Lao', 'ລາວ'],
  ['lt', 'Lithuanian', 'lietuvių'],
  ['lv', 'Latvian', 'latviešu'],
  ['ml', 'Malayalam', 'മലയാളം'],
  ['mr', 'Marathi', 'मराठी'],
  ['my', 'Burmese', 'မြန်မာ'],
  ['nb', 'Norwegian', 'norsk', 'bokmål', 'norsk bokmål', 'no', 'nn', 'nynorsk'],
  ['nl', 'Dutch', 'Nederlands'],
  ['pa', 'Punjabi', 'ਪੰਜਾਬੀ'],
  ['pl', 'Polish', 'polski'],
  ['pt', 'Portuguese', 'português'],
  ['ro', 'Romanian', 'română'],
  ['ru', 'Russian', 'русский'],
  ['si', 'Sinhala', 'සිංහල'],
  ['sk', 'Slovak', 'slovenčina'],
  ['sl', 'Slovenian', 'slovenščina'],
  ['sq', 'Albanian', 'shqip'],
  ['sr', 'Serbian', 'српски', 'srpski'],
  ['sv', 'Swedish', 'svenska'],
  ['sw', 'Swahili', 'Kiswahili'],
  ['ta', 'Tamil', 'தமிழ்'],
  ['te', 'Telugu', 'తెలుగు'],
  ['th', 'Thai', 'ไทย'],
  ['tr', 'Turkish', 'Türkçe'],
  ['uk', 'Ukrainian', 'українська'],
  ['ur', 'Urdu', 'اردو'],
  ['vi', 'Vietnamese', 'Tiếng Việt'],
  ['zh', 'Chinese', '中文', '汉语', '漢語'],
]

const TAGS: ReadonlyMap<string, string> = new Map(
  LANGUAGES.flatMap(([tag, ...names]) => [tag, ...names].map(name => [foldTerm(name), tag] as const)),
)
/** A tag as web pages state it: only its first part counts. */
const TAG = /^([a-z]{2,3})(?:[-_][a-z\d]{2,8})*$/

/** Tags that articles may have for the same language. */
const ALSO: Readonly<Record<string, readonly string[]>> = { nb: ['no', 'nn'], he: ['iw'], id: ['in'] }

/**
 * The primary tags of a language by its tag (`de`, `de-CH`) or its English or own name; none when it is unknown, several
 * when articles may have more than one for it.
 */
export function languageTagsOf(text: string): readonly string[] {
  const name = foldTerm(text.trim())
  const primary = TAG.exec(name)?.[1] ?? name
  const tag = TAGS.get(name) ?? TAGS.get(primary) ?? (/^[a-z]{2}$/.test(primary) ? primary : null)
  return tag === null ? [] : [tag, ...(ALSO[tag] ?? [])]
}

/** English names of languages that begin so, or whose own name or tag does; in alphabetical order. */
export function languagesBeginning(text: string): readonly string[] {
  const beginning = foldTerm(text.trim())
  return LANGUAGES.filter(names => names.some(name => foldTerm(name).startsWith(beginning)))
    .map(([, name]) => name ?? '')
    .toSorted()
}
