import { app } from 'electron'
import fs from 'node:fs/promises'
import path from 'node:path'
import type { AddWish } from '../../preload/contract'
import type { RunOrder } from './arguments'
import { LARGEST_FILE } from './begin'
import { LINK_SCHEME, wishOfLink } from './wishes'

/** What is given to the program from outside its window, until the window takes it. */
export interface Outside {
  /** Whether the program was started without a window. */
  readonly isHidden: boolean
  /** Hands everything over that was not taken yet. */
  take(): Promise<readonly AddWish[]>
  /** Has further calls told. @param onCall the window is wanted, and something may be there to be taken */
  listen(onCall: () => void): void
}

/** A wish as one process hands it to the other: files are read by the one that has the window. */
type GivenWish =
  Exclude<AddWish, { readonly kind: 'file' }> | { readonly kind: 'path'; readonly path: string }

/** What a second start says to the first. */
interface Call {
  readonly wishes: readonly GivenWish[]
  readonly hidden: boolean
}

/** More at a time are no person's doing. */
const MOST = 20

/**
 * Makes this program the profile's only one, and gathers what it is given: by its own command line, by that of a
 * second start (which ends at once), by links that browsers open and by files that are opened with it. To be called
 * before the program is ready.
 *
 * @returns null when another program has the profile: it has been told, and this one has to end
 */
export function gatherWishes(order: RunOrder): Outside | null {
  const own: Call = { wishes: wishesOf(order), hidden: order.hidden }
  // Chromium changes the order of the arguments that it hands over by itself.
  if (!app.requestSingleInstanceLock({ ...own })) return null
  const waiting: GivenWish[] = [...own.wishes]
  let tell = (): void => undefined
  const give = (wishes: readonly GivenWish[]): void => {
    waiting.push(...wishes)
    waiting.splice(0, waiting.length - MOST)
    tell()
  }
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const call = data as Call | null
    // A second start that wants no window and brings nothing has nothing to say.
    if (!call?.hidden || call.wishes.length) give(call?.wishes ?? [])
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    const wish = wishOfLink(link)
    if (wish) give([wish])
  })
  app.on('open-file', (event, file) => {
    event.preventDefault()
    give([{ kind: 'path', path: file }])
  })
  // A program that is being developed must not take the links of the one that is installed.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  return {
    isHidden: order.hidden,
    take: () => Promise.all(waiting.splice(0).map(handOver)),
    listen: onCall => void (tell = onCall),
  }
}

const wishesOf = ({ added, links, files }: RunOrder): readonly GivenWish[] => [
  ...added.map(address => ({ kind: 'save', address }) as const),
  ...links.flatMap(link => wishOfLink(link) ?? []),
  ...files.map(file => ({ kind: 'path', path: file }) as const),
]

async function handOver(wish: GivenWish): Promise<AddWish> {
  if (wish.kind !== 'path') return wish
  return { kind: 'file', name: path.basename(wish.path), bytes: await readWhole(wish.path).catch(() => null) }
}

async function readWhole(file: string): Promise<Uint8Array | null> {
  const { size } = await fs.stat(file)
  return size > LARGEST_FILE ? null : fs.readFile(file)
}
