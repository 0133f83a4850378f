/**
 * The key that all addresses of one picture share, whichever service resizes or delivers it: the innermost address within the address,
 * without its scheme, the size that WordPress puts into the file's name, folders that only give a size, and anything behind the file's
 * name.
 *
 * @param url absolute, with character references decoded
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
 * Folders that only give the size of a picture: of Ghost (`/size/w1200h600/`, with a `format` behind it), Blogger (`/s72-c/`,
 * `/w640-h480/`), Tumblr (`/s640x960/`), Medium (`/max/1024/`, `/v2/resize:fit:1024/`), Cloudflare (`/cdn-cgi/image/width=800/`). A number
 * alone, or a short one (`/s2/`), may mean something else.
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
