import { useState, type ReactNode } from 'react'
import type { ProxySetting } from '../../library'
import { Dialog } from '../common/dialog'
import { Field } from '../common/field'
import { useSetting } from '../header/use-setting'
import { useWording } from '../strings'
import { OptionChoice } from './option-choice'
import { PictureSettings } from './picture-settings'
import { bypassRules, isProxyAddress } from './proxy-rules'

/** How often feeds are asked at most, in minutes; 0 is only by hand. */
const INTERVALS: readonly number[] = [15, 30, 60, 240]
const PROXIES: readonly ProxySetting['kind'][] = ['system', 'none', 'fixed']

interface OptionsDialogProps {
  /** Shows what is stored. */
  readonly onStorage: () => void
  readonly onClose: () => void
}

/** The settings of the sync and of the pictures. What is chosen holds at once. */
export function OptionsDialog({ onStorage, onClose }: OptionsDialogProps): ReactNode {
  const { strings } = useWording()
  const { options } = strings.sync
  return (
    <Dialog title={options.title} onClose={onClose} className="options-dialog">
      <Refresh />
      <fieldset>
        <legend>{options.pause}</legend>
        <OptionChoice setting="pauseOnBattery" label={options.onBattery} />
        <OptionChoice setting="pauseOnMetered" label={options.onMetered} />
      </fieldset>
      <PictureSettings onStorage={onStorage} />
      <Proxy />
    </Dialog>
  )
}

function Refresh(): ReactNode {
  const { strings } = useWording()
  const { refresh, refreshEvery } = strings.sync.options
  const [chosen, choose] = useSetting('refreshMinutes')
  const shown = chosen === 0 || INTERVALS.includes(chosen) ? INTERVALS : [...INTERVALS, chosen]
  return (
    <Field label={refresh}>
      {id => (
        <select id={id} value={chosen} onChange={event => choose(Number(event.target.value))}>
          {[...shown, 0].map(minutes => (
            <option key={minutes} value={minutes}>
              {refreshEvery(minutes)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function Proxy(): ReactNode {
  const { strings } = useWording()
  const { proxy, proxies } = strings.sync.options
  const [stored, store] = useSetting('proxy')
  // A proxy of one's own holds from the moment when its address is whole.
  const [kind, setKind] = useState(stored.kind)
  const choose = (chosen: ProxySetting['kind']): void => {
    setKind(chosen)
    if (chosen !== 'fixed') store({ kind: chosen })
  }
  return (
    <fieldset>
      <legend>{proxy}</legend>
      {PROXIES.map(each => (
        <label key={each} className="option">
          <input type="radio" name="proxy" checked={kind === each} onChange={() => choose(each)} />
          {proxies[each]}
        </label>
      ))}
      {kind === 'fixed' && <OwnProxy stored={stored} onStore={store} />}
    </fieldset>
  )
}

interface OwnProxyProps {
  readonly stored: ProxySetting
  readonly onStore: (proxy: ProxySetting) => void
}

function OwnProxy({ stored, onStore }: OwnProxyProps): ReactNode {
  const { strings } = useWording()
  const words = strings.sync.options
  const [rules, setRules] = useState(stored.kind === 'fixed' ? stored.rules : '')
  const [bypass, setBypass] = useState(stored.kind === 'fixed' ? stored.bypass : '')
  const exceptions = bypassRules(bypass)
  const isRight = isProxyAddress(rules.trim())
  // While somebody types, an address is another one with every letter: it is stored when the field is left.
  const storeWhole = (): void => {
    if (isRight && exceptions !== null) onStore({ kind: 'fixed', rules: rules.trim(), bypass: exceptions })
  }
  return (
    <div className="own-proxy" onBlur={storeWhole}>
      <ProxyField
        label={words.rules}
        value={rules}
        placeholder={words.rulesPlaceholder}
        wrong={rules.trim() && !isRight ? words.rulesWrong : null}
        onChange={setRules}
      />
      <ProxyField
        label={words.bypass}
        value={bypass}
        placeholder={words.bypassPlaceholder}
        wrong={exceptions === null ? words.bypassWrong : null}
        onChange={setBypass}
      />
    </div>
  )
}

interface ProxyFieldProps {
  readonly label: string
  readonly value: string
  readonly placeholder: string
  /** What is wrong with it, in words. */
  readonly wrong: string | null
  readonly onChange: (value: string) => void
}

function ProxyField({ label, value, placeholder, wrong, onChange }: ProxyFieldProps): ReactNode {
  return (
    <Field label={label}>
      {id => (
        <>
          <input
            id={id}
            spellCheck={false}
            value={value}
            placeholder={placeholder}
            aria-invalid={wrong !== null}
            {...(wrong ? { 'aria-describedby': `${id}-wrong` } : {})}
            onChange={event => onChange(event.target.value)}
          />
          {wrong && (
            <p id={`${id}-wrong`} className="field-wrong">
              {wrong}
            </p>
          )}
        </>
      )}
    </Field>
  )
}
