import type { IngestJobs } from '../../preload/contract'
import { enqueue, settleWaiting } from '../library'
import type { Context } from './context'

/** Keeps an address until there is a network. */
export async function addWaiting(
  { database }: Context,
  address: IngestJobs['queue.add']['input'],
): Promise<null> {
  await enqueue(database, address, Date.now())
  return null
}

/** Strikes out an address that was fetched; one that cannot be stays, with the reason. */
export async function finishWaiting(
  { database }: Context,
  { id, problem }: IngestJobs['queue.done']['input'],
): Promise<null> {
  await settleWaiting(database, id, problem)
  return null
}
