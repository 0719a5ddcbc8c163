import {
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { removePart } from '../../search'
import { Icon } from '../common/icons'
import { useReader } from '../state/context'
import { useWording } from '../strings'
import { chipsOf, type Chip } from './chip-words'
import { useParsed } from './use-parsed'

/** What is searched for, part by part; each can be taken away. Their line is there from the first letter on. */
export function QueryChips({ query }: { readonly query: string }): ReactNode {
  const wording = useWording()
  const { strings } = wording
  const { dispatch, searchField } = useReader()
  const parsed = useParsed(query)
  const chips = useMemo(() => chipsOf(query, parsed, wording), [query, parsed, wording])
  const line = useRef<HTMLDivElement>(null)
  const hidden = useHiddenEnds(line, chips)
  const next = useRef<number | null>(null)
  useEffect(() => {
    // Who took one away goes on with the one in its place.
    if (next.current === null) return
    const buttons = line.current?.querySelectorAll('button') ?? []
    const target = buttons[Math.min(next.current, buttons.length - 1)] ?? searchField.current
    next.current = null
    target?.focus()
  }, [chips, searchField])
  const remove = (index: number): void => {
    const chip = chips[index]
    if (!chip) return
    next.current = index
    dispatch({ kind: 'search', query: removePart(query, chip) })
  }
  return (
    <div
      ref={line}
      className="chips"
      data-hidden={hidden}
      role="group"
      aria-label={strings.search.chipsLabel}
      onKeyDown={moveFocus}
    >
      {chips.map((chip, index) => (
        <ChipButton key={`${chip.start} ${chip.words}`} chip={chip} onRemove={() => remove(index)} />
      ))}
    </div>
  )
}

/** Shows the part that was typed last, and tells at which ends of the line others are out of sight. */
function useHiddenEnds(line: RefObject<HTMLElement | null>, chips: readonly Chip[]): string {
  const before = useRef<readonly Chip[]>([])
  const [hidden, setHidden] = useState('')
  useLayoutEffect(() => {
    const changed = chips.findLastIndex(({ words }, index) => before.current[index]?.words !== words)
    before.current = chips
    line.current?.children[changed]?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [line, chips])
  useLayoutEffect(() => {
    const element = line.current
    if (!element) return
    const measure = (): void => {
      const end = element.scrollWidth - element.clientWidth - element.scrollLeft
      setHidden(`${element.scrollLeft > 1 ? 'start ' : ''}${end > 1 ? 'end' : ''}`)
    }
    measure()
    element.addEventListener('scroll', measure)
    return () => element.removeEventListener('scroll', measure)
  }, [line, chips])
  return hidden
}

interface ChipButtonProps {
  readonly chip: Chip
  readonly onRemove: () => void
}

function ChipButton({ chip: { words, problem }, onRemove }: ChipButtonProps): ReactNode {
  const { strings } = useWording()
  const label = strings.search.removeChip(words)
  return (
    <button
      type="button"
      className="chip"
      data-problem={problem !== null || undefined}
      aria-label={problem === null ? label : `${label} (${problem})`}
      title={problem ?? label}
      onClick={onRemove}
      onKeyDown={event => {
        if (event.key !== 'Backspace' && event.key !== 'Delete') return
        event.preventDefault()
        onRemove()
      }}
    >
      <span className="chip-words" dir="auto">
        {words}
      </span>
      {problem !== null && <small>{problem}</small>}
      <Icon name="close" />
    </button>
  )
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!by) return
  event.preventDefault()
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const target = buttons.findIndex(button => button === document.activeElement) + by
  buttons[target]?.focus()
}
