import { mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Writing the files alone: as many and as large as those of a site, each beside its place and renamed in. */
const [site, folder] = process.argv.slice(2)
for (const file of readdirSync(site, { recursive: true })) {
  const found = statSync(path.join(site, file))
  if (!found.isFile()) continue
  const target = path.join(folder, file)
  mkdirSync(path.dirname(target), { recursive: true })
  writeFileSync(`${target}-new`, Buffer.alloc(found.size, 'tide '))
  renameSync(`${target}-new`, target)
}
