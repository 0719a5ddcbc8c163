import { expect, test } from '@playwright/test'
import { quotationsIn, spoken } from './support'

const CASES: readonly (readonly [language: string, text: string, quotations: readonly string[]])[] = [
  [
    'de',
    'Die Ministerin Anna Keller sagte am Montag: „Wir schaffen das alle.“ „Mehr weiß ich nicht“, so Keller.',
    ['Die Ministerin Anna Keller: Wir schaffen das alle.', 'Keller: Mehr weiß ich nicht'],
  ],
  [
    'de',
    'Am Abend sagte der Trainer Max Ober: »Das war sehr knapp.«',
    ['der Trainer Max Ober: Das war sehr knapp.'],
  ],
  [
    'de',
    'Laut Anna Keller ist der See „noch lange nicht sauber genug“.',
    ['Anna Keller: noch lange nicht sauber genug'],
  ],
  [
    'de',
    'Es ist still, weil die Stadt den Plan als „mutig und richtig“ bezeichnet.',
    ['die Stadt: mutig und richtig'],
  ],
  [
    'fr',
    '« Le lac est encore froid », a déclaré Paul Durand. « Il faut attendre », a-t-il ajouté.',
    ['Paul Durand: Le lac est encore froid', 'il: Il faut attendre'],
  ],
  ['fr', '« Pourquoi partir si tôt ? », demande-t-elle au capitaine.', ['elle: Pourquoi partir si tôt ?']],
  [
    'fr',
    'Selon l’avocat Paul Durand, « le lac est encore froid ».',
    ['l’avocat Paul Durand: le lac est encore froid'],
  ],
  [
    'es',
    '«El lago está frío», dijo Marta Ruiz. «Hay que esperar», añadió.',
    ['Marta Ruiz: El lago está frío', 'Marta Ruiz: Hay que esperar'],
  ],
  [
    'es',
    '—No lo sé todavía —dijo María—. Ya veremos mañana.',
    ['María: No lo sé todavía', 'María: Ya veremos mañana.'],
  ],
  ['it', '«Il lago è ancora freddo», ha detto Mario Rossi.', ['Mario Rossi: Il lago è ancora freddo']],
  [
    'pt',
    '“O lago ainda está frio”, disse a ministra Ana Costa.',
    ['a ministra Ana Costa: O lago ainda está frio'],
  ],
  [
    'nl',
    '“Het meer is nog koud”, zei burgemeester Jan de Vries.',
    ['burgemeester Jan de Vries: Het meer is nog koud'],
  ],
  ['sv', '”Sjön är ännu kall”, säger Anna Berg till tidningen.', ['Anna Berg: Sjön är ännu kall']],
  ['ru', '«Озеро ещё холодное», — сказала Мария Петрова.', ['Мария Петрова: Озеро ещё холодное']],
  ['ru', '— Не уходи, — тихо сказала Мария. — Уже поздно.', ['Мария: Не уходи', 'Мария: Уже поздно.']],
  ['uk', '«Озеро ще холодне», — сказала Марія Петренко.', ['Марія Петренко: Озеро ще холодне']],
  [
    'cs',
    '„Jezero je ještě studené,“ řekl starosta Jan Novák.',
    ['starosta Jan Novák: Jezero je ještě studené,'],
  ],
  [
    'sk',
    '„Jazero je ešte studené,“ povedal starosta Ján Kováč.',
    ['starosta Ján Kováč: Jazero je ešte studené,'],
  ],
  [
    'pl',
    '„Jezioro jest jeszcze zimne” – powiedział minister Jan Nowak.',
    ['minister Jan Nowak: Jezioro jest jeszcze zimne'],
  ],
  ['zh', '李明表示：“湖水今天还是很冷的。”', ['李明: 湖水今天还是很冷的。']],
]

for (const [language, text, quotations] of CASES)
  test(`${language}: ${text.slice(0, 48)}`, () => {
    expect(spoken(text, language)).toEqual(quotations)
  })

test('the text’s own language is believed more than the one that a feed names', () => {
  const text =
    'Das Wetter war in der ganzen Stadt schlecht und die Leute blieben zu Hause. „Wir warten auf die Sonne“, sagte Anna Keller.'
  expect(spoken(text, 'en')).toEqual(['Anna Keller: Wir warten auf die Sonne'])
})

test('a language without data still gives the quoted sentences and names after a colon', () => {
  expect(quotationsIn('Kovács Anna: „A tó még nagyon hideg ma.”', 'hu')).toMatchObject([
    { kind: 'direct', speaker: 'Kovács Anna', text: 'A tó még nagyon hideg ma.' },
  ])
})

test('a list with dashes is no dialogue', () => {
  expect(spoken('- bread from the baker - fresh\n- milk said to be cheap', 'en')).toEqual([])
})
