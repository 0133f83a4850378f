import { hash } from 'node:crypto'
import { remember } from '../../text/remember.ts'

/** Entries whose anchors are kept: each stands on several pages and in feeds. */
const most = 30_000

/** The name of an entry's place on every page that carries it: made from the published id, which never changes. */
export const makeAnchor = remember(
  (publishedId: string): string => `e-${hash('sha256', publishedId, 'hex').slice(0, 10)}`,
  most,
)
