/** Another fetcher that shares the state is asking this host, for longer than we wait. */
export class HostTakenError extends Error {
  override name = 'HostTakenError'
}
