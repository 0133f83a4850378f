/**
 * An address that is taken apart; `undefined` where it is none. Most are sound: to ask first whether one is would read each twice, and
 * `URL.canParse` of Node 20 and 22 begins to say no to hosts with letters such as “é” once it has been asked a few thousand times.
 */
export function parseUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base)
  } catch {
    return undefined
  }
}
