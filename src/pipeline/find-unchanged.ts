import { isWhole } from '../render/pages/is-whole.ts'
import { cardPath } from '../render/paths/page-path.ts'
import { readCard } from '../render/site/read-card.ts'
import type { Touched } from '../render/touched.ts'
import { readState, type SiteHashes } from './hash-site.ts'
import { type Folder, hasBegun } from './plan-rendering.ts'
import type { Rendering } from './render-site.ts'

const aboutPath = 'about/index.html'

/**
 * What of a site that is written anew would be what it was when it was last written, and need not be made.
 *
 * @param known paths that were written
 */
export function findUnchanged(
  { looks, listed, card }: SiteHashes,
  touched: Touched,
  known: Set<string>,
  { folder, last, stands }: Folder,
): Pick<Rendering, 'isRestyled' | 'lastCard' | 'standing'> {
  const before = readState(last?.state)
  // One that has begun says what was to be drawn.
  const isDrawn = before.card === card && !hasBegun(last) && known.has(cardPath)
  const hasAbout = !isWhole(touched) && before.listed === listed && known.has(aboutPath) && stands(aboutPath)
  return {
    isRestyled: before.looks !== looks,
    lastCard: isDrawn ? readCard(folder) : undefined,
    standing: new Set(hasAbout ? [aboutPath] : []),
  }
}
