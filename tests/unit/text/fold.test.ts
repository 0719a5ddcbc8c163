import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { fold, foldTerm } from '../../../renderer/text'

const SAME: readonly (readonly [string, string])[] = [
  ['NATO', 'nato'],
  ['Écœuré', 'ecoeure'],
  ['Straße', 'strasse'],
  ['GROẞ', 'gross'],
  ['Ærø', 'aero'],
  ['Łódź', 'lodz'],
  ['İstanbul', 'istanbul'],
  ['ﬁnance', 'finance'],
  ['Ｂｒｕｓｓｅｌｓ', 'brussels'],
  ['e\u0301te\u0301', 'ete'],
  ['ΟΔΟΣ', 'οδοσ'],
  ['οδός', 'οδοσ'],
  ['Ёлка', 'елка'],
  ['أوكرانيا', 'اوكرانيا'],
  ['مـــصر', 'مصر'],
  ['שָׁלוֹם', 'שלום'],
  ['minis\u00adter', 'minister'],
  ['ｶﾞｽ', 'ガス'],
  ['\u1112\u1161\u11ab', '한'],
]

for (const [text, folded] of SAME)
  test(`${text} is compared as ${folded}`, () => {
    expect(fold(text)).toBe(folded)
  })

test('marks that make another letter stay', () => {
  expect(fold('Мой Київ')).toBe('мой київ')
  expect(fold('が')).not.toBe(fold('か'))
  expect(fold('हिन्दी')).toBe('हिन्दी'.normalize('NFC'))
})

const SAME_TERMS: readonly (readonly [string, string])[] = [
  ['أحمد', 'احمد'],
  ['إسرائيل', 'اسراييل'],
  ['آسيا', 'اسيا'],
  ['ٱلكتاب', 'الكتاب'],
  ['مسؤول', 'مسوول'],
  ['شاطئ', 'شاطي'],
  ['مستشفى', 'مستشفي'],
  ['مدرسة', 'مدرسه'],
  ['مُحَمَّدٌ', 'محمد'],
  ['القـــاهرة', 'القاهره'],
  ['ایران', 'ايران'],
  ['کتاب', 'كتاب'],
  ['پاکستان کے', 'پاكستان كي'],
  ['ﻣﺼﺮ', 'مصر'],
  ['٢٠٢٤', '2024'],
  ['۱۴۰۳', '1403'],
  ['२०२४', '2024'],
  ['２０２４', '2024'],
  ['מְדִינָה', 'מדינה'],
  ['ﬡﬢ', 'אד'],
  ['Işık', 'isik'],
  ['DİYARBAKIR', 'diyarbakir'],
  ['diyarbakır', 'diyarbakir'],
  ['Müller', 'muller'],
]

for (const [text, term] of SAME_TERMS)
  test(`${text} is searched for as ${term}`, () => {
    expect(foldTerm(text)).toBe(term)
  })

test('letters that make another word stay apart', () => {
  expect(foldTerm('שלומ')).not.toBe(foldTerm('שלום'))
  expect(foldTerm('سماء')).not.toBe(foldTerm('سما'))
})

for (const form of [fold, foldTerm]) {
  test(`${form.name}: folding twice changes nothing`, () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), text => form(form(text)) === form(text)),
      { numRuns: 2000 },
    )
  })

  test(`${form.name}: every single character folds to a fixed point`, () => {
    const unstable: string[] = []
    for (let code = 0; code < 0x30000; code++) {
      const character = String.fromCodePoint(code)
      if (form(form(character)) !== form(character)) unstable.push(code.toString(16))
    }
    expect(unstable).toEqual([])
  })
}

test('a letter under two hundred thousand marks does not hang', () => {
  expect(fold(`a${'\u0301\u0316'.repeat(100_000)}`)).toBe('a')
  expect(fold(`क${'\u0301\u0316\u093c'.repeat(100_000)}`).length).toBeLessThan(20)
})
