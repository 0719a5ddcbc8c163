import { useRef, useState, type ClipboardEvent, type ReactNode } from 'react'
import { NO_FOLDER } from '../../library'
import { Dialog } from '../common/dialog'
import { Field } from '../common/field'
import { FolderChoice, folderOfChoice, type ChosenFolder } from '../common/folder-choice'
import { useDatabase } from '../data/collections'
import { useWording } from '../strings'
import { BrowserPart } from './browser-part'
import { addFile, busyWith, FILE_TYPES, followFeed, savePage, type Outcome } from './outcome'
import { Outcomes } from './outcomes'
import { pastedPage } from './pasted'
import { useAdding, type Adding } from './use-adding'

interface AddDialogProps {
  /** An address that a link in the person's browser asks to be added; null: the person came by themselves. */
  readonly asked: string | null
  readonly onClose: () => void
}

/** The one place for adding: an address, files, or a text from the clipboard. */
export function AddDialog({ asked, onClose }: AddDialogProps): ReactNode {
  const { strings } = useWording()
  const adding = useAdding()
  return (
    <Dialog title={strings.add.title} onClose={onClose} className="add-dialog">
      <div aria-busy={adding.busy !== null}>
        {asked !== null && <p className="dialog-help">{strings.saving.asked}</p>}
        <AddressForm adding={adding} asked={asked} onClose={onClose} />
        <FilesField adding={adding} />
        <PasteField adding={adding} />
        <BrowserPart />
      </div>
    </Dialog>
  )
}

interface PartProps {
  readonly adding: Adding
}

function AddressForm({ adding, asked, onClose }: PartProps & AddDialogProps): ReactNode {
  const { strings } = useWording()
  const database = useDatabase()
  const [address, setAddress] = useState(asked ?? '')
  const [folder, setFolder] = useState<ChosenFolder>({ kind: 'known', id: NO_FOLDER })
  const work = (busy: string, what: (trimmed: string) => Promise<Outcome>): void => {
    const trimmed = address.trim()
    const nothing: Outcome = { kind: 'failed', sentence: strings.add.noAddress }
    void adding.run(busy, [async () => (trimmed ? what(trimmed) : nothing)])
  }
  const follow = async (wanted: string): Promise<Outcome> =>
    followFeed(wanted, await folderOfChoice(database, folder), strings)
  const { busy } = strings.add
  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        work(busy.following, follow)
      }}
    >
      <AddressField address={address} onChange={setAddress} />
      <FolderChoice label={strings.add.folder} chosen={folder} onChoose={setFolder} />
      <div className="dialog-actions">
        <button
          type="button"
          className="text-button"
          disabled={adding.busy !== null}
          onClick={() => work(busy.saving, wanted => savePage({ kind: 'address', address: wanted }, strings))}
        >
          {strings.add.savePage}
        </button>
        <button type="submit" className="button" disabled={adding.busy !== null}>
          {strings.add.follow}
        </button>
      </div>
      <Outcomes
        adding={adding}
        onOpened={onClose}
        onOffer={offer => void adding.run(busy.following, [() => follow(offer.url)])}
        onOpenable={() => work(busy.following, follow)}
      />
    </form>
  )
}

interface AddressFieldProps {
  readonly address: string
  readonly onChange: (address: string) => void
}

function AddressField({ address, onChange }: AddressFieldProps): ReactNode {
  const { strings } = useWording()
  return (
    <Field label={strings.add.address}>
      {id => (
        <input
          id={id}
          type="text"
          inputMode="url"
          spellCheck={false}
          placeholder={strings.add.placeholder}
          value={address}
          onChange={event => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

function FilesField({ adding }: PartProps): ReactNode {
  const { strings } = useWording()
  const input = useRef<HTMLInputElement>(null)
  return (
    <div className="files-field">
      <p>{strings.add.filesHint}</p>
      <button type="button" className="text-button" onClick={() => input.current?.click()}>
        {strings.add.files}
      </button>
      <input
        ref={input}
        hidden
        multiple
        type="file"
        accept={FILE_TYPES}
        onChange={event => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          const works = files.map(file => () => addFile(file, strings))
          if (files.length) void adding.run(busyWith(files, strings), works)
        }}
      />
    </div>
  )
}

function PasteField({ adding }: PartProps): ReactNode {
  const { strings } = useWording()
  const onPaste = (event: ClipboardEvent): void => {
    event.preventDefault()
    const page = pastedPage(event.clipboardData)
    const nothing: Outcome = { kind: 'failed', sentence: strings.add.nothingPasted }
    void adding.run(strings.add.busy.saving, [async () => (page ? savePage(page, strings) : nothing)])
  }
  return (
    <Field label={strings.add.paste}>
      {id => (
        <textarea id={id} rows={2} readOnly value="" placeholder={strings.add.pasteHint} onPaste={onPaste} />
      )}
    </Field>
  )
}
