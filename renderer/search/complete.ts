import { tokenize } from '../text'
import { FIELD_MARKS } from './format'
import type { IndexState } from './index-state'
import type { SearchField } from './query-tree'
import { fieldTerm } from './terms'
import { visitTerms } from './visit-terms'

/** The terms of a field that begin with the last word of a text, those of most documents first. */
export function completeTerm(
  state: IndexState,
  field: SearchField,
  text: string,
  limit: number,
): readonly string[] {
  let beginning = ''
  tokenize(text, term => (beginning = term))
  // Of all words of all titles none is more likely than another.
  if (beginning === '' && field === 'title') return []
  const counts = new Map<string, number>()
  visitTerms(state, fieldTerm(beginning, field), (term, count) => {
    counts.set(term, (counts.get(term) ?? 0) + count)
  })
  const marked = field === 'title' ? 0 : FIELD_MARKS[field].length
  return [...counts]
    .toSorted(([first, count], [second, other]) => other - count || (first < second ? -1 : 1))
    .slice(0, Math.max(0, limit))
    .map(([term]) => term.slice(marked))
}
