import { outputFiles } from '../config/check-output.ts'
import { findOwn } from '../text/find-own.ts'
import { parseUrl } from '../text/parse-url.ts'
import type { NoteGroup } from './imported-planet.ts'
import { type MappedKey, mapPlanetKey } from './map-planet-key.ts'

export type YamlKind = 'planet' | 'osmosfeed' | 'perlanet' | 'planetrb' | 'pluto' | 'moonmoon' | 'list'

/** A top-level key of a YAML file, translated to feeds.yaml. */
export function mapYamlKey(kind: YamlKind, name: string, value: unknown): MappedKey {
  if (value === null || value === undefined || value === '') return nothing
  if (kind === 'planet') return mapOwn(name, value)
  return mappers[kind](name, value) ?? say('dropped', `${name}: ${JSON.stringify(value)}: nothing of Planet's reads it`)
}

type Mapper = (name: string, value: unknown) => MappedKey | undefined

const mappers: Record<Exclude<YamlKind, 'planet'>, Mapper> = {
  osmosfeed: mapOsmosfeed,
  perlanet: mapPerlanet,
  planetrb: mapPlanetRb,
  pluto: mapList,
  moonmoon: mapMoonmoon,
  list: mapList,
}

const nothing: MappedKey = { settings: [], notes: [] }
const say = (group: NoteGroup, message: string): MappedKey => ({ settings: [], notes: [{ group, message }] })
const one = (path: string, value: unknown): MappedKey => ({ settings: [[path.split('.'), value]], notes: [] })

/** A section becomes one setting for each of its keys. */
function mapOwn(name: string, value: unknown): MappedKey {
  const isSection = typeof value === 'object' && !Array.isArray(value) && !['tags', 'outputs'].includes(name)
  const settings = isSection
    ? Object.entries(value as object).map(([key, to]): [string[], unknown] => [[name, key], to])
    : [[[name], value] as [string[], unknown]]
  return { settings, notes: [] }
}

function mapList(name: string, value: unknown): MappedKey | undefined {
  const path = new Map([
    ['title', 'title'],
    ['name', 'title'],
    ['url', 'url'],
    ['link', 'url'],
    ['description', 'description'],
    ['language', 'language'],
    ['timezone', 'timezone'],
  ]).get(name)
  return path === undefined ? undefined : one(path, value)
}

function mapOsmosfeed(name: string, value: unknown): MappedKey | undefined {
  switch (name) {
    case 'siteTitle':
      return one('title', value)
    case 'timezone':
      return one('timezone', value)
    case 'cacheMaxDays':
      return typeof value === 'number' ? one('archive.keep', `${value}d`) : undefined
    case 'cacheUrl': {
      // "https://me.github.io/osmosfeed/cache.json": it stands beside the page.
      const site = parseUrl('.', String(value))?.href
      return site === undefined
        ? undefined
        : {
            settings: [[['url'], site]],
            notes: [
              { group: 'changed', message: `cacheUrl: what is known is kept in .planet/; the site is at ${site}` },
            ],
          }
    }
    default:
      return mapList(name, value)
  }
}

function mapPerlanet(name: string, value: unknown): MappedKey | undefined {
  const map = typeof value === 'object' ? (value as Record<string, unknown>) : {}
  switch (name) {
    case 'author': {
      if (typeof value === 'string') return one('owner.name', value)
      const people = [['owner', 'name'] as const, ['owner', 'email'] as const]
      return {
        settings: people.flatMap(([section, key]) =>
          findOwn(map, key) === undefined ? [] : [[[section, key], findOwn(map, key)]],
        ),
        notes: [],
      }
    }
    case 'entries':
      return one('show.entries', Number(value))
    case 'entries_per_feed':
      return one('defaults.max_entries', Number(value))
    case 'cutoff_duration': {
      const days =
        Number(findOwn(map, 'days') ?? 0) +
        Number(findOwn(map, 'weeks') ?? 0) * 7 +
        Number(findOwn(map, 'months') ?? 0) * 30
      return days > 0 ? one('archive.keep', `${days}d`) : undefined
    }
    case 'page':
      return mapFile(String(findOwn(map, 'file') ?? 'index.html'), 'html')
    case 'feed':
      return mapFile(
        String(findOwn(map, 'file') ?? 'atom.xml'),
        /rss/i.test(String(findOwn(map, 'format') ?? 'Atom')) ? 'rss' : 'atom',
      )
    case 'opml':
      return mapFile(String(typeof value === 'object' ? (findOwn(map, 'file') ?? 'opml.xml') : value), 'opml')
    case 'entry_sort':
    case 'sort':
      return String(value) === 'issued' ? one('defaults.dates', 'published') : nothing
    case 'google_ga':
      return say('dropped', 'google_ga: a page of Planet tells nobody who reads it')
    default:
      return mapList(name, value)
  }
}

/** `planet:` of Planet.rb: where Jekyll's files are, and which of a blog's posts are taken. */
function mapPlanetRb(name: string, value: unknown): MappedKey | undefined {
  if (name !== 'planet' || typeof value !== 'object' || value === null) return mapList(name, value)
  const { whitelisted_tags: tags, ...rest } = value as Record<string, unknown>
  const wanted = Array.isArray(tags) ? tags.map(String) : []
  const dropped = Object.keys(rest).join(', ')
  return {
    settings: wanted.length === 0 ? [] : [[['defaults', 'include'], new Map([['category', wanted]])]],
    notes: dropped === '' ? [] : [{ group: 'dropped', message: `${dropped}: how Planet.rb ran, and where it wrote` }],
  }
}

/** Perlanet writes one file of each format: each is added to `outputs`. */
function mapFile(place: string, format: 'html' | 'atom' | 'rss' | 'opml'): MappedKey {
  const file = place.split('/').at(-1) ?? ''
  if (format === 'html') {
    const html: MappedKey = { settings: [[['outputs', outputFiles.html], 'html']], notes: [] }
    const message = `page: ${place}: Planet's front page is index.html`
    return file === outputFiles.html ? html : { ...html, notes: [{ group: 'changed', message }] }
  }
  return { settings: [[['outputs', file], format]], notes: [] }
}

function mapMoonmoon(name: string, value: unknown): MappedKey | undefined {
  switch (name) {
    case 'name':
    case 'url':
      return mapList(name, value)
    case 'locale':
      return mapPlanetKey('locale', String(value))
    case 'items':
      return one('show.entries', Number(value))
    case 'refresh':
    case 'cache': {
      const seconds = Number(value)
      if (!(seconds > 0)) return nothing
      const every = Math.max(15, Math.round(seconds / 60))
      if (name === 'cache' && seconds < 900) return nothing
      const message = `${name}: ${String(value)} s is too often for the servers that are asked: fetch.every is ${every}m, the least there is`
      return {
        settings: [[['fetch', 'every'], `${every}m`]],
        notes: seconds < 900 ? [{ group: 'changed', message }] : [],
      }
    }
    case 'categories': {
      const words = String(value)
        .split(/\s*,\s*/)
        .filter((word) => word !== '')
      return words.length === 0 ? nothing : one('defaults.include', new Map([['category', words]]))
    }
    case 'checkcerts':
      return value === false || value === 'false'
        ? say(
            'needs you',
            'checkcerts: false: certificates are always checked; feeds that failed without this will fail',
          )
        : nothing
    default:
      return undefined
  }
}
