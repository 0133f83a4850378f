/** What the operator wrote on the command line cannot be done as it stands: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
