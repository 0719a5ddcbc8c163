import os from 'node:os'
import { MessageChannelMain, type BrowserWindow, type MessagePortMain } from 'electron'
import { INGEST_PORT, type FromIngest, type ToIngest } from '../../preload/contract'
import { givePorts } from '../ipc'
import { openHidden } from '../windows'
import type { HostEvents, IngestHost } from './link'

/** Messages wait so long for others: each that is sent wakes the page, and a large one takes memory that both map. */
const TOGETHER_MILLISECONDS = 16

/** Runs the ingest page in a hidden window and speaks with it through a port. */
export function createWindowHost(): IngestHost {
  let window: BrowserWindow | undefined
  let port: MessagePortMain | undefined
  let events: HostEvents | undefined
  let waiting: ToIngest[] = []
  let timer: NodeJS.Timeout | undefined

  const send = (): void => {
    timer = undefined
    const together = waiting
    waiting = []
    port?.postMessage(together satisfies readonly ToIngest[])
  }
  givePorts(INGEST_PORT, 'ingest', sender => {
    const { port1, port2 } = new MessageChannelMain()
    // A page that was stopped meanwhile gets a port that nobody listens to.
    if (sender === window?.webContents) {
      port = port1
      port1.on('message', ({ data }) => {
        for (const message of data as readonly FromIngest[]) if (port === port1) events?.message(message)
      })
      port1.start()
    }
    return port2
  })
  return {
    start: listener => {
      events = listener
      const opened = openHidden('ingest')
      opened.webContents.on('render-process-gone', () => {
        if (opened === window) listener.gone()
      })
      opened.webContents.once('did-finish-load', () => stepBack(opened.webContents.getOSProcessId()))
      window = opened
    },
    stop: () => {
      const old = window
      window = undefined
      port?.close()
      port = undefined
      clearTimeout(timer)
      timer = undefined
      waiting = []
      // A page that hangs does not answer a request to close.
      if (!old || old.isDestroyed()) return
      old.webContents.forcefullyCrashRenderer()
      old.destroy()
    },
    post: message => {
      waiting.push(message)
      timer ??= setTimeout(send, TOGETHER_MILLISECONDS)
    },
  }
}

/** What the person does goes before what is being stored: the page gets what others leave of a processor. */
function stepBack(pid: number): void {
  try {
    os.setPriority(pid, os.constants.priority.PRIORITY_BELOW_NORMAL)
  } catch (error) {
    console.error('the priority of the ingest page', error)
  }
}
