import type { IngestJobs } from '../../preload/contract'
import type { Context } from './context'

export async function backupWritten(_context: Context, _input: IngestJobs['backup.write']['input']): Promise<IngestJobs['backup.write']['output']> {
  return null
}
export async function backupRestored(_context: Context, _input: string): Promise<IngestJobs['backup.restore']['output']> {
  return { problem: null }
}
