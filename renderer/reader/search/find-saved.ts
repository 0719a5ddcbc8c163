/** @returns what a query asks for: one space behind it stays, for it says that the last word is finished */
export const askedBy = (query: string): string => query.trimStart().replace(/\s+$/, ' ')

/** @returns the search that asks for the same, or null */
export function savedAs<Search extends { readonly query: string }>(
  searches: readonly Search[],
  query: string | null,
): Search | null {
  if (!query?.trim()) return null
  const wanted = askedBy(query)
  return searches.find(search => askedBy(search.query) === wanted) ?? null
}
