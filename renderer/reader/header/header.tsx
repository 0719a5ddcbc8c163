import type { ReactNode } from 'react'
import { SavingStatus } from '../add/saving-progress'
import { bridge } from '../bridge'
import { IconButton } from '../common/icon-button'
import { useReader } from '../state/context'
import { useWording } from '../strings'
import { Appearance } from './appearance'
import { SearchField } from './search-field'
import { SyncStatus } from './sync-status'
import { useSync } from './use-sync'

interface HeaderProps {
  readonly settingsOpen: boolean
  readonly onSettings: (open: boolean) => void
}

/** The line at the top: name, search, progress, and the few things that are always at hand. */
export function Header({ settingsOpen, onSettings }: HeaderProps): ReactNode {
  const { strings } = useWording()
  const { dispatch } = useReader()
  const sync = useSync()
  return (
    <header className="header">
      <p className="brand">{strings.brand}</p>
      <SearchField />
      <div className="header-tools">
        {!sync.running && !sync.trouble && <SavingStatus />}
        <SyncStatus sync={sync} />
        {!sync.running && (
          <IconButton
            icon="refresh"
            label={strings.header.refresh}
            shortcut="R"
            onPress={() => void bridge().request('sync.start', null)}
          />
        )}
        <Appearance open={settingsOpen} onOpen={onSettings} />
        <IconButton
          icon="add"
          label={strings.header.add}
          shortcut="A"
          onPress={() => dispatch({ kind: 'layer', layer: { kind: 'add' } })}
        />
      </div>
    </header>
  )
}
