import { contextBridge } from 'electron'
import type { ReaderBridge } from './contract'
import { invoke, listen } from './ipc'

const bridge: ReaderBridge = { request: invoke, listen }
contextBridge.exposeInMainWorld('broadsheet', bridge)
