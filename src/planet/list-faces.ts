import type { FeedAbout, FeedSource } from '../model.ts'
import type { WantedFace } from '../store/picture-store.ts'
import { parseUrl } from '../text/parse-url.ts'

/**
 * The addresses at which the face of a feed may be, the best first; none where the face is a file of the planet's, or where none is wanted.
 *
 * @param source the feed, with the planet's defaults filled in
 * @param hash SHA-256, hex: Gravatar identifies people by that hash of their e-mail address
 */
export function listFaces(
  { url: feed, face, site }: FeedSource,
  about: FeedAbout | undefined,
  hash: (text: string) => string,
): WantedFace[] {
  if (face === undefined) return []
  if (/^https?:/.test(face)) return [{ feed, kind: 'face', address: face }]
  if (face === 'gravatar') {
    const email = about?.authors
      .find((author) => author.email !== undefined)
      ?.email?.trim()
      .toLowerCase()
    if (email === undefined) return []
    return [{ feed, kind: 'face', address: `https://gravatar.com/avatar/${hash(email)}?s=128&d=404` }]
  }
  if (face !== 'auto') return []
  const home = site ?? about?.link
  const found: WantedFace[] = []
  const image = about?.image
  if (isWeb(image)) found.push({ feed, kind: 'face', address: image })
  if (isWeb(home)) found.push({ feed, kind: 'icon', address: home })
  return found
}

function isWeb(address: string | undefined): address is string {
  return address !== undefined && /^https?:/.test(address) && parseUrl(address) !== undefined
}
