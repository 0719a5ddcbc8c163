import type { Database } from './schema'

/** Which way requests take. */
export type ProxySetting =
  | { readonly kind: 'system' }
  | { readonly kind: 'none' }
  | { readonly kind: 'fixed'; readonly rules: string; readonly bypass: string }

/** What the person may set, with what holds until then. */
export const DEFAULT_SETTINGS = {
  /** Whether the first-run page was answered. Nothing is fetched before. */
  welcomed: false as boolean,
  /** Whether the program's own articles were put into the library. */
  furnished: false as boolean,
  refreshMinutes: 30 as number,
  pauseOnBattery: false as boolean,
  pauseOnMetered: true as boolean,
  proxy: { kind: 'system' } as ProxySetting,
  /** Whether the pictures of new articles are fetched with them. */
  pictures: true as boolean,
  /** How much room pictures may take; those of articles that were read go first. */
  pictureMegabytes: 2048 as number,
  /** Whether lists show a small picture beside an article that has one. */
  listPictures: true as boolean,
  /** What the person searched for lately, the latest first. */
  recentSearches: [] as readonly string[],
  theme: 'system' as 'system' | 'light' | 'dark',
  textSize: 0 as -2 | -1 | 0 | 1 | 2 | 3,
}

export type Settings = Readonly<typeof DEFAULT_SETTINGS>

/** @returns every setting, those never set with their default */
export async function readSettings(database: Database): Promise<Settings> {
  const keys = Object.keys(DEFAULT_SETTINGS)
  const rows = await database.settings.bulkGet(keys)
  const set = rows.flatMap(row => (row ? [[row.key, row.value] as const] : []))
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(set) }
}

/** Changes one setting. */
export async function changeSetting<Key extends keyof Settings>(
  database: Database,
  key: Key,
  value: Settings[Key],
): Promise<void> {
  await database.settings.put({ key, value })
}
