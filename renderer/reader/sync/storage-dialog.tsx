import { useCallback, type ReactNode } from 'react'
import { pictureBytes, pictureRoom, type PictureRoom } from '../../library'
import { Dialog } from '../common/dialog'
import { useCollections, useDatabase } from '../data/collections'
import { useLive } from '../data/use-live'
import { useSources } from '../data/use-sources'
import { useWording } from '../strings'
import { BYTES_IN_MEGABYTE } from './picture-settings'

const COMPLETIONS = ['completions'] as const
/** All rows are read each time, in milliseconds. */
const PAUSE = 5_000

/** What the pictures of each feed take, and all of them beside the room they may take. */
export function StorageDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { strings, format } = useWording()
  const database = useDatabase()
  const { pictureMegabytes } = useCollections().settings
  const used = useLive(
    database,
    useCallback(
      async () => ({ rooms: await pictureRoom(database), bytes: await pictureBytes(database) }),
      [database],
    ),
    COMPLETIONS,
    PAUSE,
  )
  const { storage } = strings.offline
  const budget = pictureMegabytes * BYTES_IN_MEGABYTE
  return (
    <Dialog title={storage.title} onClose={onClose} className="storage-dialog">
      {used && (
        <>
          <p className="storage-sum">
            {storage.total(format.bytes(used.bytes), format.bytes(budget))}
            <meter value={used.bytes} max={budget} aria-hidden="true" />
          </p>
          {used.rooms.length ? <Rooms rooms={used.rooms} /> : <p className="dialog-help">{storage.none}</p>}
        </>
      )}
    </Dialog>
  )
}

function Rooms({ rooms }: { readonly rooms: readonly PictureRoom[] }): ReactNode {
  const { strings, format } = useWording()
  const sourceOf = useSources()
  const { caption, columns, shared } = strings.offline.storage
  return (
    <>
      <div className="storage-rooms" tabIndex={0} role="region" aria-label={caption}>
        <table>
          <caption className="spoken">{caption}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.feed}</th>
              <th scope="col">{columns.articles}</th>
              <th scope="col">{columns.pictures}</th>
              <th scope="col">{columns.size}</th>
            </tr>
          </thead>
          <tbody>
            {rooms.map(({ feedId, articles, pictures, bytes }) => (
              <tr key={feedId}>
                <th scope="row" dir="auto">
                  {sourceOf({ feedId, source: null })}
                </th>
                <td>{format.number(articles)}</td>
                <td>{format.number(pictures)}</td>
                <td>{format.bytes(bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="field-help">{shared}</p>
    </>
  )
}
