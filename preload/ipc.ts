import { ipcRenderer } from 'electron'
import type { ReaderEvents, ReaderRequests } from './contract'

/** Asks the main process. Rejects only when the main process itself fails; what can go wrong is in the output. */
export function invoke<Name extends keyof ReaderRequests>(
  name: Name,
  input: ReaderRequests[Name]['input'],
): Promise<ReaderRequests[Name]['output']> {
  return ipcRenderer.invoke(name, input) as Promise<ReaderRequests[Name]['output']>
}

/** Listens to the main process. @returns a function that ends it */
export function listen<Name extends keyof ReaderEvents>(
  name: Name,
  listener: (event: ReaderEvents[Name]) => void,
): () => void {
  const handler = (_: Electron.IpcRendererEvent, event: ReaderEvents[Name]): void => listener(event)
  ipcRenderer.on(name, handler)
  return () => void ipcRenderer.off(name, handler)
}

/** Asks for a port to the main process and hands it to the page: ports cannot cross the context bridge. */
export function requestPort(channel: string): void {
  ipcRenderer.once(channel, event => window.postMessage(channel, location.origin, [...event.ports]))
  ipcRenderer.send(channel)
}
