import { spawn } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'

/** Start the server of made-up feeds in a process of its own. @param latency milliseconds before each answer */
export async function openServer(
  entries: number,
  latency: number,
): Promise<{ port: string; addNews(): void; close(): void }> {
  const words = [path.join(import.meta.dirname, 'serve-feeds.ts'), String(entries), String(latency)]
  const child = spawn(process.execPath, ['--import', 'tsx', ...words], { stdio: ['pipe', 'pipe', 'inherit'] })
  const [port] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string]
  return { port: port.trim(), addNews: () => void child.stdin.write('news\n'), close: () => void child.stdin.end() }
}
