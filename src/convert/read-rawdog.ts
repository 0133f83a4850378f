import { fitAddress } from './fit-address.ts'
import type { ImportedFeed, ImportedItem, ImportedPlanet, ImportNote, Setting } from './imported-planet.ts'
import { makeItemComments } from './make-item-comments.ts'
import { mapFeedKey } from './map-feed-key.ts'
import { mapOutputs } from './map-outputs.ts'
import { type MappedKey, mapPlanetKey } from './map-planet-key.ts'

const feedLine = /^feed\s+(\d+[smhdw]?)\s+(\S+)\s*(.*)$/i

/** Keys at the beginning of a line that no other program's configuration has. */
const ownKey =
  /^(maxarticles|maxage|expireage|keepmin|dayformat|timeformat|datetimeformat|outputfile|itemtemplate|userefresh|showfeeds|numthreads|tidyhtml|hideduplicates|newfeedperiod|sortbyfeeddate|plugindirs|feeddefaults|changeconfig)(\s|$)/

/**
 * True for a file with a feed as rawdog lists it, `feed 3h https://blog.example/feed.xml`, or one that includes a file and has at least two
 * of rawdog's own keys.
 */
export function isRawdog(text: string): boolean {
  const lines = text.split(/\r\n|\n|\r/)
  if (lines.some((line) => feedLine.test(line))) return true
  return lines.some((line) => includeLine.test(line)) && lines.filter((line) => ownKey.test(line)).length > 1
}

const includeLine = /^include\s+(\S.*)$/

/**
 * The configuration of rawdog: one setting a line, and feeds, each with more settings on indented lines below. `define_name`, a feed's
 * value for templates, is what other planets call `name`; `feeddefaults` applies to all feeds.
 */
export function readRawdog(text: string): ImportedPlanet {
  const notes: ImportNote[] = []
  const settings: Setting[] = []
  const items: ImportedItem[] = []
  const parts: { name: string; line: number }[] = []
  const feedDefaults = new Map<string, unknown>()
  const outputs: { name: string; line: number }[] = []
  const pending = makeItemComments()
  let feed: ImportedFeed | undefined
  /** What is indented says something of all feeds. */
  let isOfAll = false
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = index + 1
    const written = raw.trim()
    if (written === '') pending.blank()
    else if (written.startsWith('#')) pending.add(written.slice(1))
    else if (/^\s/.test(raw)) takeFeedKey(written, line)
    else {
      const [, period = '', address, rest = ''] = feedLine.exec(written) ?? []
      const part = includeLine.exec(written)?.[1]
      isOfAll = /^feeddefaults(\s|$)/.test(written)
      if (address !== undefined) openFeed({ period, address, rest }, line)
      else if (part !== undefined) parts.push({ name: part.trim(), line })
      else if (isOfAll) takeArguments(written, line)
      else takeSetting(written, line)
    }
  }
  const rest = pending.take()
  if (rest.length > 0) items.push({ kind: 'comment', comments: rest, line: 0 })
  takeOutputs()
  return { format: 'config of rawdog', settings, items, notes, parts, feedDefaults }

  function takeArguments(written: string, line: number): void {
    for (const [, name = '', value = ''] of written.matchAll(/(\w+)=(\S+)/g)) takeFeedKey(`${name} ${value}`, line)
  }

  function openFeed({ period, address, rest }: Record<'period' | 'address' | 'rest', string>, line: number): void {
    const fitted = fitAddress(address)
    feed = undefined
    if ('problem' in fitted) {
      notes.push({ group: 'needs you', line, message: fitted.problem, isComment: true })
      items.push({
        kind: 'comment',
        comments: [...pending.take(), ` feed ${period} ${address} ${rest}`.trimEnd()],
        line,
      })
      return
    }
    if (fitted.change !== undefined) notes.push({ group: 'changed', line, message: fitted.change })
    feed = { kind: 'feed', url: fitted.url, keys: new Map(), inside: [], comments: pending.take(), line }
    items.push(feed)
    takePeriod(feed, period, line)
    takeArguments(rest, line)
  }

  /** A period without a unit is in minutes. By default a feed is asked once an hour, and never more than four times an hour. */
  function takePeriod({ keys }: ImportedFeed, period: string, line: number): void {
    const [, count = '', unit = 'm'] = /^(\d+)([smhdw]?)$/i.exec(period) ?? []
    const minutes = (Number(count) * (unitSeconds.get(unit.toLowerCase() || 'm') ?? 60)) / 60
    if (minutes === 60) return
    if (minutes >= leastMinutes) return void keys.set('every', writeMinutes(Math.min(minutes, mostMinutes)))
    const message = `feed ${period}: too often for the servers that are asked; it is asked as often as fetch.every says`
    notes.push({ group: 'changed', line, message })
  }

  function takeFeedKey(written: string, line: number): void {
    const [, name = '', value = ''] = /^(\S+)\s*(.*)$/.exec(written) ?? []
    if (isOfAll) {
      takeDefault(name, value, line)
      return
    }
    if (feed === undefined) return void pending.add(` ${written}`)
    feed.inside.push(...pending.take().filter((text) => text.trim() !== ''))
    if (name === 'user' || name === 'password') {
      const message = `${name} of ${feed.url}: a name and password go into headers:, see docs/configuration.md`
      return void notes.push({ group: 'needs you', line, message })
    }
    if (!name.startsWith('define_')) {
      return void notes.push({ group: 'dropped', line, message: `${name}: how rawdog asked and kept a feed` })
    }
    const mapped = mapFeedKey(name.slice('define_'.length).toLowerCase(), value)
    for (const note of mapped.notes) notes.push({ ...note, line })
    for (const [key, to] of mapped.keys) feed.keys.set(key, to)
  }

  function takeDefault(name: string, value: string, line: number): void {
    if (!name.startsWith('define_')) {
      const message = `${name} of all feeds: how rawdog asked and kept them`
      return void notes.push({ group: 'dropped', line, message })
    }
    const mapped = mapFeedKey(name.slice('define_'.length).toLowerCase(), value)
    for (const note of mapped.notes) notes.push({ ...note, line })
    for (const [key, to] of mapped.keys) feedDefaults.set(key, to)
  }

  function takeSetting(written: string, line: number): void {
    const [, name = '', value = ''] = /^(\S+)\s*(.*)$/.exec(written) ?? []
    if (outputKey.test(name)) return void outputs.push({ name: value.split('/').at(-1) ?? '', line })
    const mapped = mapSetting(name.toLowerCase(), value)
    for (const note of mapped.notes) notes.push({ ...note, line })
    for (const [place, [path, to]] of mapped.settings.entries()) {
      settings.push({ path, value: to, comments: place === 0 ? pending.take() : [], line })
    }
  }

  function takeOutputs(): void {
    const [first] = outputs
    if (first === undefined) return
    const value = outputs.map((output) => output.name).join(' ')
    const mapped = mapOutputs([{ name: 'template_files', value, line: first.line }])
    for (const note of mapped.notes) notes.push({ ...note, line: first.line })
    if (mapped.value !== undefined)
      settings.push({ path: ['outputs'], value: mapped.value, comments: [], line: first.line })
  }
}

/** Files of the plug-in that makes rawdog a planet; their names stay. */
const outputKey = /^output(xml|foaf|opml)$/i

const unitSeconds = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
  ['w', 604_800],
])
const leastMinutes = 15
const mostMinutes = 30 * 24 * 60

function writeMinutes(minutes: number): string {
  const whole = Math.round(minutes)
  if (whole % 1440 === 0) return `${whole / 1440}d`
  return whole % 60 === 0 ? `${whole / 60}h` : `${whole}m`
}

/** By the names that Venus has for the same. */
const sameAs = new Map([
  ['maxarticles', 'items_per_page'],
  ['dayformat', 'new_date_format'],
  ['timeformat', 'date_format'],
  ['datetimeformat', 'date_format'],
  ['numthreads', 'spider_threads'],
  ['define_title', 'name'],
  ['define_name', 'name'],
  ['define_link', 'link'],
  ['define_url', 'link'],
  ['xmltitle', 'name'],
  ['xmllink', 'link'],
  ['xmllanguage', 'language'],
  ['xmldescription', 'description'],
  ['xmlownername', 'owner_name'],
  ['xmlowneremail', 'owner_email'],
])

function mapSetting(name: string, value: string): MappedKey {
  const known = sameAs.get(name)
  // Quotes, and a bracket left of Python, are in values that were copied from the plug-in.
  const bare = name.startsWith('xml') ? (/^"([^"]*)"\)?$/.exec(value)?.[1] ?? value) : value
  if (known !== undefined) return mapPlanetKey(known, bare)
  const [, count, unit = ''] = /^(\d+)([sm]?)$/.exec(name === 'timeout' ? value : '') ?? []
  if (count !== undefined && Number(count) > 0) {
    return { settings: [[['fetch', 'timeout'], `${count}${unit || 's'}`]], notes: [] }
  }
  return { settings: [], notes: [{ group: 'dropped', message: `${name} ${value}: nothing of Planet's reads it` }] }
}
