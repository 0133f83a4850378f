/** The connection was never made, TLS included: the server heard nothing of us. */
export class ConnectError extends Error {
  override name = 'ConnectError'

  constructor(
    cause: Error,
    /** The last day of the certificate, where one was shown. */
    readonly validTo: string | undefined,
  ) {
    super(cause.message, { cause })
  }
}
