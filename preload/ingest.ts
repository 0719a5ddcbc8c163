import { contextBridge } from 'electron'
import { INGEST_PORT, type IngestBridge } from './contract'
import { requestPort } from './ipc'

const bridge: IngestBridge = { requestPort: () => requestPort(INGEST_PORT) }
contextBridge.exposeInMainWorld('broadsheetIngest', bridge)
