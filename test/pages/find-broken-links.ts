import path from 'node:path'
import { addressOf, readPage, type Site } from './build-site.ts'
import { type PageElement, walkPage } from './walk-page.ts'

/** Where an attribute of a page leads to. */
type Link = { element: PageElement; address: string }

/** Relations whose address must be whole. */
const absoluteRelations = ['canonical', 'me', 'license', 'author', 'webmention', 'hub', 'self']

/** A page that is served in the place of any other, at any depth: none of its links can be relative. */
const anywhere = '404.html'

/** Links of a page that lead nowhere, or would not when the site is moved or opened from disk. */
export function findBrokenLinks(site: Site, page: string): string[] {
  return findLinks(readPage(site, page)).flatMap(({ element, address }) => {
    const shown = `<${element.name}> ${address}`
    const isWhole = /^[a-z][a-z0-9+.-]*:/i.test(address)
    if (isWhole && !address.startsWith(site.url)) return []
    if (element.isOfEntry)
      return isWhole || hasAnchor(site, page, address) ? [] : [`${shown}: leads nowhere in the text`]
    const isCanonical = absoluteRelations.includes(element.attributes.rel ?? '') || element.name === 'meta'
    if (page === anywhere ? !isWhole && !/^[/#]/.test(address) : isWhole && !isCanonical) {
      return [`${shown}: ${isWhole ? 'is whole, and would lead out of a copy' : 'is relative, and leads elsewhere'}`]
    }
    return leadsToFile(site, page, address) ? [] : [`${shown}: leads to no file`]
  })
}

/** Pages that cannot be reached by following links from the front page. */
export function findLostPages(site: Site): string[] {
  const reached = new Set(site.pages.filter((page) => ['index.html', anywhere].includes(page)))
  for (const page of reached) {
    for (const { element, address } of findLinks(readPage(site, page))) {
      const target = element.name === 'a' && !element.isOfEntry ? resolve(site, page, address)?.file : undefined
      if (target !== undefined && site.pages.includes(target)) reached.add(target)
    }
  }
  return site.pages.filter((page) => !reached.has(page))
}

function findLinks(html: string): Link[] {
  return walkPage(html).flatMap((element) => {
    const { href, src, poster, action, srcset, content, property } = element.attributes
    const candidates = srcset?.split(',').map((candidate) => candidate.trim().split(/\s+/)[0])
    const shared = element.name === 'meta' && /^og:(url|image)$/.test(property ?? '') ? content : undefined
    const addresses = [href, src, poster, action, shared, ...(candidates ?? [])]
    return addresses.filter((address) => address !== undefined).map((address) => ({ element, address }))
  })
}

function leadsToFile(site: Site, page: string, address: string): boolean {
  const target = resolve(site, page, address)
  if (target === undefined || !site.files.includes(target.file)) return false
  return target.fragment === '' || !site.pages.includes(target.file) || hasId(site, target.file, target.fragment)
}

function hasAnchor(site: Site, page: string, address: string): boolean {
  return address.startsWith('#') && (address === '#' || hasId(site, page, decodeURIComponent(address.slice(1))))
}

/** The file of the site behind an address. From disk, a folder is not its index.html. */
function resolve(site: Site, page: string, address: string): { file: string; fragment: string } | undefined {
  const url = new URL(address, addressOf(site, page))
  const root = new URL(site.url)
  if (url.origin !== root.origin || !url.pathname.startsWith(root.pathname)) return undefined
  const named = decodeURIComponent(url.pathname.slice(root.pathname.length))
  const isCanonical = address.startsWith(site.url) || page === anywhere
  const file = isCanonical && (named === '' || named.endsWith('/')) ? path.posix.join(named, 'index.html') : named
  return { file, fragment: decodeURIComponent(url.hash.slice(1)) }
}

const idsOfPages = new WeakMap<Site, Map<string, Set<string>>>()

function hasId(site: Site, page: string, id: string): boolean {
  const pages = idsOfPages.get(site) ?? new Map<string, Set<string>>()
  idsOfPages.set(site, pages)
  const ids = pages.get(page) ?? new Set(walkPage(readPage(site, page)).map(({ attributes }) => attributes.id ?? ''))
  pages.set(page, ids)
  return ids.has(id)
}
