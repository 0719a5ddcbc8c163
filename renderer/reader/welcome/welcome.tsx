import { Fragment, useRef, useState, type ReactNode } from 'react'
import type { ImportResult } from '../../../preload/contract'
import { changeSetting } from '../../library'
import { outcomeOfImport, type Outcome } from '../add/outcome'
import { bridge } from '../bridge'
import { useSlip } from '../common/slip'
import { useDatabase } from '../data/collections'
import { useWording } from '../strings'
import { useSyncDialog } from '../sync/dialogs'
import { SUGGESTED, type SuggestedFeed } from './feeds'

const ALL = SUGGESTED.flatMap(group => group.feeds)

/** The first page: what this is, and a few papers to begin with. */
export function Welcome(): ReactNode {
  const { strings } = useWording()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [hinted, setHinted] = useState(false)
  const { busy, problem, subscribe, importList, look } = useFirstChoice()
  const toggle = (url: string): void => {
    const next = new Set(chosen)
    if (!next.delete(url)) next.add(url)
    setChosen(next)
  }
  return (
    <main className="pane welcome" aria-label={strings.welcome.title} aria-busy={busy}>
      <form
        onSubmit={event => {
          event.preventDefault()
          setHinted(chosen.size === 0)
          if (chosen.size > 0) subscribe(ALL.filter(feed => chosen.has(feed.url)))
        }}
      >
        <h1>{strings.welcome.title}</h1>
        <p className="welcome-intro">{strings.welcome.intro}</p>
        <h2>{strings.welcome.choose}</h2>
        <Suggestions chosen={chosen} onToggle={toggle} />
        <p className="welcome-agree">{strings.welcome.agree}</p>
        {hinted && chosen.size === 0 && (
          <p className="outcome" role="status">
            {strings.welcome.chooseFirst}
          </p>
        )}
        {problem && (
          <p className="outcome outcome-failed" role="alert">
            {problem}
          </p>
        )}
        <div className="welcome-actions">
          <button type="submit" className="button" disabled={busy}>
            {busy ? strings.welcome.busy : strings.welcome.follow(chosen.size)}
          </button>
          <ListChoice onFile={importList} />
          <button type="button" className="text-button" onClick={look}>
            {strings.welcome.look}
          </button>
        </div>
      </form>
    </main>
  )
}

/** The way to bring a list of subscriptions. */
function ListChoice({ onFile }: { readonly onFile: (file: File) => void }): ReactNode {
  const { strings } = useWording()
  const list = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className="text-button" onClick={() => list.current?.click()}>
        {strings.welcome.importList}
      </button>
      <input
        ref={list}
        hidden
        type="file"
        accept=".opml,.xml"
        onChange={event => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </>
  )
}

interface SuggestionsProps {
  readonly chosen: ReadonlySet<string>
  readonly onToggle: (url: string) => void
}

function Suggestions({ chosen, onToggle }: SuggestionsProps): ReactNode {
  const { strings } = useWording()
  return (
    <div className="suggestions">
      {SUGGESTED.map(group => (
        <fieldset key={group.name}>
          <legend>{strings.welcome.groups[group.name]}</legend>
          {group.feeds.map(({ url, title, about }) => (
            <label key={url}>
              <input type="checkbox" checked={chosen.has(url)} onChange={() => onToggle(url)} />
              <b>{title}</b>
              <span>{strings.welcome.about[about]}</span>
              <small>{breakable(url)}</small>
            </label>
          ))}
        </fieldset>
      ))}
    </div>
  )
}

/** Carries out the first choice. Only after it is anything fetched. */
function useFirstChoice() {
  const { strings } = useWording()
  const tell = useTelling()
  const database = useDatabase()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const welcomed = async (): Promise<void> => {
    await changeSetting(database, 'welcomed', true)
    void bridge().request('sync.start', null)
  }
  const carryOut = async (work: () => Promise<ImportResult>): Promise<void> => {
    setBusy(true)
    setProblem(null)
    const result = await work().catch((): ImportResult => ({ kind: 'failed', problem: 'reading-failed' }))
    const outcome = outcomeOfImport(result, strings)
    if (outcome.kind === 'done') {
      tell(outcome)
      await welcomed()
    } else if (outcome.kind === 'failed') setProblem(outcome.sentence)
    setBusy(false)
  }
  return {
    busy,
    problem,
    subscribe: (feeds: readonly SuggestedFeed[]) =>
      void carryOut(() => bridge().request('feeds.subscribe', feeds.map(({ url, title }) => ({ url, title })))), // prettier-ignore
    importList: (file: File) =>
      void carryOut(async () => bridge().request('feeds.import', new Uint8Array(await file.arrayBuffer()))),
    look: () => void changeSetting(database, 'welcomed', true),
  }
}

/** Says what the first choice came to: this page is gone then. */
function useTelling(): (outcome: Extract<Outcome, { kind: 'done' }>) => void {
  const { strings } = useWording()
  const slip = useSlip()
  const open = useSyncDialog()
  return ({ sentence, leftOut }) => {
    if (!leftOut) return slip({ sentence })
    const show = (): void => open({ kind: 'left-out', leftOut })
    const { line, show: label } = strings.sync.leftOut
    slip({ sentence: `${sentence} ${line(leftOut.length)}`, trouble: true, action: { label, run: show } })
  }
}

/** An address without what all have in common, that may break behind each of its parts. */
function breakable(url: string): ReactNode {
  const parts = url.replace(/^https:\/\//, '').split(/(?<=[/.])/)
  return parts.map((part, index) => (
    <Fragment key={index}>
      {part}
      <wbr />
    </Fragment>
  ))
}
