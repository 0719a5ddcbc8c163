import { useState, type DragEvent, type ReactNode } from 'react'
import { useAnnounce } from '../common/announcer'
import { Field } from '../common/field'
import { useWording } from '../strings'

/** Opens Broadsheet with the address of the page that the person looks at. */
const BOOKMARKLET = "javascript:location.href='broadsheet:add?url='+encodeURIComponent(location.href)"

/** The bookmark that brings pages here from a browser: to be dragged there, or copied. */
export function BrowserPart(): ReactNode {
  const { strings } = useWording()
  const { browserTitle, browserHint, bookmarklet } = strings.saving
  // A link with such an address would be one that our own page could follow.
  const onDragStart = ({ dataTransfer }: DragEvent): void => {
    dataTransfer.effectAllowed = 'copyLink'
    dataTransfer.setData('text/uri-list', BOOKMARKLET)
    dataTransfer.setData('text/x-moz-url', `${BOOKMARKLET}\n${bookmarklet}`)
    dataTransfer.setData('text/html', `<a href="${BOOKMARKLET}">${bookmarklet}</a>`)
    dataTransfer.setData('text/plain', BOOKMARKLET)
  }
  return (
    <details className="browser-part">
      <summary>{browserTitle}</summary>
      <p>{browserHint}</p>
      <p className="bookmarklet" draggable onDragStart={onDragStart}>
        {bookmarklet}
      </p>
      <CopyField />
    </details>
  )
}

/** The same for those who do not drag. */
function CopyField(): ReactNode {
  const { strings } = useWording()
  const announce = useAnnounce()
  const { bookmarkletAddress, copy, copied, notCopied } = strings.saving
  const [result, setResult] = useState('')
  const write = async (): Promise<void> => {
    const sentence = await navigator.clipboard.writeText(BOOKMARKLET).then(
      () => copied,
      () => notCopied,
    )
    setResult(sentence)
    announce(sentence)
  }
  return (
    <div className="copy-field">
      <Field label={bookmarkletAddress}>
        {id => (
          <input id={id} type="text" readOnly value={BOOKMARKLET} onFocus={event => event.target.select()} />
        )}
      </Field>
      <button type="button" className="text-button" onClick={() => void write()}>
        {copy}
      </button>
      {result && <p>{result}</p>}
    </div>
  )
}
