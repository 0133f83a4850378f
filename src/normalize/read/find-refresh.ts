import { Parser } from 'htmlparser2'
import { resolveUrl } from '../../text/resolve-url.ts'

/** Characters that are read: a page that only redirects is short. */
const headLength = 20_000

/** Characters of `content` that are read. */
const longest = 2000

/**
 * The address to which a web page redirects (`meta http-equiv=refresh`), as generators of static sites do at an address that has changed.
 *
 * @returns absolute; `undefined` where the page does not redirect, or redirects to itself
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
