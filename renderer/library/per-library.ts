import type { Database } from './schema'

/** @returns gives what belongs to a library, the same as long as that is open; it is made at the first call */
export function perLibrary<Made extends WeakKey>(
  make: (database: Database) => Made,
): (database: Database) => Made {
  const all = new WeakMap<Database, Made>()
  return database => {
    let made = all.get(database)
    if (!made) all.set(database, (made = make(database)))
    return made
  }
}
