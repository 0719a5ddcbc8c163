import { useState, type ReactNode } from 'react'
import type { Credentials } from '../../../preload/contract'
import { bridge } from '../bridge'
import { Dialog } from '../common/dialog'
import { Field } from '../common/field'
import { useSlip } from '../common/slip'
import { useWording } from '../strings'

interface CredentialsDialogProps {
  /** Of the feed: what is entered is kept for its origin. */
  readonly url: string
  /** Called when something was kept. */
  readonly onKept: () => void
  readonly onClose: () => void
}

type Kind = Credentials['kind']
const KINDS: readonly Kind[] = ['basic', 'bearer']

/** Asks for what opens a feed that is not for everyone. It goes to the main process and is kept nowhere here. */
export function CredentialsDialog({ url, onKept, onClose }: CredentialsDialogProps): ReactNode {
  const { strings } = useWording()
  const words = strings.sync.credentials
  const { host, isOpen } = partsOf(url)
  const [kind, setKind] = useState<Kind>('basic')
  const { busy, keep } = useKeeping({ url, host, onKept, onClose })
  return (
    <Dialog title={words.title} onClose={onClose} className="credentials-dialog">
      <form
        aria-busy={busy}
        onSubmit={event => {
          event.preventDefault()
          keep(credentialsOf(kind, new FormData(event.currentTarget)))
        }}
      >
        <p className="dialog-help">{words.intro(host)}</p>
        {isOpen && <p className="dialog-help dialog-warning">{words.insecure}</p>}
        <KindChoice kind={kind} onChoose={setKind} />
        {kind === 'basic' ? (
          <>
            <CredentialsField name="user" label={words.user} />
            <CredentialsField name="password" label={words.password} secret />
          </>
        ) : (
          <CredentialsField name="token" label={words.token} secret />
        )}
        <div className="dialog-actions">
          <button type="button" className="text-button" disabled={busy} onClick={() => keep(null)}>
            {words.forget}
          </button>
          <button type="submit" className="button" disabled={busy}>
            {words.keep}
          </button>
        </div>
      </form>
    </Dialog>
  )
}

interface KindChoiceProps {
  readonly kind: Kind
  readonly onChoose: (kind: Kind) => void
}

function KindChoice({ kind, onChoose }: KindChoiceProps): ReactNode {
  const { strings } = useWording()
  const words = strings.sync.credentials
  return (
    <fieldset className="choice-row" aria-label={words.kind}>
      {KINDS.map(each => (
        <label key={each}>
          <input type="radio" name="kind" checked={kind === each} onChange={() => onChoose(each)} />
          {words.kinds[each]}
        </label>
      ))}
    </fieldset>
  )
}

interface CredentialsFieldProps {
  readonly name: 'user' | 'password' | 'token'
  readonly label: string
  readonly secret?: boolean
}

function CredentialsField({ name, label, secret = false }: CredentialsFieldProps): ReactNode {
  return (
    <Field label={label}>
      {id => (
        <input
          id={id}
          name={name}
          type={secret ? 'password' : 'text'}
          required={name !== 'password'}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </Field>
  )
}

interface KeepingProps extends CredentialsDialogProps {
  readonly host: string
}

/** Has credentials kept, or forgotten, and says what became of them. */
function useKeeping({ url, host, onKept, onClose }: KeepingProps) {
  const { strings } = useWording()
  const words = strings.sync.credentials
  const slip = useSlip()
  const [busy, setBusy] = useState(false)
  const keep = async (credentials: Credentials | null): Promise<void> => {
    setBusy(true)
    try {
      const kept = await bridge().request('feed.credentials', { url, credentials })
      const sentence = credentials === null ? words.forgotten(host) : words.kept(host)
      slip({ sentence: credentials !== null && kept === 'until-quit' ? words.untilQuit : sentence })
      onClose()
      if (credentials !== null) onKept()
    } catch {
      slip({ sentence: words.failed, trouble: true })
      setBusy(false)
    }
  }
  return { busy, keep: (credentials: Credentials | null) => void keep(credentials) }
}

function credentialsOf(kind: Kind, form: FormData): Credentials {
  const text = (name: CredentialsFieldProps['name']): string => {
    const value = form.get(name)
    return typeof value === 'string' ? value : ''
  }
  return kind === 'basic'
    ? { kind, user: text('user').trim(), password: text('password') }
    : { kind, token: text('token').trim() }
}

/** Nobody listens on the way to this very computer. */
const THIS_COMPUTER = /^(?:localhost|127\.[\d.]+|\[::1\])$/

/** The host with its port, and whether what is sent there can be read on the way. */
function partsOf(url: string): { readonly host: string; readonly isOpen: boolean } {
  if (!URL.canParse(url)) return { host: url, isOpen: false }
  const { host, hostname, protocol } = new URL(url)
  return { host, isOpen: protocol === 'http:' && !THIS_COMPUTER.test(hostname) }
}
