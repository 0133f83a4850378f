/**
 * What all addresses of one picture have in common, whoever resizes or carries it: the innermost address that stands in it, without its
 * scheme, the size that WordPress puts into its name, the folders that are nothing but a size, and what follows the name of a file.
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
    .replace(sizeFolder, '/')
}

/**
 * Folders that only say how large a picture comes: of Ghost (`/size/w1200h600/`, with a `format` behind it), Blogger (`/s72-c/`,
 * `/w640-h480/`), Tumblr (`/s640x960/`), Medium (`/max/1024/`, `/v2/resize:fit:1024/`), Cloudflare (`/cdn-cgi/image/width=800/`). A number
 * alone, or a short one (`/s2/`), may be one of something else.
 */
const sizeFolder =
  /\/(?:size\/w\d+(?:h\d+)?(?:\/format\/\w+)?|s(?:72|\d{3,4})(?:-[a-z]{1,2}\d*){0,4}|w\d{2,4}-h\d{2,4}(?:-[a-z]{1,2}\d*){0,4}|s\d{2,4}x\d{2,4}(?:_c\d)?|max\/\d{2,4}|v2\/resize:\w{3,5}:\d{2,4}(?::\d{2,4})?|cdn-cgi\/image\/[\w=,.:-]+)(?=\/)\//g

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
