/** The index behind the end tag of a raw element; `undefined` where there is none. */
export function findRawEnd(text: string, name: string, from: number): number | undefined {
  for (let at = text.indexOf('</', from); at >= 0; at = text.indexOf('</', at + 2)) {
    const end = at + 2 + name.length
    if (!/^[\s/>]$/.test(text.charAt(end)) || text.slice(at + 2, end).toLowerCase() !== name) continue
    const close = text.indexOf('>', end)
    return close < 0 ? text.length : close + 1
  }
  return undefined
}
