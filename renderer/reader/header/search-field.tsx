import type { ReactNode } from 'react'
import { Icon } from '../common/icons'
import { IconButton } from '../common/icon-button'
import { useReader, useReaderState } from '../state/context'
import { useWording } from '../strings'

/** The field for searching everything. What is typed goes into the state; the list column answers. */
export function SearchField(): ReactNode {
  const { strings } = useWording()
  const { dispatch, searchField, list } = useReader()
  const state = useReaderState()
  const leave = (): void => dispatch({ kind: 'search', query: null })
  return (
    <div className="search-field" role="search">
      <Icon name="search" />
      <input
        ref={searchField}
        type="text"
        inputMode="search"
        spellCheck={false}
        autoComplete="off"
        aria-label={strings.header.search}
        placeholder={strings.header.search}
        value={state.query ?? ''}
        onFocus={() => state.query === null && dispatch({ kind: 'search', query: '' })}
        onBlur={() => state.query === '' && leave()}
        onChange={event => dispatch({ kind: 'search', query: event.target.value })}
        onKeyDown={event => {
          const by = { ArrowDown: 1, Enter: 1, ArrowUp: -1 }[event.key]
          if (!by) return
          event.preventDefault()
          if (event.key === 'Enter') event.currentTarget.blur()
          list.current?.step(by === 1 ? 1 : -1)
        }}
      />
      {state.query === null ? (
        <kbd aria-hidden="true">{strings.header.searchKey}</kbd>
      ) : (
        <IconButton icon="close" label={strings.header.clearSearch} shortcut="Escape" onPress={leave} />
      )}
    </div>
  )
}
