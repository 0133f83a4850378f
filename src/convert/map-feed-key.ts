import { checkLanguage } from '../config/check-language.ts'
import { findSlip } from './find-slip.ts'
import { fitName } from './fit-name.ts'
import { fitSite } from './fit-site.ts'
import { fitState } from './fit-state.ts'
import { fitTag } from './fit-tag.ts'
import type { NoteGroup } from './imported-planet.ts'
import { mapExpression, mapFilters } from './map-filters.ts'
import { mapDates } from './map-planet-key.ts'

export type MappedFeedKey = { keys: Map<string, unknown>; notes: { group: NoteGroup; message: string }[] }

/** How Planet reads feeds is its own matter. */
const reading = /^(name_type|title_type|summary_type|content_type|encoding|charset|type|format)$/

/** A key of a feed's section in planetplanet, Venus or Pluto, translated to feeds.yaml; unknown keys are kept as `x-…`. */
export function mapFeedKey(name: string, value: string): MappedFeedKey {
  const one = (key: string, to: unknown): MappedFeedKey => ({ keys: new Map([[key, to]]), notes: [] })
  const say = (group: NoteGroup, message: string): MappedFeedKey => ({ keys: new Map(), notes: [{ group, message }] })
  if (value === '') return { keys: new Map(), notes: [] }
  switch (name) {
    case 'name':
    case 'title': {
      const { name: fitted, change } = fitName(value)
      if (fitted === '') return say('dropped', `${name} = ${value}: says nothing`)
      return {
        keys: new Map([['name', fitted]]),
        notes: change === undefined ? [] : [{ group: 'changed', message: change }],
      }
    }
    case 'face':
    case 'avatar':
    case 'hackergotchi':
      // In these formats " # …" is no comment, but it is no part of a file's name either.
      return one('face', value.split(/\s+#|\n/)[0])
    case 'link': {
      const { site, change } = fitSite(value.split(/\s+#|\n/)[0] ?? '')
      return {
        keys: new Map([['site', site]]),
        notes: change === undefined ? [] : [{ group: 'changed', message: change }],
      }
    }
    case 'language':
    case 'lang': {
      const language = checkLanguage(value.replaceAll('_', '-'))
      return 'value' in language ? one('language', language.value) : one(`x-${name}`, value)
    }
    case 'author':
    case 'paused':
      return one(name, value)
    case 'tags': {
      const tags = value.split(/\s*,\s*/).flatMap((tag) => fitTag(tag) ?? [])
      return one('tags', [...new Set(tags)])
    }
    case 'filter':
    case 'exclude':
      return mapExpression(name === 'filter' ? 'include' : 'exclude', value)
    case 'filters':
      return mapFilters(value)
    case 'future_dates':
    case 'ignore_in_feed':
      return mapDates(name, value)
    case 'activity_threshold':
      return /^\d+$/.test(value) && Number(value) > 0
        ? one('inactive_after', `${value}d`)
        : { keys: new Map(), notes: [] }
    case 'feed_timeout':
    case 'timeout':
      return /^\d+$/.test(value) && Number(value) > 0 ? one('timeout', `${value}s`) : one(`x-${name}`, value)
    case 'new_feed_items':
      return /^\d+$/.test(value) && Number(value) > 0
        ? {
            keys: new Map<string, unknown>([
              ['first', Number(value)],
              ['per_day', Number(value)],
            ]),
            notes: [],
          }
        : { keys: new Map(), notes: [] }
    case 'items_per_page':
    case 'max_entries':
      return /^\d+$/.test(value) && Number(value) > 0
        ? one('max_entries', Number(value))
        : { keys: new Map(), notes: [] }
    case 'hidden':
      return fitState(name, value) === 'off'
        ? pause(name, value, 'hidden in planetplanet')
        : { keys: new Map(), notes: [] }
    case 'xml_base':
      return say(
        'needs you',
        `xml_base = ${value}: look whether links and pictures of this feed lead where they should`,
      )
    case 'facewidth':
    case 'faceheight':
    case 'face_width':
    case 'face_height':
      return say('dropped', `${name}: the style of the page sizes faces`)
    case 'cache_keep_entries':
      return say('dropped', 'cache_keep_entries: Planet keeps every entry')
    default:
      if (reading.test(name)) return say('dropped', `${name} = ${value}: Planet finds out by itself`)
      if (fitState(name, value) === 'on') return { keys: new Map(), notes: [] }
      return fitState(name, value) === 'off' ? pause(name, value, `${name}: ${value}`) : keepOwn(name, value)
  }
}

function pause(name: string, value: string, reason: string): MappedFeedKey {
  const message = `${name} = ${value}: is paused, the feed is not asked`
  return { keys: new Map([['paused', reason]]), notes: [{ group: 'changed', message }] }
}

/** A key of the operator's own; one that looks like a slip of the pen is named, since what it says would be missed. */
function keepOwn(name: string, value: string): MappedFeedKey {
  const key = `x-${name.replace(/[^a-z0-9_-]+/g, '-')}`
  const meant = findSlip(name)
  const message = `${name} = ${value}: did you mean ${meant}? It stands there as ${key}`
  return { keys: new Map([[key, value]]), notes: meant === undefined ? [] : [{ group: 'needs you', message }] }
}
