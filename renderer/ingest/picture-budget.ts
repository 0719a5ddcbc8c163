import { makePictureRoom, pictureBytes, type Database, type Settings } from '../library'

/** Keeps the pictures of the library within the room that the person gives them. */
export interface PictureBudget {
  /** So many bytes came in; where that is too much, older pictures go. */
  spend(bytes: number): Promise<void>
}

/** After making room there is some to spare, or it would be made again for every picture. */
const KEPT = 0.9

/** @param alive called at every step of making room */
export function createPictureBudget(
  database: Database,
  settings: () => Settings,
  alive: () => void,
): PictureBudget {
  let total: number | null = null
  let making: Promise<void> | null = null
  const makeRoom = async (most: number): Promise<void> => {
    total = await makePictureRoom(database, most * KEPT, alive)
  }
  return {
    spend: async bytes => {
      total = total === null ? await pictureBytes(database) : total + bytes
      const most = settings().pictureMegabytes * 1024 * 1024
      if (total <= most) return
      making ??= makeRoom(most).finally(() => (making = null))
      await making
    },
  }
}
