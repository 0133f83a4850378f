import { parseFeedUrl } from '../config/parse-address.ts'

const longest = 8192

/** `&` as HTML writes it, in an address copied from the source of a page. */
const ampersand = /&(?:amp|#0*38|#x0*26);/gi
/** `http://https://…`: the form's field already contained the first scheme. */
const twice = /^(?:https?:\/\/)+(?=https?:?\/\/)(https?):?\/\/(?=\S)/i

/**
 * Mend an address of a feed as other programs write it: with `feed:`, without a scheme, with quotes or brackets around it, with two
 * schemes, or with `&amp;` from the source of a page.
 *
 * @returns the address, with the change made, where it is more than spelling; or why it cannot be asked
 */
export function fitAddress(written: string): { url: string; change: string | undefined } | { problem: string } {
  const trimmed = written.trim()
  if (trimmed.length > longest) return { problem: `an address of ${trimmed.length} characters is none` }
  const bare = trimmed
    .replace(/^["'<]+|["'>]+$/g, '')
    .replace(ampersand, '&')
    .replace(twice, '$1://')
  const result = parseFeedUrl(bare)
  if ('value' in result) {
    const change = /^feed:/i.test(bare) || bare !== trimmed ? `${trimmed} became ${result.value}` : undefined
    return { url: result.value, change }
  }
  // It must be a host with a dot in it, not the path of a file.
  if (
    /^(\/\/)?([a-z0-9-]+\.)+[a-z]{2,}(:\d+)?(\/\S*)?$/i.test(bare) &&
    !/^[\w-]+\.(xml|rss|atom|rdf|json|ini|opml)$/i.test(bare)
  ) {
    const whole = parseFeedUrl(`http://${bare.replace(/^\/\//, '')}`)
    if ('value' in whole) return { url: whole.value, change: `${bare} had no scheme: read as ${whole.value}` }
  }
  const mended = /^(https?)(?:\/\/|:\/(?!\/)|;\/\/)(\S+)$/i.exec(bare)
  const again = mended === null ? undefined : parseFeedUrl(`${mended[1]}://${mended[2]?.replace(/^\/+/, '')}`)
  if (again !== undefined && 'value' in again) return { url: again.value, change: `${bare} became ${again.value}` }
  return result
}
