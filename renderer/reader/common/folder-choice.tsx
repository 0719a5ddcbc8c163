import type { ReactNode } from 'react'
import { NO_FOLDER, type Database, type FolderRow } from '../../library'
import { command } from '../bridge'
import { Field } from './field'
import { useCollections } from '../data/collections'
import { useWording } from '../strings'

/** A folder that is there, or the name of one to be made. */
export type ChosenFolder =
  { readonly kind: 'known'; readonly id: number } | { readonly kind: 'new'; readonly name: string }

interface FolderChoiceProps {
  readonly label: string
  readonly chosen: ChosenFolder
  readonly onChoose: (chosen: ChosenFolder) => void
}

/** A choice among the folders, with a field for the name of a new one. */
export function FolderChoice({ label, chosen, onChoose }: FolderChoiceProps): ReactNode {
  const { strings } = useWording()
  const { folders } = useCollections()
  return (
    <>
      <Field label={label}>
        {id => (
          <select
            id={id}
            value={chosen.kind === 'known' ? chosen.id : 'new'}
            onChange={({ target: { value } }) =>
              onChoose(value === 'new' ? { kind: 'new', name: '' } : { kind: 'known', id: Number(value) })
            }
          >
            <option value={NO_FOLDER}>{strings.ask.noFolder}</option>
            {folders.map(folder => (
              <option key={folder.id} value={folder.id}>
                {pathOf(folder, folders)}
              </option>
            ))}
            <option value="new">{strings.ask.otherFolder}</option>
          </select>
        )}
      </Field>
      {chosen.kind === 'new' && (
        <Field label={strings.ask.newFolderLabel}>
          {id => (
            <input
              id={id}
              autoFocus
              value={chosen.name}
              onChange={event => onChoose({ kind: 'new', name: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}

/** `World › Europe`; two folders of one name stay apart. */
function pathOf(folder: FolderRow, folders: readonly FolderRow[]): string {
  const names = [folder.name]
  let around = folders.find(({ id }) => id === folder.parentId)
  while (around && names.length < folders.length) {
    names.unshift(around.name)
    const { parentId } = around
    around = folders.find(({ id }) => id === parentId)
  }
  return names.join(' › ')
}

/** @returns the number of the chosen folder, which is made first where it is new; without a name it is no folder */
export async function folderOfChoice(database: Database, chosen: ChosenFolder): Promise<number> {
  if (chosen.kind === 'known') return chosen.id
  const name = chosen.name.trim()
  if (!name) return NO_FOLDER
  await command({ kind: 'add-folder', name, parentId: NO_FOLDER })
  const row = await database.folders
    .filter(folder => folder.name === name && folder.parentId === NO_FOLDER)
    .first()
  return row?.id ?? NO_FOLDER
}
