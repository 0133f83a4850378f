import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

/** A way to a PostgreSQL on which every statement is seen. */
export type WatchedWire = {
  /** The address of the database by this way. */
  url: string
  /** Statements that were run, in their order: each time one is run, whoever prepared it before. */
  statements: string[]
  close(): void
}

/** Frontend messages: PostgreSQL's manual, 53.7. The first of a connection has no letter. */
export async function watchWire(address: string): Promise<WatchedWire> {
  const { hostname, port } = new URL(address)
  const statements: string[] = []
  const wire = createServer((near) => {
    const far = connect(Number(port), hostname)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy())
      one.pipe(other)
    }
    const prepared = new Map<string, string>()
    let [rest, head, bound] = [Buffer.alloc(0), 0, '']
    near.on('data', (bytes: Buffer) => {
      rest = Buffer.concat([rest, bytes])
      while (rest.length >= head + 4 && rest.length >= head + rest.readInt32BE(head)) {
        const end = head + rest.readInt32BE(head)
        const kind = head === 0 ? '' : String.fromCharCode(rest[0] ?? 0)
        const [first = '', second = ''] = rest.toString('utf8', head + 4, end).split('\0')
        if (kind === 'Q') statements.push(first)
        if (kind === 'P') prepared.set(first, second)
        if (kind === 'B') bound = second
        if (kind === 'E') statements.push(prepared.get(bound) ?? bound)
        rest = rest.subarray(end)
        head = 1
      }
    })
  })
  wire.listen(0, '127.0.0.1')
  await once(wire, 'listening')
  const way = Object.assign(new URL(address), {
    ...{ hostname: '127.0.0.1', port: String((wire.address() as AddressInfo).port) },
  })
  return { url: way.href, statements, close: () => void wire.close() }
}
