import { useCollections } from './collections'

/** @returns how many articles the library has: what a search looks through */
export function useArticleCount(): number {
  const { counts } = useCollections()
  return [...counts.values()].reduce((sum, { articles }) => sum + articles, 0)
}
