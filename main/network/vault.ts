import type { SafeStorage } from 'electron'

/** Encrypts what only this person on this computer may read. */
export interface Vault {
  /** Whether it can be trusted with a secret now. */
  readonly available: () => Promise<boolean>
  /** @throws when the system refuses */
  readonly encrypt: (text: string) => Promise<Uint8Array>
  /** @throws when it cannot: another key, other bytes, a system that refuses */
  readonly decrypt: (bytes: Uint8Array) => Promise<string>
}

/** `safeStorage` as old and new Electrons have it; the ways that wait are new, the others will go. */
type AnySafeStorage = Partial<
  Pick<SafeStorage, 'encryptString' | 'decryptString' | 'getSelectedStorageBackend'>
> & {
  readonly isEncryptionAvailable?: () => boolean
  readonly isAsyncEncryptionAvailable?: () => Promise<boolean>
  readonly encryptStringAsync?: (text: string) => Promise<Uint8Array>
  readonly decryptStringAsync?: (bytes: Buffer) => Promise<{ readonly result: string }>
}

/**
 * The operating system's key store: Keychain, DPAPI, or the desktop's secret service.
 *
 * @param storage Electron's `safeStorage`; to be used after `ready`
 */
export function systemVault(storage: AnySafeStorage): Vault {
  return {
    async available() {
      // Without a secret service Chromium encrypts with a key that everybody knows.
      if (process.platform === 'linux' && storage.getSelectedStorageBackend?.() === 'basic_text') return false
      return (await storage.isAsyncEncryptionAvailable?.()) ?? storage.isEncryptionAvailable?.() ?? false
    },
    async encrypt(text) {
      const bytes = (await storage.encryptStringAsync?.(text)) ?? storage.encryptString?.(text)
      if (!bytes) throw new Error('this Electron cannot encrypt')
      return bytes
    },
    async decrypt(bytes) {
      const sealed = Buffer.from(bytes)
      const text = (await storage.decryptStringAsync?.(sealed))?.result ?? storage.decryptString?.(sealed)
      if (text === undefined) throw new Error('this Electron cannot decrypt')
      return text
    },
  }
}
