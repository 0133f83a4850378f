import { checkLanguage } from '../config/check-language.ts'
import { findNearest } from '../config/find-nearest.ts'
import { fitSite } from './fit-site.ts'
import type { NoteGroup } from './imported-planet.ts'
import { mapExpression, mapFilters } from './map-filters.ts'

export type MappedKey = {
  settings: [path: string[], value: unknown][]
  notes: { group: NoteGroup; message: string }[]
}

/** Keys that say how the old program ran. */
const internal =
  /^(cache_directory|cache_\w+_directory|output_dir|log_level|log_format|log_file|encoding|spider_\w+|template_directories|filter_directories|bill_of_materials|output_theme|generator|generator_uri|django_autoescape|feedtype|http_cache_directory|timeout|pubsubhubbub_feeds|debug|verbose|http_proxy|recent_\w+|facewidth|faceheight|face_?(width|height)|post_process|lock_file|threads)$/

/** A key of the section [Planet] of planetplanet or Venus, translated to feeds.yaml. */
export function mapPlanetKey(name: string, value: string): MappedKey {
  const one = (path: string, to: unknown): MappedKey => ({ settings: [[path.split('.'), to]], notes: [] })
  const say = (group: NoteGroup, message: string): MappedKey => ({ settings: [], notes: [{ group, message }] })
  const number = (path: string, from = 0): MappedKey => {
    if (!/^\d+$/.test(value)) return say('needs you', `${name} = ${value}: expected a number`)
    return Number(value) < from ? { settings: [], notes: [] } : one(path, Number(value))
  }
  if (value === '' && name !== 'filters') return { settings: [], notes: [] }
  switch (name) {
    case 'name':
      return one('title', value)
    case 'link': {
      const { site, change } = fitSite(value)
      return { ...one('url', site), notes: change === undefined ? [] : [{ group: 'changed', message: change }] }
    }
    case 'owner_name':
      return value === 'Anonymous Coward' ? { settings: [], notes: [] } : one('owner.name', value)
    case 'owner_email':
      return one('owner.email', value)
    case 'feed':
      return one('id', value)
    case 'subtitle':
    case 'description':
      return one('description', value)
    case 'items_per_page':
      return number('show.entries')
    case 'days_per_page':
      return number('show.days')
    case 'date_format':
      return mapFormat(name, 'show.time', value)
    case 'new_date_format':
      return mapFormat(name, 'show.date', value)
    case 'new_feed_items': {
      const count = number('defaults.first', 1)
      return {
        ...count,
        settings: [
          ...count.settings,
          ...count.settings.map(([, to]): [string[], unknown] => [['defaults', 'per_day'], to]),
        ],
      }
    }
    case 'activity_threshold':
      return /^\d+$/.test(value) && Number(value) > 0
        ? one('defaults.inactive_after', `${value}d`)
        : { settings: [], notes: [] }
    case 'feed_timeout':
      return /^\d+(\.\d+)?$/.test(value) && Number(value) > 0
        ? one('fetch.timeout', `${value}s`)
        : say('dropped', `${name} = ${value}`)
    case 'spider_threads':
      return number('fetch.parallel', 1)
    case 'pubsubhubbub_hub':
      return one('websub', value)
    case 'locale':
    case 'language':
    case 'lang':
      return mapLocale(name, value)
    case 'timezone':
      return one('timezone', value)
    case 'filter':
    case 'exclude':
      return under('defaults', mapExpression(name === 'filter' ? 'include' : 'exclude', value))
    case 'filters':
      return mapPlanetFilters(value)
    case 'future_dates':
    case 'ignore_in_feed':
      return under('defaults', mapDates(name, value))
    case 'cache_keep_entries':
      return say(
        'dropped',
        `cache_keep_entries = ${value}: it cleaned a cache; Planet keeps every entry, and archive.keep says how long they are shown`,
      )
    case 'output_theme':
      return say(
        'needs you',
        `output_theme = ${value}: templates of Venus are not converted; theme: classic is the page as planets had it, and docs/moving.md maps each variable`,
      )
    default:
      return internal.test(name)
        ? say('dropped', `${name} = ${firstLine(value)}`)
        : say('dropped', `${name} = ${firstLine(value)}: nothing of Planet's reads it${suggest(name)}`)
  }
}

/** Keys of Venus that people have. */
const usual = [
  ...['name', 'link', 'owner_name', 'owner_email', 'items_per_page', 'days_per_page', 'date_format', 'new_date_format'],
  ...['new_feed_items', 'activity_threshold', 'feed_timeout', 'filters', 'template_files', 'template_directories'],
  ...['output_theme', 'output_dir', 'cache_directory', 'bill_of_materials', 'future_dates', 'ignore_in_feed'],
]

function suggest(name: string): string {
  const meant = findNearest(name, usual)
  return meant === undefined ? '' : `; did you mean ${meant}?`
}

/** Templates of Venus printed dates unescaped, so some date formats contain HTML. */
function mapFormat(name: string, path: string, value: string): MappedKey {
  // Later versions of Python need `%%` where `%` is meant.
  const single = /%%[a-z]/i.test(value) && !/(?<!%)(?:%%)*%[^%]/.test(value) ? value.replaceAll('%%', '%') : value
  const format = single
    .replace(/<[a-z/][^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const message = `${name} = ${value}: became ${format}; HTML around a date is for a theme`
  return {
    settings: format === '' ? [] : [[path.split('.'), format]],
    notes: format === single ? [] : [{ group: 'changed', message }],
  }
}

/** Keys for dates to ignore, and for elements that are not believed. */
export function mapDates(name: string, value: string): { keys: Map<string, unknown>; notes: MappedKey['notes'] } {
  const keys = new Map<string, unknown>()
  const notes: MappedKey['notes'] = []
  if (name === 'future_dates') {
    if (value === 'ignore_entry') keys.set('dates', 'published')
    else if (value !== 'keep')
      notes.push({
        group: 'dropped',
        message: `future_dates = ${value}: an entry never stands later than when it was first seen`,
      })
    return { keys, notes }
  }
  for (const element of value.split(/[\s,]+/).filter((word) => word !== '')) {
    if (element === 'updated') keys.set('dates', 'published')
    else if (element === 'published') keys.set('dates', 'first-seen')
    else if (element === 'id')
      notes.push({
        group: 'dropped',
        message: 'ignore_in_feed = id: an id that cannot be trusted is noticed, see docs/identity.md',
      })
    else notes.push({ group: 'dropped', message: `ignore_in_feed = ${element}: not needed, or not supported` })
  }
  return { keys, notes }
}

function mapLocale(name: string, value: string): MappedKey {
  if (/^(C|POSIX)(\.|$)/i.test(value)) return { settings: [], notes: [] }
  const tag = (value.split(/[.@]/)[0] ?? '').replaceAll('_', '-')
  const language = checkLanguage(tag)
  return 'value' in language
    ? { settings: [[['language'], language.value]], notes: [] }
    : {
        settings: [],
        notes: [
          { group: 'needs you', message: `${name} = ${value}: no language that is known; write language: yourself` },
        ],
      }
}

/** One of Venus's planet-wide filters has a counterpart here, a page. */
function mapPlanetFilters(value: string): MappedKey {
  const words = value.split(/\s+/)
  const others = words.filter((word) => !/(^|\/)mememe\.plugin\b/i.test(word))
  const mapped = under('defaults', mapFilters(others.join(' ')))
  if (others.length === words.length) return mapped
  return {
    settings: [...mapped.settings, [['archive', 'links'], 'week']],
    notes: [...mapped.notes, { group: 'changed', message: 'filter mememe.plugin: is archive.links: week, /links/' }],
  }
}

function under(section: string, { keys, notes }: { keys: Map<string, unknown>; notes: MappedKey['notes'] }): MappedKey {
  return { settings: [...keys].map(([key, value]) => [[section, key], value]), notes }
}

function firstLine(value: string): string {
  const [first = '', ...more] = value.split('\n')
  return more.length === 0 ? first : `${first} …`
}
