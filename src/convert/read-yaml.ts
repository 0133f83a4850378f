import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml'
import { findBadAliases } from '../config/find-bad-aliases.ts'
import { listKeys } from '../config/list-keys.ts'
import { findOwn } from '../text/find-own.ts'
import { addresses, findYamlKind, findYamlList, isFeed, isFeeds } from './find-yaml-list.ts'
import { fitAddress } from './fit-address.ts'
import { fitName } from './fit-name.ts'
import { fitSite } from './fit-site.ts'
import { fitState } from './fit-state.ts'
import { fitTag } from './fit-tag.ts'
import type { ImportedFeed, ImportedItem, ImportedPlanet, ImportNote, Setting } from './imported-planet.ts'
import { mapYamlKey, type YamlKind } from './map-yaml-key.ts'

type Plain = Record<string, unknown>
/** @returns `undefined` for a text that is no YAML, contains itself through an alias, which has no end, or is nested too deep */
function parse(text: string, lineCounter: LineCounter): { document: Document; value: unknown } | undefined {
  const options = { version: '1.2', merge: true, stringKeys: true, prettyErrors: false, uniqueKeys: false } as const
  try {
    const document = parseDocument(text, { ...options, lineCounter })
    if (document.errors.length > 0 || findBadAliases(document).length > 0) return undefined
    return { document, value: document.toJS({ maxAliasCount: 10_000 }) }
  } catch {
    return undefined
  }
}

/**
 * A list of feeds in YAML or JSON: of osmosfeed, Perlanet, Planet.rb, Pluto, moonmoon (its settings), Planet itself, or just a list. Of a
 * key given twice, the last counts, as in those programs.
 *
 * @returns `undefined` where the text is no such list
 */
export function readYaml(text: string): ImportedPlanet | undefined {
  const lines = new LineCounter()
  const parsed = parse(text, lines)
  if (parsed === undefined) return undefined
  const { document, value } = parsed
  const list = findYamlList(value)
  const kind = findYamlKind(value, list)
  if (kind === undefined) return undefined
  const ownKeys = kind === 'list' ? listOwnKeys() : new Set<string>()

  const lineOf = (offset: number) => lines.linePos(offset).line
  const notes: ImportNote[] = listRepeated(document, lineOf)
  const settings: Setting[] = []
  const items: ImportedItem[] = []
  const written = text.split(/\r\n|\n|\r/)
  const comments = (from: number, to: number) =>
    written
      .slice(from, to)
      .flatMap((line) => /^\s*#(.*)$/.exec(line)?.[1] ?? [])
      .filter((line) => !line.includes('yaml-language-server:'))
  const root = document.contents
  const isOneFolder = list?.isByName === true && isMap(root) && countFolders(value as Plain) === 1

  let read = 0
  if (isMap(root)) {
    for (const pair of root.items) {
      const name = String(pair.key)
      const line = lineOf((pair.key as Node).range?.[0] ?? 0)
      if (name === list?.key) {
        takeList(pair.value, findOwn(value as Plain, name))
        continue
      }
      if (list?.isByName === true && list.named?.has(name) === true) {
        const given = findOwn(value as Plain, name)
        // One folder around all says nothing of any.
        if (Array.isArray(given) && isOneFolder) takeList(pair.value, given)
        else if (typeof given === 'number' || typeof given === 'boolean') {
          notes.push({ group: 'dropped', line, message: `${name}: ${given}: nothing of Planet's reads it` })
        } else takeEntry(pair, given, [])
        continue
      }
      if (list?.named?.has(name) === true) {
        const end = lineOf(((pair.value as Node).range?.[1] ?? 1) - 1)
        const above = comments(read, line - 1)
        const inside = comments(line, end)
        read = Math.max(read, end)
        takeItem(findOwn(value as Plain, name), line, above, inside)
        continue
      }
      const end = lineOf(((pair.value as Node | null)?.range?.[1] ?? 1) - 1)
      // Those inside of a section go with it.
      const above = comments(read, end)
      const isLists = name === (kind === 'planet' ? 'include' : 'feed_opml_urls')
      if (isLists) items.push(...makeLists(findOwn(value as Plain, name), above, line))
      const mapped = isLists ? { settings: [], notes: [] } : mapYamlKey(kind, name, findOwn(value as Plain, name))
      for (const note of mapped.notes) notes.push({ ...note, line })
      for (const [place, [path, to]] of mapped.settings.entries()) {
        settings.push({ path, value: to, comments: place === 0 ? above : [], line })
      }
      if (mapped.settings.length === 0 && above.length > 0 && !isLists)
        items.push({ kind: 'comment', comments: above, line })
      read = Math.max(read, end)
    }
  } else takeList(root, value)
  const rest = comments(read, written.length)
  if (rest.length > 0) items.push({ kind: 'comment', comments: rest, line: written.length })
  return { format: formats[kind], settings, items, notes }

  /** @param folders names of the folders around it */
  function takeList(node: unknown, given: unknown, folders: string[] = []): void {
    if (isMap(node)) for (const pair of node.items) takeEntry(pair, findOwn(given as Plain, String(pair.key)), folders)
    if (!isSeq(node)) return
    for (const [index, item] of node.items.entries()) {
      const [from = 0, to = 1] = (item as Node).range ?? []
      take(item, (given as unknown[])[index], from, to, folders)
    }
  }

  /** A feed by its name, `Ann: https://…`, or a folder of feeds. */
  function takeEntry({ key, value: node }: Pair, given: unknown, folders: string[]): void {
    const name = String(key)
    const from = (key as Node).range?.[0] ?? 0
    const to = (node as Node | null)?.range?.[1] ?? from + 1
    if (isFeed(given) || !(isSeq(node) || isMap(node)) || !isFeeds(given)) {
      const map = typeof given === 'object' && given !== null && !Array.isArray(given) ? given : { url: given }
      const isNamed = ['name', 'title'].some((one) => Object.hasOwn(map, one))
      take(node, isNamed ? map : { name, ...map }, from, to, folders)
      return
    }
    const above = comments(read, lineOf(from))
    read = Math.max(read, lineOf(from))
    if (above.length > 0) items.push({ kind: 'comment', comments: above, line: lineOf(from) })
    takeList(node, given, [...folders, name])
  }

  function take(node: unknown, given: unknown, from: number, to: number, folders: string[]): void {
    const line = lineOf(from)
    const end = lineOf(Math.max(from, to - 1))
    const above = comments(read, line - 1)
    const inside = comments(line, end)
    read = Math.max(read, end)
    visit(node as Node, (_, one) => {
      if (isScalar(one) && one.comment) inside.push(...one.comment.split('\n'))
    })
    const tags = folders.flatMap((folder) => fitTag(folder) ?? [])
    takeItem(given, line, above, inside, tags)
  }

  function takeItem(given: unknown, line: number, above: string[], inside: string[], folders: string[] = []): void {
    const map: Plain =
      typeof given === 'string' ? { url: given } : typeof given === 'object' && given !== null ? (given as Plain) : {}
    const key = addresses.find((name) => typeof findOwn(map, name) === 'string')
    const address = key === undefined ? undefined : String(findOwn(map, key))
    const fitted = address === undefined ? { problem: 'a feed without an address' } : fitAddress(address)
    if ('problem' in fitted) {
      notes.push({ group: 'needs you', line, message: fitted.problem, isComment: true })
      items.push({ kind: 'comment', line, comments: [...above, ...inside, ` ${JSON.stringify(given)}`] })
      return
    }
    if (fitted.change !== undefined) notes.push({ group: 'changed', line, message: fitted.change })
    const item: ImportedFeed = { kind: 'feed', url: fitted.url, keys: new Map(), inside, comments: above, line }
    for (const [name, to] of Object.entries(map)) if (name !== key) takeKey(item, name, to)
    const tags = item.keys.get('tags')
    if (folders.length > 0) item.keys.set('tags', [...new Set([...folders, ...(Array.isArray(tags) ? tags : [])])])
    items.push(item)
  }

  function takeKey(item: ImportedFeed, name: string, to: unknown): void {
    if (to === null || to === undefined || to === '') return
    if (kind === 'planet') return void item.keys.set(name, to)
    const state = fitState(name, to)
    if (state === 'off') {
      item.keys.set('paused', `${name}: ${String(to)}`)
      const message = `${name}: ${String(to)}: is paused, the feed is not asked`
      return void notes.push({ group: 'changed', line: item.line, message })
    }
    if (state === 'on') return
    if (/^(name|title|text)$/.test(name)) {
      const fitted = fitName(String(to))
      if (fitted.change !== undefined) notes.push({ group: 'changed', line: item.line, message: fitted.change })
      return void item.keys.set('name', fitted.name)
    }
    // A `url` that is the feed's address was taken before: here it is the page's.
    if (/^(web|site|site_?url|html_?url|website|home(_?page)?|link|url)$/i.test(name)) {
      const { site, change } = fitSite(String(to))
      if (change !== undefined) notes.push({ group: 'changed', line: item.line, message: change })
      return void item.keys.set('site', site)
    }
    if (/^(avatar|face|image|icon)$/.test(name)) return void item.keys.set('face', to)
    if (/^(max_entries|entries)$/.test(name)) return void item.keys.set('max_entries', to)
    if (/^(tags?|categor(y|ies))$/.test(name) && (typeof to === 'string' || isTexts(to))) {
      const words = typeof to === 'string' ? to.split(name === 'tags' ? /[\s,]+/ : /\s*,\s*/) : to
      const before = item.keys.get('tags')
      const tags = [...(Array.isArray(before) ? before : []), ...words.flatMap((tag) => fitTag(tag) ?? [])]
      return void item.keys.set('tags', [...new Set(tags)])
    }
    if (name === 'lang') return void item.keys.set('language', to)
    if (/^(tags|language|author)$/.test(name)) return void item.keys.set(name, to)
    // A reading list of the operator's own is seldom a whole feeds.yaml, but its keys mean the same.
    if (ownKeys.has(name)) return void item.keys.set(name, to)
    if (name === 'format') return
    item.keys.set(`x-${name.toLowerCase().replace(/[^a-z0-9_-]+/g, '-')}`, to)
  }
}

function countFolders(map: Plain): number {
  return Object.values(map).filter((one) => typeof one === 'object' && one !== null && !isFeed(one)).length
}

/** The keys of a feed of feeds.yaml. */
function listOwnKeys(): Set<string> {
  return new Set(listKeys().flatMap(({ name, keys }) => (name === 'feeds' ? keys.map((key) => key.name) : [])))
}

const formats: Record<YamlKind, string> = {
  planet: 'feeds.yaml',
  osmosfeed: 'osmosfeed.yaml',
  perlanet: 'perlanetrc of Perlanet',
  planetrb: 'planet.yml of Planet.rb',
  pluto: 'planet.yml of Pluto',
  moonmoon: 'config.yml of moonmoon',
  list: 'list of feeds in YAML',
}

/** Keys that stand twice in one map. */
function listRepeated(document: Document, lineOf: (offset: number) => number): ImportNote[] {
  const notes: ImportNote[] = []
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<string>()
      for (const { key } of items) {
        const name = String(key)
        if (seen.has(name)) {
          const line = lineOf((key as Node).range?.[0] ?? 0)
          notes.push({ group: 'changed', line, message: `${name} stands twice; the last one counts` })
        }
        seen.add(name)
      }
    },
  })
  return notes
}

/** Reading lists of Planet's own file. */
function makeLists(value: unknown, comments: string[], line: number): ImportedItem[] {
  return (Array.isArray(value) ? value : []).flatMap((one: unknown, at): ImportedItem[] => {
    const { url, ...keys } = typeof one === 'string' ? { url: one } : ((one ?? {}) as Plain)
    if (typeof url !== 'string') return []
    return [
      { kind: 'list', url, keys: new Map(Object.entries(keys)), inside: [], comments: at === 0 ? comments : [], line },
    ]
  })
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
