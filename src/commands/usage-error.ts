/** The command line cannot be carried out as it stands: exit code 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}
