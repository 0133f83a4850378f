const units = new Map(Object.entries({ b: 1, kb: 1e3, mb: 1e6, gb: 1e9, kib: 2 ** 10, mib: 2 ** 20, gib: 2 ** 30 }))

/** A size as feeds.yaml writes it: "10MB", "500 kB", "2MiB". @returns bytes, or `undefined` */
export function parseSize(text: string): number | undefined {
  const [, number = '', unit = ''] = /^(\d+(?:\.\d+)?)\s*([a-z]+)$/i.exec(text) ?? []
  const factor = units.get(unit.toLowerCase())
  const bytes = factor === undefined ? 0 : Math.round(Number(number) * factor)
  return bytes > 0 ? bytes : undefined
}
