import type { LinkView } from '../../theme.ts'
import { tagPath } from '../paths/page-path.ts'
import { nameTag } from './name-tag.ts'
import type { ViewContext } from './view-context.ts'

/** A tag's page under the tag's title. */
export function linkTag(tag: string, { planet, link }: ViewContext, name?: string): LinkView {
  return { text: nameTag(tag, planet, name), link: link(tagPath(tag)) }
}
