import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { serveDemo } from './serve-demo.ts'

/** The port that demo/feeds.yaml names. */
const port = 4747
const here = import.meta.dirname
const cli = path.join(here, '../dist/cli.js')

for (const folder of ['public', '.planet']) rmSync(path.join(here, folder), { recursive: true, force: true })

const server = await serveDemo(port).catch((error: NodeJS.ErrnoException) => {
  if (error.code !== 'EADDRINUSE') throw error
  console.error(`demo: another program uses port ${port}, which the sample feeds need; end it and try again`)
  process.exit(1)
})
const build = spawn(process.execPath, [cli, 'build', '--verbose', '--config', path.join(here, 'feeds.yaml')], {
  stdio: 'inherit',
})
const [code] = (await once(build, 'close')) as [number | null]
await server.close()

if (code === 0) {
  const page = path.join(here, 'public/index.html')
  console.log(`\nThe planet is built. Open ${path.relative(process.cwd(), page)}\n  ${pathToFileURL(page)}`)
}
process.exitCode = code ?? 1
