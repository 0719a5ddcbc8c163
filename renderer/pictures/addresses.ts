const PICTURE = /<img data-picture="([^"]{1,200000})"/g
const REFERENCES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/**
 * The addresses of the pictures in a text, each once, in the text's order; without those that stand in their address
 * (`data:`).
 *
 * @param html canonical, in which exactly `& < > "` are escaped
 */
export function pictureAddresses(html: string): readonly string[] {
  const addresses = new Set<string>()
  for (const [, written = ''] of html.matchAll(PICTURE)) {
    const address = written.replaceAll(/&(?:amp|lt|gt|quot);/g, reference => REFERENCES[reference] ?? '')
    if (!address.startsWith('data:')) addresses.add(address)
  }
  return [...addresses]
}
