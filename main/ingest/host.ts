import os from 'node:os'
import { MessageChannelMain, type BrowserWindow, type MessagePortMain } from 'electron'
import { INGEST_PORT, type FromIngest } from '../../preload/contract'
import { givePorts } from '../ipc'
import { openHidden } from '../windows'
import type { HostEvents, IngestHost } from './link'

/** Runs the ingest page in a hidden window and speaks with it through a port. */
export function createWindowHost(): IngestHost {
  let window: BrowserWindow | undefined
  let port: MessagePortMain | undefined
  let events: HostEvents | undefined

  givePorts(INGEST_PORT, 'ingest', sender => {
    const { port1, port2 } = new MessageChannelMain()
    // A page that was stopped meanwhile gets a port that nobody listens to.
    if (sender === window?.webContents) {
      port = port1
      port1.on('message', ({ data }) => {
        if (port === port1) events?.message(data as FromIngest)
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
      // A page that hangs does not answer a request to close.
      if (!old || old.isDestroyed()) return
      old.webContents.forcefullyCrashRenderer()
      old.destroy()
    },
    post: message => port?.postMessage(message),
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
