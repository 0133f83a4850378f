import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '../..')
const templates = readdirSync(path.join(root, 'templates'), { recursive: true, encoding: 'utf8' })

test('every built-in template was compiled when the program was built', () => {
  const built = readdirSync(path.join(root, 'dist')).filter((name) => name.startsWith('render-site-'))
  const code = built.map((name) => readFileSync(path.join(root, 'dist', name), 'utf8')).join('')
  const missing = templates.filter((name) => {
    if (!name.endsWith('.njk')) return false
    const hash = createHash('sha256')
      .update(readFileSync(path.join(root, 'templates', name), 'utf8'))
      .digest('hex')
    return !code.includes(hash)
  })
  expect(missing).toEqual([])
})
