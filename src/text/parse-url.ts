/**
 * Parse an address; `undefined` where it is invalid. Most are valid: checking first would parse each twice, and `URL.canParse` of Node 20
 * and 22 begins to say no to hosts with letters such as “é” once it has been asked a few thousand times.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}
