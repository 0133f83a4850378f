import { Parser } from 'htmlparser2'
import { resolveUrl } from '../../text/resolve-url.ts'

/** Such a page is short. */
const headLength = 20_000

/** Characters of what `content` says. */
const longest = 2000

/**
 * Where a web page sends whoever opens it (`meta http-equiv=refresh`): what generators of static sites leave at an address that is
 * another by now.
 *
 * @returns absolute; `undefined` where it sends nobody away, or to itself
 */
export function findRefresh(html: string, baseUrl: string): string | undefined {
  let found: string | undefined
  const parser = new Parser({
    onopentag(name, { 'http-equiv': kind = '', content = '' }) {
      if (name !== 'meta' || kind.trim().toLowerCase() !== 'refresh') return
      const to = /^\d*(?:\.\d*)?\s*[;,]\s*(?:url\s*=)?\s*["']?([^"'\s]+)/i.exec(content.slice(0, longest).trim())?.[1]
      found ??= to === undefined ? undefined : resolveUrl(to, baseUrl)
    },
  })
  parser.end(html.slice(0, headLength))
  return found !== undefined && /^https?:/.test(found) && found !== baseUrl ? found : undefined
}
