import { expect, test } from '@playwright/test'
import { detectLanguage } from '../../../renderer/text'

const TEXTS: Readonly<Record<string, string>> = {
  en: 'The ferry that was lost in the storm has been found by the keepers of the old lighthouse.',
  de: 'Die Fähre, die im Sturm verloren ging, ist von den Wärtern des alten Leuchtturms gefunden worden.',
  fr: 'Le ferry qui avait disparu dans la tempête a été retrouvé par les gardiens du vieux phare.',
  es: 'El barco que se perdió en la tormenta ha sido encontrado por los guardianes del viejo faro.',
  it: 'Il traghetto che era scomparso nella tempesta è stato trovato dai guardiani del vecchio faro.',
  pt: 'O barco que se perdeu na tempestade foi encontrado pelos guardas do velho farol, e não havia feridos.',
  nl: 'De veerboot die in de storm verdween is gevonden door de wachters van het oude licht, maar niet heel.',
  sv: 'Färjan som försvann i stormen har hittats av vakterna vid den gamla fyren och det är inte långt.',
  cs: 'Loď, která se ztratila v bouři, byla nalezena a stojí u starého majáku, ale není to daleko.',
  pl: 'Statek, który zaginął w czasie burzy, został znaleziony przez strażników, ale nie jest to daleko od portu.',
  ru: 'Паром, который пропал во время шторма, нашли смотрители старого маяка, но это было не сразу.',
  uk: 'Пором, який зник під час шторму, знайшли доглядачі старого маяка, але це було не одразу.',
  ar: 'تم العثور على العبارة التي فقدت في العاصفة من قبل حراس المنارة القديمة',
  zh: '在暴风雨中失踪的渡轮已经被老灯塔的看守人找到了。',
  ja: '嵐の中で行方不明になったフェリーは古い灯台の番人によって発見された。',
  ko: '폭풍 속에서 사라진 여객선이 오래된 등대의 등대지기에게 발견되었다.',
  el: 'Το πλοίο που χάθηκε στην καταιγίδα βρέθηκε από τους φύλακες του παλιού φάρου.',
  he: 'המעבורת שאבדה בסערה נמצאה על ידי שומרי המגדלור הישן.',
  hi: 'तूफ़ान में खोई हुई नाव पुराने प्रकाशस्तंभ के रखवालों को मिली और यह अच्छा है',
}

for (const [tag, text] of Object.entries(TEXTS))
  test(`${tag} is told by its words or its script`, () => {
    expect(detectLanguage(text)).toBe(tag)
  })

test('too little text and words of no language give null', () => {
  expect(detectLanguage('')).toBeNull()
  expect(detectLanguage('Hello')).toBeNull()
  expect(detectLanguage('1234567890 !!! 4,5 %')).toBeNull()
  expect(detectLanguage('Lorem xyzzy plugh frotz gnusto blorb rezrov vaxum yomin')).toBeNull()
})
