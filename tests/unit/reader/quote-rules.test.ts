import { expect, test } from '@playwright/test'
import fc from 'fast-check'
import { joinStretches } from '../../../renderer/reader/article/quote-rules'

test('quotations in one line, or in lines that touch, share a rule', () => {
  const joined = joinStretches([
    { top: 100, bottom: 120 },
    { top: 0, bottom: 20 },
    { top: 10, bottom: 40 },
    { top: 42, bottom: 60 },
  ])
  expect(joined).toEqual([
    { top: 0, bottom: 60 },
    { top: 100, bottom: 120 },
  ])
})

test('joined rules cover what they joined, in order and apart', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 80 }))
    .map(([top, height]) => ({ top, bottom: top + height }))
  fc.assert(
    fc.property(fc.array(stretch), stretches => {
      const joined = joinStretches(stretches)
      for (const { top, bottom } of stretches)
        expect(joined.some(rule => rule.top <= top && rule.bottom >= bottom)).toBe(true)
      for (const [index, rule] of joined.entries())
        expect(rule.top).toBeGreaterThan(joined[index - 1]?.bottom ?? -1)
    }),
  )
})
