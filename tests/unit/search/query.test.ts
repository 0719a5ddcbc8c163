import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { parseQuery } from '../../../renderer/search'
import type { HighlightTerm, QueryCondition, QueryNode, QueryWord } from '../../../renderer/search'

/** Thursday, 7 November 2024, 15:30 in the local time zone. */
const NOW = new Date(2024, 10, 7, 15, 30).getTime()

function readableWord(word: QueryWord | HighlightTerm): string {
  const field = 'field' in word && word.field !== null ? `${word.field}=` : ''
  if (word.kind === 'phrase')
    return field + word.words.map(({ term, prefix }) => term + (prefix ? '*' : '')).join('+')
  return field + (word.kind === 'prefix' ? `${word.term}*` : word.term)
}

function readableCondition(condition: QueryCondition): string {
  switch (condition.kind) {
    case 'status':
      return condition.status
    case 'quoted':
      return 'quoted'
    case 'source':
      return `source=${condition.words.join('+')}`
    case 'since':
    case 'before':
      return `${condition.kind} ${new Date(condition.at).toLocaleString('sv')}`
  }
}

/** The tree in one line: `&` and `/` between what must and what may match, `!` before what must not. */
function readable(node: QueryNode): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return node.of.map(inner => bracketed(inner)).join(node.kind === 'and' ? ' & ' : ' / ')
    case 'not':
      return `!${bracketed(node.of)}`
    case 'any':
      return node.terms.join('~')
    case 'guess':
      return `${bracketed(node.of)}?`
    case 'condition':
      return `[${readableCondition(node.condition)}]`
    default:
      return readableWord(node)
  }
}

function bracketed(node: QueryNode): string {
  return node.kind === 'and' || node.kind === 'or' ? `(${readable(node)})` : readable(node)
}

const PARSED: Readonly<Record<string, readonly (readonly [text: string, meaning: string])[]>> = {
  words: [
    ['', ''],
    ['   ', ''],
    ['nato', 'nato*'],
    ['nato ', 'nato'],
    ['NATO Stolten', 'nato & stolten*'],
    ['nato,russia ', 'nato & russia'],
    ['nato nato ', 'nato'],
    ["don't ", 'dont'],
    ["nato's", 'nato'],
    ['what?', 'what'],
    ['5" gun ', '5 & gun'],
    ['צה"ל ', 'צה+ל'],
    ['long-range ', 'long+range / longrange'],
    ['e-mail', 'e+mail* / email*'],
    ['U.S. ', 'u+s'],
    ['11:27 ', '11+27'],
    ['C:\\x ', 'c & x'],
    ['http://example.org/a ', 'example+org+a'],
    ['https:// ', 'https'],
    ['@jens_stoltenberg #tag ', 'jens+stoltenberg & tag'],
    ['note: this ', 'note & this'],
    ['東', '東*'],
    ['東 ', '東*'],
    ['東京 ', '東京'],
    ['東京都 ', '東京+京都'],
  ],
  'phrases and beginnings': [
    ['"prime minister"', 'prime+minister'],
    ['“prime minister”', 'prime+minister'],
    ['„prime minister“ says', 'prime+minister & says*'],
    ['«prime minister» ', 'prime+minister'],
    ['»prime minister« ', 'prime+minister'],
    ['‹prime minister› ', 'prime+minister'],
    ['‘prime minister’s office’ ', 'prime+minister+office'],
    ['「東京都」', '東京+京都'],
    ['《東京都》', '東京+京都'],
    ['＂prime minister＂', 'prime+minister'],
    ['‘twas night ', 'twas & night'],
    ['"prime min', 'prime+min*'],
    ['"prime', 'prime*'],
    ['""', ''],
    ['tro* now ', 'tro* & now'],
    ['"prime min*" ', 'prime+min*'],
    ['"prime min"* ', 'prime+min*'],
    ['* ', ''],
    ['a*b ', 'a+b'],
  ],
  'what is left out': [
    ['-tax', '!tax'],
    ['law -tax*', 'law & !tax*'],
    ['law -"income tax" ', 'law & !income+tax'],
    ['law -is:read ', 'law & ![read]'],
    ['law - tax ', 'law & tax'],
    ['law -', 'law'],
    ['law --tax ', 'law & tax'],
    ['-(tax law) ', '!(tax & law)'],
    ['-(-tax) ', '!!tax'],
    ['\u2212tax ', '!tax'],
  ],
  'alternatives and groups': [
    ['cats OR dogs ', 'cats / dogs'],
    ['cats|dogs ', 'cats / dogs'],
    ['cats or dogs ', 'cats & or & dogs'],
    ['new cats OR dogs | cows now ', 'new & (cats / dogs / cows) & now'],
    ['(new cats) OR dogs ', '(new & cats) / dogs'],
    ['cats OR', 'cats'],
    ['OR cats ', 'cats'],
    ['cats OR OR dogs ', 'cats / dogs'],
    ['cats OR -dogs ', 'cats / !dogs'],
    ['cats OR tag:x dogs ', 'cats & dogs'],
    ['(cats dogs', 'cats & dogs*'],
    ['（cats｜dogs）　－cows　mic＊；', '(cats / dogs) & !cows & mic*'],
    ['cats) dogs ', 'cats & dogs'],
    ['()) (', ''],
    ['ORlando FOR ', 'orlando & for'],
    ['title:a OR author:b ', 'title=a / author=b'],
  ],
  operators: [
    ['title:nato ', 'title=nato'],
    ['Title:na', 'title=na*'],
    ['title：nato ', 'title=nato'],
    ['title:"prime minister" ', 'title=prime+minister'],
    ['author:martinez said:stoltenberg ', 'author=martinez & speaker=stoltenberg'],
    ['said:„Jens Stoltenberg“ ', 'speaker=jens+stoltenberg'],
    ['source:guardian ', '[source=guardian] / site=guardian*'],
    ['source:"The Guardian" ', '[source=the+guardian] / (site=the* & site=guardian*)'],
    ['is:unread is:READ is:starred is:saved ', '[unread] & [read] & [starred] & [saved]'],
    ['has:quote has:picture has:images has:audio ', '[quoted] & has=picture & has=audio'],
    ['lang:de lang:German lang:Français lang:pt-BR ', 'language=de & language=fr & language=pt'],
    ['lang:日本語 lang:العربية lang:xx ', 'language=ja & language=ar & language=xx'],
    ['lang:norsk ', 'language=nb / language=no / language=nn'],
    ['-title:nato* ', '!title=nato*'],
    ['is:unread -tax OR law ', '[unread] & (!tax / law)'],
  ],
  'operators before groups': [
    ['title:(nato troops) ', 'title=nato & title=troops'],
    ['Title：(nato OR troops', 'title=nato / title=troops*'],
    [
      'author:(smith OR "John Doe") said:(a|b) ',
      '(author=smith / author=john+doe) & (speaker=a / speaker=b)',
    ],
    ['-title:(nato troops) law ', '!(title=nato & title=troops) & law'],
    ['title:(a (b | c) -d author:e) f ', 'title=a & (title=b / title=c) & !title=d & author=e & f'],
    ['title:(a author:(b c) d) ', 'title=a & author=b & author=c & title=d'],
    ['lang:(de OR French) is:(unread|starred) ', '(language=de / language=fr) & ([unread] / [starred])'],
    ['source:(guardian) x ', '([source=guardian] / site=guardian*) & x'],
    ['title:() x ', 'x'],
    ['title: (a b) ', 'a & b'],
    ['subtitle:(a b) ', 'subtitle & a & b'],
    ['title:(a) b) c ', 'title=a & b & c'],
    ['(title:(a) b ', 'title=a & b'],
    ['title：（nato troops） ', 'title=nato & title=troops'],
    ['tag:(a b) c ', 'c'],
  ],
  times: [
    ['before:2024 ', '[before 2024-01-01 00:00:00]'],
    ['after:2024-03 ', '[since 2024-03-01 00:00:00]'],
    ['after:2024-3-5 ', '[since 2024-03-05 00:00:00]'],
    ['after:2024/03/05 ', '[since 2024-03-05 00:00:00]'],
    ['before:today ', '[before 2024-11-07 00:00:00]'],
    ['after:Yesterday ', '[since 2024-11-06 00:00:00]'],
    ['age:<7d ', '[since 2024-10-31 15:30:00]'],
    ['age:12h ', '[since 2024-11-07 03:30:00]'],
    ['age:>2w ', '[before 2024-10-24 15:30:00]'],
    ['age:<1m age:>1y ', '[since 2024-10-07 15:30:00] & [before 2023-11-07 15:30:00]'],
  ],
  'other spellings': [
    ['müller ', 'muller / mueller'],
    ['mu\u0308ller ', 'muller / mueller'],
    ['mueller ', 'mueller / muller?'],
    ['-mueller -müller ', '!mueller & !(muller / mueller)'],
    ['"angela müller" ', 'angela+muller / angela+mueller'],
    ['straße ', 'strasse'],
    ['ærø ', 'aero / aeroe'],
    ['aarhus ', 'aarhus / arhus?'],
    ['queen blue bauer toe ', 'queen & blue & bauer & toe'],
    ['40,000 troops', '(40+000 / 40000) & troops*'],
    ['40.000 ', '40+000 / 40000'],
    ['٤٠٬٠٠٠ ', '40+000 / 40000'],
    ['1234567 ', '1234567 / 1+234+567'],
    ['2024 ', '2024'],
    ['2024-03-05 ', '2024+03+05'],
  ],
}

for (const [subject, cases] of Object.entries(PARSED))
  for (const [text, meaning] of cases)
    test(`${subject}: ‹${text}› means ‹${meaning}›`, () => {
      expect(readable(parseQuery(text, NOW).root)).toBe(meaning)
    })

const PROBLEMS: readonly (readonly [text: string, problem: string, rest: string])[] = [
  ['law is: ', 'no-value', 'law'],
  ['law is:unre', 'unknown-value', 'law'],
  ['law title:', 'no-value', 'law'],
  ['law title:"" ', 'no-value', 'law'],
  ['before:20 law ', 'unknown-value', 'law'],
  ['before:2024-13 law ', 'unknown-value', 'law'],
  ['after:2023-02-29 law ', 'unknown-value', 'law'],
  ['age:7 law ', 'unknown-value', 'law'],
  ['has:video law ', 'unknown-value', 'law'],
  ['lang:klingonisch law ', 'unknown-value', 'law'],
  ['-tag:war law ', 'not-yet', 'law'],
]

for (const [text, problem, rest] of PROBLEMS)
  test(`‹${text}› does not restrict and says: ${problem}`, () => {
    const { root, parts } = parseQuery(text, NOW)
    expect(readable(root)).toBe(rest)
    expect(parts.map(part => part.problem).filter(found => found !== null)).toEqual([problem])
  })

test('parts say what was typed and where', () => {
  const text = '  -"prime minister" source:"The Guardian" (is:old | nato*) …'
  const { parts } = parseQuery(text, NOW)
  expect(parts.map(part => ({ ...part, start: text.slice(part.start, part.end), end: 0 }))).toEqual(
    [
      { start: '-"prime minister"', operator: null, value: 'prime minister', negated: true, problem: null },
      {
        start: 'source:"The Guardian"',
        operator: 'source',
        value: 'The Guardian',
        negated: false,
        problem: null,
      },
      { start: 'is:old', operator: 'is', value: 'old', negated: false, problem: 'unknown-value' },
      { start: 'nato*', operator: null, value: 'nato*', negated: false, problem: null },
    ].map(part => ({ ...part, end: 0 })),
  )
  expect(parseQuery('a -(b -c) ', NOW).parts.map(({ negated }) => negated)).toEqual([false, true, false])
})

test('each word of a group has a part of its own, with the operator before the group', () => {
  const text = '-author:(smith "John Doe" lang:de)'
  const { parts } = parseQuery(text, NOW)
  expect(
    parts.map(({ start, end, operator, negated }) => [text.slice(start, end), operator, negated]),
  ).toEqual([
    ['smith', 'author', true],
    ['"John Doe"', 'author', true],
    ['lang:de', 'lang', true],
  ])
})

test('words of title and text are marked, others are not', () => {
  const { terms } = parseQuery(
    'nato title:"prime min*" müller -tax author:martinez -(law -gun) is:read ',
    NOW,
  )
  expect(terms.map(readableWord)).toEqual(['nato', 'prime+min*', 'muller', 'mueller'])
})

const PIECES = [
  'nato',
  'OR',
  '|',
  '(',
  ')',
  '-',
  '-(',
  '"',
  '“',
  '‘',
  '’',
  ' ',
  ' ',
  ' ',
  'title:',
  'is:',
  'is:unread',
]
const MORE = [
  'source:"The G"',
  'before:2024',
  'age:<7d',
  '東京',
  '*',
  ',',
  ':',
  '40,000',
  'lang:de',
  '🙂',
  'ü',
  "'s",
]
const anyQuery = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, ...MORE), fc.string({ unit: 'binary', maxLength: 3 })), {
    maxLength: 14,
  })
  .map(pieces => pieces.join(''))

test('any text and any beginning of it is a query with parts in order', () => {
  fc.assert(
    fc.property(anyQuery, text => {
      for (let length = 0; length <= text.length; length++) {
        const { parts } = parseQuery(text.slice(0, length), NOW)
        let end = 0
        for (const part of parts) {
          if (part.start < end || part.end <= part.start || part.end > length) return false
          end = part.end
        }
      }
      return true
    }),
    { numRuns: 500 },
  )
})

test('nothing that was typed is lost between the parts', () => {
  fc.assert(
    fc.property(anyQuery, text => {
      const { parts } = parseQuery(text, NOW)
      const between = [0, ...parts.map(({ end }) => end)].map((from, index) =>
        text.slice(from, parts[index]?.start ?? text.length),
      )
      return between.every(
        gap => !/[\p{L}\p{N}]/u.test(gap.replace(/OR|(title|is):(?=\()/g, '').normalize('NFKD')),
      )
    }),
    { numRuns: 2000 },
  )
})

test('pasted articles and hostile texts are cut to 32 words and 16 levels', () => {
  for (const piece of [
    'a b ',
    '"',
    'a-',
    '東',
    '(',
    'x(',
    '-(a ',
    'a OR ',
    '‘a ',
    'title:a ',
    ')',
    'is:',
    '-',
  ]) {
    const { root, parts, terms } = parseQuery(piece.repeat(100_000), NOW)
    expect(parts.length).toBeLessThanOrEqual(32)
    expect(JSON.stringify(root).length).toBeLessThan(10_000)
    for (const term of terms) if (term.kind === 'phrase') expect(term.words.length).toBeLessThanOrEqual(32)
  }
})
