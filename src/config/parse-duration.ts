const second = 1000
const day = 86_400 * second
const units = new Map(
  Object.entries({ ms: 1, s: second, m: 60 * second, h: 3600 * second, d: day, w: 7 * day, y: 365 * day }),
)

/** A duration as feeds.yaml writes it: "30s", "1h", "1.5 h", "30d". @returns milliseconds, or `undefined` */
export function parseDuration(text: string): number | undefined {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(text) ?? []
  const factor = units.get(unit.toLowerCase())
  return factor === undefined ? undefined : Math.round(Number(number) * factor)
}
