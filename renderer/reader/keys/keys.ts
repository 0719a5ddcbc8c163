/** What keys do. */
export type KeyCommand =
  | 'next'
  | 'previous'
  | 'page'
  | 'page-back'
  | 'star'
  | 'read'
  | 'open'
  | 'text'
  | 'export'
  | 'search'
  | 'find'
  | 'next-hit'
  | 'previous-hit'
  | 'leave'
  | 'refresh'
  | 'add'
  | 'keys'

const COMMANDS: ReadonlyMap<string, KeyCommand> = new Map(
  Object.entries<KeyCommand>({
    j: 'next',
    arrowdown: 'next',
    k: 'previous',
    arrowup: 'previous',
    ' ': 'page',
    s: 'star',
    m: 'read',
    o: 'open',
    v: 'text',
    e: 'export',
    '/': 'search',
    n: 'next-hit',
    p: 'previous-hit',
    escape: 'leave',
    r: 'refresh',
    a: 'add',
    '?': 'keys',
  }),
)

/** What of a key press counts. `KeyboardEvent` has it. */
export interface KeyPress {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

/** Where a key was pressed: in a field it writes, on a control it works that control, elsewhere it commands. */
export type KeyTarget = 'field' | 'control' | 'elsewhere'

/**
 * The command of a key press.
 *
 * @returns null when the key is not ours: with Ctrl, Cmd or Alt (but for Ctrl+F), in a field, or Space on a control
 */
export function commandOf(press: KeyPress, target: KeyTarget): KeyCommand | null {
  if (isFind(press)) return 'find'
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  const command = COMMANDS.get(press.key.toLowerCase()) ?? null
  if (target === 'field') return command === 'leave' ? command : null
  if (command === 'page') return target === 'control' ? null : press.shiftKey ? 'page-back' : 'page'
  return command
}

/** The key that finds in what is shown, everywhere: also while somebody types. */
const isFind = ({ key, ctrlKey, metaKey, altKey, shiftKey }: KeyPress): boolean =>
  ctrlKey !== metaKey && !altKey && !shiftKey && key.toLowerCase() === 'f'

/** What kind of place an element is for keys. */
export function targetOf(element: EventTarget | null): KeyTarget {
  if (!isElement(element)) return 'elsewhere'
  if (
    element.closest(
      'textarea, select, [contenteditable], input:not([type=checkbox], [type=radio], [type=button])',
    )
  )
    return 'field'
  return element.closest('button, a[href], summary, input, [role=menuitem]') ? 'control' : 'elsewhere'
}

/** Elements of the article's frame belong to another window, whose classes are other ones. */
const isElement = (target: EventTarget | null): target is Element =>
  target !== null && 'closest' in target && typeof target.closest === 'function'
