/** Most addresses are in order, and are read only once. */
const mayBeUnfit = /[\s<>"{}|\\^`[\]]|%(?![0-9a-f]{2})|#[^#]*#/i

/**
 * An address with everything escaped that a URI must not hold (RFC 3986, section 2): browsers let `|`, `[` or `^` stand in
 * paths and queries, and validators of feeds do not. Letters of other scripts may stay (RFC 3987).
 */
export function makeIri(url: string): string {
  if (!mayBeUnfit.test(url)) return url
  const authority = /^[a-z][a-z0-9+.-]*:(\/\/[^/?#]*)?/i.exec(url)?.[0] ?? ''
  // All behind the first "#" is the fragment: a second "#" in it is escaped.
  const [, rest = '', fragment] = /^([^#]*)(?:#(.*))?$/s.exec(url.slice(authority.length)) ?? []
  const end = fragment === undefined ? '' : `#${escapeSigns(fragment).replaceAll('#', '%23')}`
  return escapeHost(authority) + escapeSigns(rest) + end
}

/** Brackets stay: they enclose an IPv6 address. */
function escapeHost(authority: string): string {
  return authority.replace(/[\s<>"{}|\\^`]/g, encodeURIComponent)
}

function escapeSigns(part: string): string {
  return part.replace(/[\s<>"{}|\\^`[\]]/g, encodeURIComponent).replace(/%(?![0-9a-f]{2})/gi, '%25')
}
