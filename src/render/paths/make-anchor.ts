import { hash } from 'node:crypto'

/** The name of an entry's place on every page that carries it: made from the published id, which never changes. */
export function makeAnchor(publishedId: string): string {
  return `e-${hash('sha256', publishedId, 'hex').slice(0, 10)}`
}
