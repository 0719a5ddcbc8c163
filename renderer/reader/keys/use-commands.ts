import { useMemo, type Dispatch, type RefObject } from 'react'
import type { MenuCommand } from '../../../preload/contract'
import { articlesByIds, type Database, type Decision, type Status } from '../../library'
import { bridge, openAddress } from '../bridge'
import type { Decisions } from '../data/use-decisions'
import type { ArticleHandle, FindHandle, ListHandle, PaneHandle } from '../state/context'
import type { ReaderAction } from '../state/reader-state'
import { actOnUpdate } from '../updates/use-updates'
import type { KeyCommand } from './keys'

/** What the commands work on. */
export interface CommandTargets {
  readonly database: Database
  readonly decisions: Decisions
  readonly dispatch: Dispatch<ReaderAction>
  readonly articleId: RefObject<number | null>
  readonly list: RefObject<ListHandle | null>
  readonly pane: RefObject<PaneHandle | null>
  readonly article: RefObject<ArticleHandle | null>
  readonly find: RefObject<FindHandle | null>
  readonly searchField: RefObject<HTMLInputElement | null>
  readonly showSettings: () => void
}

/** The commands by name. */
export interface Commands {
  readonly key: (command: KeyCommand) => void
  readonly menu: (command: MenuCommand) => void
}

/** @returns the same commands as long as the targets stay */
export function useCommands(targets: CommandTargets): Commands {
  const { database, decisions, dispatch, articleId, list, pane, article, find, searchField, showSettings } =
    targets
  return useMemo(() => {
    const flip = (change: (row: Status) => Decision): void => {
      const id = articleId.current
      if (id !== null) decisions.change(id, change)
    }
    const search = (): void => {
      searchField.current?.focus()
      searchField.current?.select()
    }
    const leave = (): void => {
      if (find.current?.close()) return
      searchField.current?.blur()
      dispatch({ kind: 'search', query: null })
    }
    const layer = (kind: 'add' | 'keys' | 'updates'): void => dispatch({ kind: 'layer', layer: { kind } })
    const refresh = (): void => void bridge().request('sync.start', null)
    const byKey: Readonly<Record<KeyCommand, () => void>> = {
      next: () => list.current?.step(1),
      previous: () => list.current?.step(-1),
      page: () => pane.current?.page(1) || list.current?.nextUnread(),
      'page-back': () => pane.current?.page(-1),
      star: () => flip(row => ({ kind: 'starred', value: !row.starred })),
      read: () => flip(row => ({ kind: 'read', value: row.unread })),
      open: () => void openOriginal(database, articleId.current),
      text: () => article.current?.switchText(),
      export: () => article.current?.exportArticle(),
      search,
      'next-hit': () => find.current?.go(1),
      'previous-hit': () => find.current?.go(-1),
      find: () => find.current?.open(),
      leave,
      refresh,
      add: () => layer('add'),
      keys: () => layer('keys'),
    }
    const byMenu: Readonly<Record<MenuCommand, () => void>> = {
      add: () => layer('add'),
      import: () => layer('add'),
      export: () => void bridge().request('feeds.export', null),
      'export-article': () => article.current?.exportArticle(),
      refresh,
      search,
      find: () => find.current?.open(),
      settings: showSettings,
      keys: () => layer('keys'),
      updates: () => {
        layer('updates')
        actOnUpdate('check')
      },
    }
    return { key: command => byKey[command](), menu: command => byMenu[command]() }
  }, [database, decisions, dispatch, articleId, list, pane, article, find, searchField, showSettings])
}

async function openOriginal(database: Database, id: number | null): Promise<void> {
  const [article] = id === null ? [] : await articlesByIds(database, [id])
  if (article?.link) openAddress(article.link)
}
