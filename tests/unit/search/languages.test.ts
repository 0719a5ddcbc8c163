import { expect, test } from '@playwright/test'
import { createSearcher, highlight, parseQuery } from '../../../renderer/search'
import { ask, memoryStore } from './corpus'

/** Own words, with the marks, digits and Latin words that such texts have between their letters. */
const DENSE: Readonly<Record<string, readonly string[]>> = {
  Chinese: [
    '港口的灯塔在昨夜的暴风雨中倒塌，渔民们说他们从未见过这么大的浪。',
    '市议会周三批准了新的预算，其中包括为3所学校修建图书馆的费用。',
    '“我们会重建灯塔。”市长在NATO峰会之后告诉记者，工程将于2025年开始。',
    '渔船队长說，燈塔是海港的記憶；沒有它，夜裡回家的路會很長。',
  ],
  Japanese: [
    '港の灯台は昨夜の嵐で倒れ、漁師たちはこれほど大きな波を見たことがないと話した。',
    '市議会は水曜日、新しい予算を可決した。図書館を３つの学校に建てる費用も含まれる。',
    '「灯台は必ず建て直す」と市長はNATO会議の後で述べ、工事は2025年に始まる。',
    'コーヒーとパンの値段が上がり、カフェの店主は「もう限界だ」と語った。人々は々の字を書く。',
  ],
  Korean: [
    '항구의 등대가 어젯밤 폭풍에 무너졌고 어부들은 이렇게 큰 파도를 본 적이 없다고 말했다.',
    '시의회는 수요일에 새 예산을 승인했으며 도서관 건립 비용도 포함되어 있다.',
  ],
}

/** Every run of one, two and three letters in the texts. */
function runsOf(texts: readonly string[]): readonly string[] {
  const runs = new Set<string>()
  for (const text of texts)
    for (const [run] of text.matchAll(/[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}]+/gu)) {
      const letters = [...run].filter(letter => /\p{L}/u.test(letter))
      for (let at = 0; at < letters.length; at++)
        for (let length = 1; length <= 3; length++) runs.add(letters.slice(at, at + length).join(''))
    }
  return [...runs]
}

for (const [language, texts] of Object.entries(DENSE))
  test(`${language}: one, two and three letters match exactly the texts that have them`, () => {
    const wrong: string[] = []
    const runs = runsOf(texts)
    for (const run of runs)
      for (const typed of [run, `${run} `, `"${run}"`]) {
        const { terms } = parseQuery(typed, 0)
        for (const text of texts)
          if (highlight(text, terms).length > 0 !== text.includes(run)) wrong.push(`${typed} in ${text}`)
      }
    expect(runs.length).toBeGreaterThan(100)
    expect(wrong).toEqual([])
  })

const FOUND: readonly (readonly [query: string, text: string])[] = [
  ['احمد ', 'قال أحمد'],
  ['القاهره ', 'القـاهِرة'],
  ['مستشفي ', 'في مستشفى المدينة'],
  ['ايران ', 'مردم ایران'],
  ['שלום ', 'שָׁלוֹם'],
  ['צה"ל ', 'דובר צה״ל'],
  ['mueller ', 'Angela Müller'],
  ['müller ', 'Angela Mueller'],
  ['muller ', 'Angela Müller'],
  ['goethe ', 'von Göthe'],
  ['århus ', 'in Aarhus'],
  ['malmo ', 'i Malmö'],
  ['strasse ', 'die Straße'],
  ['straße ', 'die Strasse'],
  ['diyarbakir ', 'DİYARBAKIR, Diyarbakır'],
  ['ukraine ', 'Ｕｋｒａｉｎｅ'],
  ["l'europe ", 'L’Europe'],
  ['europe ', 'l’Europe'],
  ['40000 ', 'some 40,000 people'],
  ['40,000 ', 'rund 40.000 Menschen'],
  ['40,000 ', 'about 40000 people'],
  ['2024-03-05 ', 'on 2024/03/05'],
  ['https://example.org/news/ ', 'see example.org/news'],
  ['example.org ', 'see https://www.example.org/news?id=7'],
  ['@jens_s ', 'wrote @Jens_S'],
  ['jens ', 'wrote @Jens_S'],
  ['#ClimateChange ', '#climatechange'],
  ["об'єкт ", 'об’єкт'],
  ["об'єкт ", 'обʼєкт'],
  ['обʼєкт ', "об'єкт"],
  ['обʼєкт ', 'об’єкт'],
  ["o'neill ", 'O’Neill'],
  ['O`Neill ', "O'Neill"],
  ['aujourd’hui ', "aujourd'hui"],
  ['istanbul ', 'İSTANBUL ISTANBUL'],
  ['ISPARTA ', 'ısparta'],
  ['ısparta ', 'Isparta'],
  ['STRASSE ', 'STRAẞE'],
  ['häuser ', 'Haeuser'],
  ['ещё ', 'еще'],
  ['еще ', 'ЕЩЁ'],
  ['２０２４ ', 'in 2024'],
  ['2024 ', '２０２４年'],
  ['４０，０００ ', '40000'],
  ['ＮＡＴＯ　Ｋｉｅｖ　', 'NATO, Kiev'],
  ['ﾄﾖﾀ ', 'トヨタ自動車'],
  ['long‑range ', 'long-range'],
  ['long-range ', 'long‐range'],
  ['long-range ', 'longrange'],
  ['coöperate ', 'co\u00adoperate'],
  ['covid-19 ', 'Covid19'],
  ['F-16 ', 'F16s and an F16'],
  ['11:27 ', 'at 11:27'],
  ['11.27 ', 'at 11:27'],
  ['3,5 ', 'about 3.5 percent'],
  ['5/3/2024 ', '5.3.2024'],
  ['info@example.org ', 'write to info@example.org'],
  ['www.example.org/a_b ', 'https://www.example.org/a_b?c#d'],
  ['HTTPS://EXAMPLE.ORG ', 'example.org'],
  ['@Jens_S: ', 'wrote @jens_s'],
  ['col·legi ', 'un col·legi'],
  ['ﬁnal ', 'final'],
  ['naïve ', 'nai\u0308ve'],
  ['ελλας ', 'ΕΛΛΆΣ'],
  ['đội ', 'ĐỘI'],
]

for (const [query, text] of FOUND)
  test(`‹${query}› is found in ‹${text}›`, () => {
    expect(highlight(text, parseQuery(query, 0).terms).length).toBeGreaterThan(0)
  })

test('words of other letters are not the same word', () => {
  for (const [query, text] of [
    ['שלומ ', 'שלום'],
    ['か ', 'がく'],
    ['мои ', 'мой'],
    ['poet ', 'a pot'],
  ] as const)
    expect(highlight(text, parseQuery(query, 0).terms), query).toEqual([])
})

test('a guessed spelling ranks below what was typed, however often it stands there', async () => {
  const filler = 'the harbour was quiet and nobody spoke of it '
  const documents = [
    { id: 1, title: 'Mueller', text: `${filler.repeat(200)} mueller` },
    { id: 2, title: '', text: `${filler.repeat(400)} Mueller` },
    { id: 3, title: 'Müller', text: 'Müller Müller Müller' },
    { id: 4, title: 'other', text: filler },
  ]
  const searcher = createSearcher(memoryStore([documents]).store)
  expect((await ask(searcher, 'mueller ')).hits.map(({ id }) => id)).toEqual([1, 2, 3])
  expect((await ask(searcher, '-mueller ')).hits.map(({ id }) => id)).toEqual([4, 3])
})
