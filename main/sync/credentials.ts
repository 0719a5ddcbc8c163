import type { CredentialStore, HttpClient } from '../network'

/**
 * A client that shows what opens an address where the person asks for it: not where content of others leads.
 *
 * @param find what was kept for the origin of an address
 */
export const withCredentials = (client: HttpClient, { find }: Pick<CredentialStore, 'find'>): HttpClient => ({
  ...client,
  fetch: (request, signal) => {
    const credentials = request.trust === 'linked' ? undefined : find(request.url)
    return client.fetch(credentials ? { ...request, credentials } : request, signal)
  },
})
