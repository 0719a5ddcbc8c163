import { useEffect, type KeyboardEvent, type ReactNode } from 'react'
import { useAnnounce } from '../../common/announcer'
import { IconButton } from '../../common/icon-button'
import { useWording } from '../../strings'
import type { Find } from './use-find'

/** The way through the hits in an article: a field to look for words in it, or what the search looked for. */
export function FindBar({ find }: { readonly find: Find }): ReactNode {
  const { strings } = useWording()
  const { wanted, hits, at } = find
  const isOpen = wanted !== null
  const sentence =
    isOpen && wanted.trim() && !hits.length ? strings.search.findNone : countOf(find, strings.search.hits)
  useSpoken(at >= 0 || (isOpen && wanted) ? sentence : '')
  if (!isOpen && !hits.length) return null
  return (
    <div className="find-bar" role={isOpen ? 'search' : 'group'} aria-label={labelOf(isOpen, strings.search)}>
      {isOpen && <FindField find={find} />}
      <span className="find-count">{sentence}</span>
      <IconButton
        icon="up"
        label={strings.search.previousHit}
        shortcut={isOpen ? 'Shift+Enter' : 'P'}
        disabled={!hits.length}
        onPress={() => find.go(-1)}
      />
      <IconButton
        icon="down"
        label={strings.search.nextHit}
        shortcut={isOpen ? 'Enter' : 'N'}
        disabled={!hits.length}
        onPress={() => find.go(1)}
      />
      {isOpen && (
        <IconButton icon="close" label={strings.search.closeFind} shortcut="Escape" onPress={find.close} />
      )}
    </div>
  )
}

const countOf = ({ at, hits }: Find, words: (at: number, total: number) => string): string =>
  hits.length ? words(at + 1, hits.length) : ''

const labelOf = (isOpen: boolean, words: { readonly find: string; readonly hitsLabel: string }): string =>
  isOpen ? words.find : words.hitsLabel

function FindField({ find: { wanted, field, change, go, close } }: { readonly find: Find }): ReactNode {
  const { strings } = useWording()
  useEffect(() => field.current?.focus(), [field])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') go(event.shiftKey ? -1 : 1)
    else if (event.key === 'Escape') close()
    else return
    event.preventDefault()
  }
  return (
    <input
      ref={field}
      type="text"
      spellCheck={false}
      autoComplete="off"
      aria-label={strings.search.find}
      placeholder={strings.search.find}
      value={wanted ?? ''}
      onChange={event => change(event.target.value)}
      onKeyDown={onKeyDown}
    />
  )
}

/** Who does not see the number hears it. */
function useSpoken(sentence: string): void {
  const announce = useAnnounce()
  useEffect(() => {
    if (sentence) announce(sentence)
  }, [announce, sentence])
}
