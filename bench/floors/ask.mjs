import { Agent, get } from 'node:http'

/** Node's own client alone: ask feeds, with their known ETags (argument 3 is "same") or without. */
const [port, feeds, kind, version] = process.argv.slice(2)
const agent = new Agent({ keepAlive: true, maxSockets: 1 })
let next = 0
const ask = (feed) =>
  new Promise((resolve, reject) => {
    const host = `127.${1 + (feed >> 16)}.${(feed >> 8) & 255}.${feed & 255}`
    const headers = kind === 'same' ? { 'if-none-match': `"${feed}-${version}-0"` } : {}
    const asked = get({ host, port, path: `/${feed}`, headers, agent }, (answer) => {
      answer.resume().on('end', resolve).on('error', reject)
    })
    asked.on('error', reject)
  })
await Promise.all(
  Array.from({ length: 32 }, async () => {
    while (next < Number(feeds)) await ask(next++)
  }),
)
agent.destroy()
