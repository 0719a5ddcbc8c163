import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Settings } from '../../library'
import { bridge } from '../bridge'
import { useReader } from '../state/context'
import { useWording } from '../strings'
import { useSyncDialog } from '../sync/dialogs'
import { useSetting } from './use-setting'

const STEPS: readonly Settings['textSize'][] = [-2, -1, 0, 1, 2, 3]
const THEMES: readonly Settings['theme'][] = ['system', 'light', 'dark']

interface AppearanceProps {
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** The button `Aa` and what it opens: text size, theme, and the way to all other settings. */
export function Appearance({ open, onOpen }: AppearanceProps): ReactNode {
  const { strings } = useWording()
  const panel = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = panel.current
    if (!element || element.matches(':popover-open') === open) return
    if (open) element.showPopover()
    else element.hidePopover()
  }, [open])
  return (
    <div className="appearance">
      <button
        type="button"
        className="icon-button appearance-button"
        aria-label={strings.header.appearance}
        title={strings.header.appearance}
        popoverTarget="appearance"
      >
        Aa
      </button>
      <div
        ref={panel}
        id="appearance"
        className="appearance-panel"
        popover="auto"
        role="group"
        aria-label={strings.appearance.title}
        onToggle={event => onOpen(event.newState === 'open')}
      >
        <TextSize />
        <ThemeChoice />
        <PanelActions onDone={() => onOpen(false)} />
      </div>
    </div>
  )
}

function TextSize(): ReactNode {
  const { strings } = useWording()
  const [textSize, setTextSize] = useSetting('textSize')
  const at = STEPS.indexOf(textSize)
  const go = (by: number) => (): void => {
    const step = STEPS[at + by]
    if (step !== undefined) setTextSize(step)
  }
  return (
    <fieldset>
      <legend>{strings.appearance.textSize}</legend>
      <div className="stepper">
        <button type="button" aria-label={strings.appearance.smaller} disabled={at === 0} onClick={go(-1)}>
          A
        </button>
        <span aria-live="polite">{strings.appearance.size(textSize)}</span>
        <button
          type="button"
          className="stepper-larger"
          aria-label={strings.appearance.larger}
          disabled={at === STEPS.length - 1}
          onClick={go(1)}
        >
          A
        </button>
      </div>
    </fieldset>
  )
}

function ThemeChoice(): ReactNode {
  const { strings } = useWording()
  const [chosen, choose] = useSetting('theme')
  return (
    <fieldset>
      <legend>{strings.appearance.theme}</legend>
      <div className="choice-row">
        {THEMES.map(theme => (
          <label key={theme}>
            <input type="radio" name="theme" checked={chosen === theme} onChange={() => choose(theme)} />
            {strings.appearance.themes[theme]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function PanelActions({ onDone }: { readonly onDone: () => void }): ReactNode {
  const { strings } = useWording()
  const { dispatch } = useReader()
  const openDialog = useSyncDialog()
  const [exported, setExported] = useState(false)
  return (
    <div className="panel-actions">
      <button
        type="button"
        className="text-button"
        onClick={() => void bridge().request('feeds.export', null).then(setExported)}
      >
        {exported ? strings.appearance.exported : strings.appearance.exportList}
      </button>
      <button
        type="button"
        className="text-button"
        onClick={() => {
          onDone()
          openDialog({ kind: 'options' })
        }}
      >
        {strings.sync.options.open}
      </button>
      <button
        type="button"
        className="text-button"
        onClick={() => {
          onDone()
          dispatch({ kind: 'layer', layer: { kind: 'keys' } })
        }}
      >
        {strings.appearance.keys}
      </button>
      <button
        type="button"
        className="text-button"
        onClick={() => {
          onDone()
          dispatch({ kind: 'layer', layer: { kind: 'updates' } })
        }}
      >
        {strings.updates.open}
      </button>
    </div>
  )
}
