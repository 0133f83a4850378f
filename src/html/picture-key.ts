/**
 * What all addresses of one picture have in common, whoever resizes or carries it: the innermost address that stands in it, without its
 * scheme, the size that WordPress puts into its name, and what follows the name of a file.
 *
 * @param url absolute, as HTML has it once references are undone
 */
export function findPictureKey(url: string): string {
  const at = Math.max(...[...url.matchAll(/https?(?::|%3A)(?:\/|%2F){2}/gi)].map(({ index }) => index), 0)
  const inner = at === 0 ? url : decode(url.slice(at).split('&', 1)[0] ?? '')
  return inner
    .replace(/^https?:\/\/(i\d\.wp\.com\/)?/i, '')
    .replace(/(\.(?:jpe?g|png|gif|webp|avif))[?#].*$/is, '$1')
    .replace(/-\d{2,5}x\d{2,5}(?=\.\w{3,4}$)/, '')
}

/** The keys of the pictures that HTML shows. */
export function findPictureKeys(html: string): Set<string> {
  const keys = new Set<string>()
  for (const [, written = ''] of html.matchAll(/<img\b[^>]*?\ssrc="([^"]*)"/g)) {
    keys.add(findPictureKey(written.replaceAll('&amp;', '&')))
  }
  return keys
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
