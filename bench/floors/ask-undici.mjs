import { Agent, request } from 'undici'

/** undici alone: ask feeds, with their known ETags (argument 3 is "same") or without. */
const [port, feeds, kind, version] = process.argv.slice(2)
const agent = new Agent({ connections: 1 })
let next = 0
const ask = async (feed) => {
  const url = `http://127.${1 + (feed >> 16)}.${(feed >> 8) & 255}.${feed & 255}:${port}/${feed}`
  const headers = kind === 'same' ? { 'if-none-match': `"${feed}-${version}-0"` } : {}
  const { body } = await request(url, { dispatcher: agent, headers })
  await body.arrayBuffer()
}
await Promise.all(
  Array.from({ length: 32 }, async () => {
    while (next < Number(feeds)) await ask(next++)
  }),
)
await agent.close()
