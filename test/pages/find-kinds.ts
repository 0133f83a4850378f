import { statSync } from 'node:fs'
import path from 'node:path'
import type { Site } from './build-site.ts'

/**
 * The pages of a site by kind, told by the form of their path, so that a kind that is added is found by itself:
 * "2026/05/31/index.html" is of the kind "N/N/N", "tag/core/index.html" of "tag/*", "about/index.html" of "about".
 *
 * @returns for every kind its pages, the largest first
 */
export function findKinds(site: Site): Map<string, string[]> {
  const kinds = new Map<string, string[]>()
  const sizeOf = (page: string) => statSync(path.join(site.folder, page)).size
  for (const page of [...site.pages].sort((a, b) => sizeOf(b) - sizeOf(a))) {
    const kind = kindOf(page)
    kinds.set(kind, [...(kinds.get(kind) ?? []), page])
  }
  return kinds
}

function kindOf(page: string): string {
  const parts = page.replace(/(^|\/)index\.html$/, '').split('/')
  if (parts.every((part) => /^\d+$/.test(part))) return parts.map(() => 'N').join('/')
  return [parts[0], ...parts.slice(1).map(() => '*')].join('/') || 'front'
}
