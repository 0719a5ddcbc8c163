import type { MenuItem } from '../common/menu'
import { useSlip } from '../common/slip'
import { useSavedSearches, type SavedSearch } from '../search/saved-searches'
import { useReader } from '../state/context'
import { useWording } from '../strings'

/** @returns what can be done with a saved search */
export function useSearchActions(search: SavedSearch): readonly MenuItem[] {
  const { id, name, notify } = search
  const { strings } = useWording()
  const { dispatch } = useReader()
  const { tell, restore, remove } = useSavedSearches()
  const slip = useSlip()
  const undo = { label: strings.list.undo, run: () => void restore(search) }
  return [
    { label: strings.actions.tellMe, checked: notify, onChoose: () => void tell(id, !notify) },
    {
      label: strings.search.rename,
      onChoose: () => dispatch({ kind: 'layer', layer: { kind: 'rename-search', searchId: id } }),
    },
    {
      label: strings.search.remove,
      onChoose: () => {
        void remove(id).then(isRemoved => {
          if (isRemoved) slip({ sentence: strings.search.removed(name), action: undo })
        })
      },
    },
  ]
}
