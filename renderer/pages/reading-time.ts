const WORDS_A_MINUTE = 230
const IDEOGRAPHS_A_MINUTE = 500

/** How long a person reads at a text, in whole minutes, at least one; 0 for a text without words. */
export function readingMinutes(text: string): number {
  const ideographs = text.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu)?.length ?? 0
  const words = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
  if (words === 0) return 0
  // Unbroken ideographs count as one word each run, which weighs little beside themselves.
  return Math.max(1, Math.round(words / WORDS_A_MINUTE + ideographs / IDEOGRAPHS_A_MINUTE))
}
