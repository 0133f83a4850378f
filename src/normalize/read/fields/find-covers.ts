import { resolveWebUrl } from '../../../text/resolve-url.ts'
import { allKinds, type Fields, textOf } from '../xml/element.ts'
import { type Context, enterElement } from '../xml/enter-element.ts'

/** The pictures that a podcast or an episode has for itself, absolute: `href` as Apple says, or the address itself as some write. */
export function findCovers(fields: Fields, context: Context): ReadonlySet<string> {
  const urls = allKinds(fields, ['itunes:image', 'googleplay:image']).map((element) => {
    const written = element.attributes.href ?? element.attributes.url ?? textOf(element)
    return resolveWebUrl(written, enterElement(element, context).base)
  })
  return new Set(urls.filter((url) => url !== undefined))
}
