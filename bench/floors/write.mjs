import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Writing files alone: as many and as large as those of a site, each written beside its place and renamed into it. */
const [site, folder] = process.argv.slice(2)
for (const file of readdirSync(site, { recursive: true })) {
  const found = statSync(path.join(site, file))
  if (!found.isFile()) continue
  const target = path.join(folder, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(`${target}-new`, Buffer.alloc(found.size, 'tide '))
  renameSync(`${target}-new`, target)
}
