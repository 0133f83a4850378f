/** A host is asked by another fetcher that shares the state, for longer than one waits for it. */
export class HostTakenError extends Error {
  override name = 'HostTakenError'
}
