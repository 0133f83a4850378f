import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

const root = path.join(import.meta.dirname, '..')
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...readdirSync(path.join(root, 'docs'))
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]

/** Headings as they are linked to. */
function listAnchors(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading.toLowerCase())
  return headings.map((heading) => heading.replace(/[^\p{L}\p{N} _-]/gu, '').replaceAll(' ', '-'))
}

test.each(pages)('every link of %s leads somewhere', (page) => {
  const text = readFileSync(path.join(root, page), 'utf8')
  const links = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, link = '']) => link)
    .filter((link) => !/^[a-z]+:/.test(link))
  const broken = links.filter((link) => {
    const [file = '', anchor] = link.split('#')
    const target = file === '' ? path.join(root, page) : path.join(root, path.dirname(page), file)
    if (!existsSync(target)) return true
    return anchor !== undefined && !listAnchors(readFileSync(target, 'utf8')).includes(anchor)
  })
  expect(broken).toEqual([])
})

test('docs/index.md leads to every page', () => {
  const index = readFileSync(path.join(root, 'docs/index.md'), 'utf8')
  const missing = pages.filter(
    (page) => page.startsWith('docs/') && page !== 'docs/index.md' && !index.includes(`(${page.slice(5)})`),
  )
  expect(missing).toEqual([])
})
