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

/**
 * Frontend messages: PostgreSQL's manual, 53.7. The first of a connection has no letter.
 *
 * @param change what a statement is before the server gets it
 */
export async function watchWire(address: string, change = (sql: string) => sql): Promise<WatchedWire> {
  const { hostname, port } = new URL(address)
  const statements: string[] = []
  const wire = createServer((near) => {
    const far = connect(Number(port), hostname)
    // Messages go on one by one: without this, each waits until the one before it is known to have come.
    for (const end of [near, far]) end.setNoDelay()
    near.on('error', () => far.destroy())
    far.on('error', () => near.destroy())
    near.on('end', () => far.end())
    far.pipe(near)
    const prepared = new Map<string, string>()
    let [rest, head, bound] = [Buffer.alloc(0), 0, '']
    near.on('data', (bytes: Buffer) => {
      rest = Buffer.concat([rest, bytes])
      while (rest.length >= head + 4 && rest.length >= head + rest.readInt32BE(head)) {
        const end = head + rest.readInt32BE(head)
        const kind = head === 0 ? '' : String.fromCharCode(rest[0] ?? 0)
        const [first = '', second = ''] = rest.toString('utf8', head + 4, end).split('\0')
        if (kind === 'Q') statements.push(first)
        const changed = kind === 'P' ? change(second) : second
        if (kind === 'P') prepared.set(first, changed)
        if (kind === 'B') bound = second
        if (kind === 'E') statements.push(prepared.get(bound) ?? bound)
        const message = rest.subarray(0, end)
        far.write(changed === second ? message : writeParse(message, first, second, changed))
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

/** A Parse message with another statement in it. */
function writeParse(message: Buffer, name: string, sql: string, changed: string): Buffer {
  const start = 5 + Buffer.byteLength(name) + 1
  const body = [message.subarray(5, start), Buffer.from(changed), message.subarray(start + Buffer.byteLength(sql))]
  const head = Buffer.from('P....')
  head.writeInt32BE(4 + body.reduce((sum, part) => sum + part.length, 0), 1)
  return Buffer.concat([head, ...body])
}
