import { hidePassword } from '../text/hide-password.ts'
import { LostError, StateError } from './state-error.ts'
import type { PostgresPlace } from './store.ts'

/**
 * An error of PostgreSQL as a sentence, where the server, the network or the operator is to blame; any other error unchanged: what one feed
 * brought is that feed's problem. No sentence contains the password.
 *
 * SQLSTATE: appendix A of PostgreSQL's manual.
 *
 * @param isLost true where the connection is closed
 */
export function explainPostgres(error: unknown, place: PostgresPlace, isLost: boolean): unknown {
  if (!(error instanceof Error) || error instanceof StateError || error instanceof LostError) return error
  const code = 'code' in error ? String(error.code) : ''
  const where = showPlace(place)
  const wrong = (what: string) => new StateError(`${where}: ${what}; nothing was changed`, { cause: error })
  const later = (what: string) => {
    return new LostError(`${where}: ${what}; what was not whole was not kept: try again later`, { cause: error })
  }
  const said = findRefusal(code) ?? findAddressFault(error, code)
  if (said !== undefined) return wrong(said)
  if (code === '57014') return later('a statement took longer than the server allows (statement_timeout)')
  if (/^(53|58|XX)/.test(code)) return later(`the server cannot go on (${explainCode(code)})`)
  if (code === '55P03') return later('somebody else held a table for longer than the server allows (lock_timeout)')
  if (/^40/.test(code)) return later('somebody else was writing the same')
  if (/^(08|57)/.test(code)) return later('the server has ended the connection')
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return later('there is no such host, or no network')
  if (isLost || /^E[A-Z]+$/.test(code)) {
    return later(
      /^(|ECONNRESET|EPIPE)$/.test(code) ? 'the connection was lost' : `the server cannot be reached (${code})`,
    )
  }
  return error
}

/** Errors that only the operator of the planet or of the server can mend. */
function findRefusal(code: string): string | undefined {
  if (code === '28P01') return 'the server does not take the password'
  if (code === '28000') return 'the server does not let this user in'
  if (code === '3D000') return 'there is no such database: make it with createdb'
  if (code === '42501') return 'the user may not do that: it needs its own schema, or CREATE on the database'
  if (code === '25006') return 'the server takes no changes (it is a replica, or default_transaction_read_only is on)'
  if (code === '53100') return 'the disk of the server is full'
  return undefined
}

/** Errors in the address, which only its writer can mend: waiting does not help. The driver's message on missing TLS has no code. */
function findAddressFault(error: Error, code: string): string | undefined {
  if (code === 'EADDRESS') {
    const file = error.cause instanceof Error && 'path' in error.cause
    if (file) return 'a file that its address names (sslcert, sslkey, sslrootcert) cannot be read'
    return 'this is no address: expected postgres://user:password@host/database; what is special in a password is written as %40'
  }
  if (/does not support SSL/.test(error.message)) return 'the server has no TLS, which sslmode asks for'
  if (/^ERR_(TLS|SSL|OSSL)_|CERT|SIGNATURE/.test(code)) return `its certificate does not hold (${code})`
  return undefined
}

function explainCode(code: string): string {
  return code === '53300' ? 'it has as many connections as it takes' : code
}

/** "postgres://user@host:5432/name, schema planet": without the password and the parameters. */
export function showPlace({ url, schema }: PostgresPlace): string {
  return `${hidePassword(url)}, schema ${schema}`
}
