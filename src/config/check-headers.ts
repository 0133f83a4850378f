/** Headers that a request sets itself, or on which the rules of polite asking depend. */
// biome-ignore format: grouped in rows
const reserved = new Set([
  'accept-encoding', 'connection', 'content-length', 'expect', 'host', 'keep-alive', 'range', 'te', 'trailer',
  'transfer-encoding', 'upgrade', 'user-agent', 'proxy-authorization', 'proxy-connection',
  'if-match', 'if-modified-since', 'if-none-match', 'if-range', 'if-unmodified-since',
])

/** A token (RFC 9110, section 5.6.2). */
const token = /^[\w!#$%&'*+.^`|~-]+$/
/** Characters that a header cannot carry: all but those that a value may have (RFC 9110, section 5.5). */
const unsendable = /[^\t\u0020-\u007e\u00a1-\u00ff]/

type Payload<T> = { value: T; issues: unknown[] }

/** A zod check of the headers that an operator wants to be sent. Values are never named in a message. */
export function checkHeaders(payload: Payload<Record<string, string>>): void {
  const { value: headers } = payload
  for (const [name, value] of Object.entries(headers)) {
    const message = explainHeader(name, value)
    if (message !== undefined) payload.issues.push({ code: 'custom', message, path: [name], input: headers })
  }
}

function explainHeader(name: string, value: string): string | undefined {
  if (!token.test(name)) return 'this is no name of a header, for example Authorization'
  if (reserved.has(name.toLowerCase())) return `the header ${name} is Planet’s own; take it out`
  if (unsendable.test(value.trim())) return 'the value holds a character that no header can carry'
  return undefined
}
