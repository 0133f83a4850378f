import { parseUrl } from '../text/parse-url.ts'
/** Where the state is, and whether everybody may have it; a database holds it for itself. */
export type StateOption = 'private' | 'publish' | `postgres${string}`

/** What is wrong is said without the address: a password stands in it. */
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
