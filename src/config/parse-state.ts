import { parseUrl } from '../text/parse-url.ts'
/** Where the state is, and whether it is published; a state in a database is not. */
export type StateOption = 'private' | 'publish' | `postgres${string}`

/** Problems do not repeat the address, which may hold a password. */
export function parseState(given: string): { value: StateOption } | { problem: string } | undefined {
  if (given === 'private' || given === 'publish') return { value: given }
  if (!/^postgres(ql)?:\/\//.test(given)) return undefined
  if ((parseUrl(given)?.pathname.length ?? 0) < 2) {
    return {
      problem:
        'expected an address as postgres://user:password@host/database; what is special in a password is written as %40',
    }
  }
  return { value: given as StateOption }
}
