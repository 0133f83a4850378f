import type { SiteFile } from '../../model.ts'
import type { Translate } from '../messages/open-messages.ts'

/** The style of a feed that somebody opens in a browser (F-22), which says in the planet's language what a feed is. */
export function makeFeedStyle({ path, bytes }: SiteFile, translate: Translate): SiteFile {
  const words = `feed {\n  --notice: ${quote(translate('feedNotice'))};\n}\n`
  return { path, bytes: Buffer.concat([Buffer.from(words), Buffer.from(bytes)]) }
}

/** A string of CSS (CSS Syntax, section 4.3.5). */
function quote(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\a ')}"`
}
