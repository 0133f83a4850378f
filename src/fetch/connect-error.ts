/** The connection, TLS included, was never made: the server has seen no request. */
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
