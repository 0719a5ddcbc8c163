import {
  ipcMain,
  type IpcMainEvent,
  type IpcMainInvokeEvent,
  type MessagePortMain,
  type WebContents,
} from 'electron'
import type { ReaderEvents, ReaderRequests } from '../preload/contract'
import { ORIGIN } from './protocol'

/** Answers every request of the contract. */
export type ReaderHandlers = {
  readonly [Name in keyof ReaderRequests]: (
    input: ReaderRequests[Name]['input'],
  ) => Promise<ReaderRequests[Name]['output']>
}

/**
 * Answers the requests of the reader page, and of no other page.
 *
 * @param handlers one for each request; what one throws reaches the page as a rejection
 */
export function handle(handlers: ReaderHandlers): void {
  for (const name of Object.keys(handlers) as (keyof ReaderRequests)[]) {
    ipcMain.handle(name, (event, input: unknown) => {
      if (!isOurs(event, 'reader')) throw new Error(`${name} is answered to the reader page alone`)
      return handlers[name](input as never)
    })
  }
}

/** Tells the reader something. Nothing happens when its window is closed. */
export function send<Name extends keyof ReaderEvents>(
  contents: WebContents | undefined,
  name: Name,
  event: ReaderEvents[Name],
): void {
  if (contents && !contents.isDestroyed()) contents.send(name, event)
}

/**
 * Hands a port to a page each time it asks for one.
 *
 * @param channel the name both sides know it by
 * @param page the folder of the page that may ask
 * @param give makes the port's other end someone's; called with the page's side already sent
 */
export function givePorts(
  channel: string,
  page: string,
  makePort: (sender: WebContents) => MessagePortMain,
): void {
  ipcMain.on(channel, event => {
    if (isOurs(event, page)) event.sender.postMessage(channel, null, [makePort(event.sender)])
  })
}

/** Only the top frame of our own page may speak: frames show articles, which are others' content. */
function isOurs(event: IpcMainEvent | IpcMainInvokeEvent, page: string): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && frame.url.startsWith(`${ORIGIN}/${page}/`)
}
