/** So many searches are remembered. */
const KEPT = 10

/** @returns the searches with one more, the latest first, each once */
export const withRecent = (recent: readonly string[], query: string): readonly string[] =>
  [query, ...recent.filter(other => other !== query)].slice(0, KEPT)
