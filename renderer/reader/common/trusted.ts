/** The part of Trusted Types that is used here; TypeScript's DOM library does not have it yet. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: {
      readonly createScriptURL: (address: string) => string
      readonly createHTML: (html: string) => string
    },
  ): { createScriptURL(address: string): unknown; createHTML(html: string): unknown }
}

/** The whole document that a frame starts with: in it, tables and line heights follow the standard. */
const EMPTY_DOCUMENT = '<!doctype html>'

const factory = (globalThis as { readonly trustedTypes?: TrustedTypes }).trustedTypes

/** The only strings that this page ever turns into a script's address or into markup. */
const policy = factory?.createPolicy('broadsheet', {
  createScriptURL: address => {
    if (new URL(address, location.href).origin !== location.origin)
      throw new TypeError(`not our own: ${address}`)
    return address
  },
  createHTML: html => {
    if (html !== EMPTY_DOCUMENT) throw new TypeError('not the empty document')
    return html
  },
})

/** @returns the address of a script of our own origin, as enforced Trusted Types want it */
export const trustedScript = (address: string): string =>
  (policy?.createScriptURL(address) ?? address) as string

/** @returns an empty document, as enforced Trusted Types want it */
export const trustedEmptyDocument = (): string =>
  (policy?.createHTML(EMPTY_DOCUMENT) ?? EMPTY_DOCUMENT) as string
