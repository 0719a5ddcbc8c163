/** @returns the search that asks for the same, or null */
export function savedAs<Search extends { readonly query: string }>(
  searches: readonly Search[],
  query: string | null,
): Search | null {
  const wanted = query?.trim()
  return (wanted && searches.find(search => search.query.trim() === wanted)) || null
}
