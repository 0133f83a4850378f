import { isWhole } from '../render/pages/is-whole.ts'
import { cardPath } from '../render/paths/page-path.ts'
import { readCard } from '../render/site/read-card.ts'
import type { Touched } from '../render/touched.ts'
import { readState, type SiteHashes } from './hash-site.ts'
import { type Folder, hasBegun } from './plan-rendering.ts'
import type { Rendering } from './render-site.ts'

const aboutPath = 'about/index.html'

/**
 * The parts of a site that would be the same as when it was last written, and so need not be made again.
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
  // The state of a rendering that began and did not end names a picture that may not have been drawn.
  const isDrawn = before.card === card && !hasBegun(last) && known.has(cardPath)
  const hasAbout = !isWhole(touched) && before.listed === listed && known.has(aboutPath) && stands(aboutPath)
  return {
    isRestyled: before.looks !== looks,
    lastCard: isDrawn ? readCard(folder) : undefined,
    standing: new Set(hasAbout ? [aboutPath] : []),
  }
}
