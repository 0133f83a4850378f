import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** Requests that came, and bytes of the bodies that were sent. */
export type Counts = { requests: number; bytes: number }
export type FeedServer = {
  port: string
  /** The first so many feeds have one more entry. */
  addNews(feeds: number): Promise<void>
  /** Since it was last asked. */
  takeCounts(): Promise<Counts>
  close(): void
}

/** Start the server of made-up feeds in a process of its own. @param latency milliseconds before each answer */
export async function openServer(entries: number, latency: number): Promise<FeedServer> {
  const words = [path.join(import.meta.dirname, 'serve-feeds.ts'), String(entries), String(latency)]
  const child = spawn(process.execPath, ['--import', 'tsx', ...words], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [port] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string]
  const takeCounts = async () => {
    child.stdin.write('counts\n')
    const [line] = (await once(child.stdout, 'data')) as [string]
    return JSON.parse(line) as Counts
  }
  return {
    port: port.trim(),
    takeCounts,
    async addNews(feeds) {
      child.stdin.write(`news ${feeds}\n`)
      await takeCounts()
    },
    close: () => void child.stdin.end(),
  }
}

/** Every feed on a host of its own, as on the internet. */
export function feedUrl(feed: number, port: string): string {
  return `http://127.${1 + (feed >> 16)}.${(feed >> 8) & 255}.${feed & 255}:${port}/${feed}`
}
