import { findOwn } from '../text/find-own.ts'
import type { ConfigProblem } from './config-error.ts'
import { findNearest } from './find-nearest.ts'
import { listKeys } from './list-keys.ts'
import type { ParsedYaml } from './parse-yaml.ts'
import { cut, quote } from './quote.ts'
import { oldNames } from './rename-old-keys.ts'
import { notYet } from './schema.ts'

/** An unknown key; `meant` is the path of the key that was probably meant. */
type KeyProblem = ConfigProblem & { meant: string | undefined }

/** Other programs' names for our keys, in small letters. */
// biome-ignore format: grouped in rows
const otherWords: Record<string, Record<string, string>> = {
  '': {
    name: 'title', link: 'url', site: 'url', baseurl: 'url', homepage: 'url', subtitle: 'description',
    lang: 'language', locale: 'language', tz: 'timezone', blogs: 'feeds', subscriptions: 'feeds', sources: 'feeds',
    author: 'owner', opml: 'include',
  },
  feeds: {
    xmlurl: 'url', feed: 'url', feedurl: 'url', rss: 'url', atom: 'url', link: 'url', href: 'url',
    htmlurl: 'site', homepage: 'site', website: 'site', siteurl: 'site', title: 'name', text: 'name',
    avatar: 'face', image: 'face', icon: 'face', lang: 'language', category: 'tags', categories: 'tags',
  },
}

/** Every unknown key, at every level, with the key that was probably meant. Keys that begin with `x-` are free. */
export function checkKeys(yaml: ParsedYaml): KeyProblem[] {
  const top = listKeys()
  const check = (path: (string | number)[], section: string): KeyProblem[] => {
    const value = yaml.valueAt(path)
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
    const known = (section === '' ? top : (top.find((key) => key.name === section)?.keys ?? [])).map((key) => key.name)
    const isOld = (key: string) => known.includes(oldNames.get(key) ?? '')
    const unknown = Object.keys(value).filter((key) => !known.includes(key) && !key.startsWith('x-') && !isOld(key))
    return unknown.map((key) => {
      const { message, meant } = explainKey(key, section, known)
      return { ...yaml.placeOfKey([...path, key]), message, meant: meant && [...path, meant].join('.') }
    })
  }
  const sections = top.filter(({ keys }) => keys.length > 0)
  const checkSection = (name: string) => {
    const value = yaml.valueAt([name])
    if (Array.isArray(value)) return value.flatMap((_, index) => check([name, index], name))
    // Where `feeds` is no list, that alone is reported, not every key in it.
    return name === 'feeds' ? [] : check([name], name)
  }
  return [...check([], ''), ...sections.flatMap(({ name }) => checkSection(name))]
}

function explainKey(key: string, section: string, known: string[]): { message: string; meant?: string } {
  const later = findOwn(notYet, section) ?? []
  const nearest = findNearest(key, [...known, ...later])
  const home = findHome(key)
  if (key === '') return { message: 'a key is missing before this colon' }
  if (later.includes(key)) {
    // On a single feed the key would mean something else than in the section that has it: the section is suggested for `defaults` only.
    return {
      message: `"${key}" is not supported yet${home && section === 'defaults' ? ` here; put it under "${home}:"` : '; take it out'}`,
    }
  }
  const other = findOwn(findOwn(otherWords, section) ?? {}, key.toLowerCase().replace(/[_-]/g, ''))
  if (other !== undefined) return { message: `unknown key ${quote(key)}; did you mean "${other}"?`, meant: other }
  if (home !== undefined) return { message: `"${key}" does not belong here; put it under "${home}:"` }
  if (nearest !== undefined && later.includes(nearest)) {
    return { message: `unknown key "${cut(key)}"; take it out: "${nearest}", too, is not supported yet` }
  }
  if (nearest !== undefined) return { message: `unknown key "${key}"; did you mean "${nearest}"?`, meant: nearest }
  if (section === 'feeds' && /^https?:/i.test(key)) {
    const [address = key, other] = key.split(/\s+/)
    const rest = other === undefined ? '' : `, and "${cut(other)}:" on a line below`
    return {
      message: `more about a feed than its address: write its address as "url: ${cut(address)}"${rest}`,
      meant: 'url',
    }
  }
  return { message: `unknown key ${quote(key)}; known here: ${known.join(', ')}` }
}

/** The section to which a misplaced key belongs; none for a key that also exists at the top level, since either could be meant. */
function findHome(key: string): string | undefined {
  const top = listKeys()
  if (top.some(({ name }) => name === key)) return undefined
  const sections = top.filter(({ name }) => ['show', 'archive', 'theme', 'fetch', 'defaults'].includes(name))
  return sections.find(({ keys }) => keys.some(({ name }) => name === key))?.name
}
