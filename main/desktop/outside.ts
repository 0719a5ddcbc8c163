import { app } from 'electron'
import type { AddWish } from '../../preload/contract'
import { LINK_SCHEME, wishesIn, wishOfLink } from './wishes'

/** What is given to the program from outside its window, until the window takes it. */
export interface Outside {
  /** Hands everything over that was not taken yet. */
  take(): readonly AddWish[]
  /** Has further ones told: something is there to be taken. */
  listen(onWish: () => void): void
}

/** More at a time are no person's doing. */
const MOST = 20

/**
 * Makes this program the profile's only one, and gathers what it is given: by its own command line, by that of a
 * second start (which ends at once), and by links that browsers open. To be called before the program is ready.
 *
 * @returns null when another program has the profile: it has been told, and this one has to end
 */
export function gatherWishes(): Outside | null {
  // Chromium changes the order of the arguments that it hands over by itself.
  const own = wishesIn(process.argv.slice(1))
  if (!app.requestSingleInstanceLock({ wishes: own })) return null
  const waiting: AddWish[] = [...own]
  let tell = (): void => undefined
  const give = (wishes: readonly AddWish[]): void => {
    waiting.push(...wishes)
    waiting.splice(0, waiting.length - MOST)
    tell()
  }
  app.on('second-instance', (_event, _argv, _folder, data) => {
    give((data as { readonly wishes?: readonly AddWish[] } | null)?.wishes ?? [])
  })
  app.on('open-url', (event, link) => {
    event.preventDefault()
    const wish = wishOfLink(link)
    if (wish) give([wish])
  })
  // A program that is being developed must not take the links of the one that is installed.
  if (app.isPackaged) app.setAsDefaultProtocolClient(LINK_SCHEME)
  return {
    take: () => waiting.splice(0),
    listen: onWish => void (tell = onWish),
  }
}
