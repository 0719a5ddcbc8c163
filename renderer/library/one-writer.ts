import type { Dexie } from 'dexie'

/** The table that every writing transaction takes. It has no rows. */
export const WRITER_TABLE = 'writer'

/**
 * Has all writing transactions of a database follow each other, whichever page or worker they are of: each takes one
 * more table, which IndexedDB gives to one of them at a time. Reading transactions are as they were.
 *
 * A transaction that writes more than a little notes in the store how to undo it, with the locks that it holds.
 * When the program is killed, the next start takes these locks again, each of them alone, even the one for the
 * database as a whole, which transactions on different tables share. So of two transactions that were under way the
 * second cannot have its locks, Chromium takes the store for damaged, and deletes all databases (tried on 130;
 * `LevelDBScopes::Initialize`: "Invalid locks on disk").
 *
 * @param database before it is opened; its newest version has `WRITER_TABLE`
 */
export function writeOneAtATime(database: Dexie): void {
  database.use({
    stack: 'dbcore',
    name: 'one-writer',
    create: core => ({
      ...core,
      transaction: (tables, mode, options) =>
        core.transaction(mode === 'readwrite' ? [...tables, WRITER_TABLE] : tables, mode, options),
    }),
  })
}
