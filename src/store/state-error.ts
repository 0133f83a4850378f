/** The state folder cannot be used; the message says why, and what to do. Nothing in it was changed. */
export class StateError extends Error {
  override name = 'StateError'
}

/** Another build holds the lock. */
export class BusyError extends Error {
  override name = 'BusyError'
}
