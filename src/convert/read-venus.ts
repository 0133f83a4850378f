import { parseUrl } from '../text/parse-url.ts'
import { fitAddress } from './fit-address.ts'
import type { ImportedItem, ImportedPlanet, ImportNote, Setting } from './imported-planet.ts'
import { blankLine, makeItemComments } from './make-item-comments.ts'
import { mapFeedKey } from './map-feed-key.ts'
import { mapOutputs } from './map-outputs.ts'
import { mapPlanetKey } from './map-planet-key.ts'
import type { Ini, IniLine } from './parse-ini.ts'
import { setListKey } from './set-list-key.ts'

type Key = Extract<IniLine, { kind: 'key' }>
type Section = { name: string; line: number; keys: Key[] }

/** What a page shows. */
const pageKey = /^(items_per_page|days_per_page|(new_)?date_format)$/
/** Venus searched the type for one of these words: `application/x-opml+xml` is a list, too. */
const listType = /opml|foaf|csv|config/

/**
 * config.ini of planetplanet 2 and Venus: [Planet], [DEFAULT], and a section for each feed, whose name is its address. Of a key given
 * twice, the last counts, as in these programs.
 */
export function readVenus({ lines, notes: repairs }: Ini): ImportedPlanet {
  const notes: ImportNote[] = [...repairs]
  const settings: Setting[] = []
  const items: ImportedItem[] = []
  const sections = gatherSections(lines)
  const byLine = new Map(sections.map((one) => [one.line, one]))
  const [defaults, planet] = [/^default$/i, /^planet$/i].map((name) =>
    sections.filter((section) => name.test(section.name)).flatMap(({ keys }) => keys),
  ) as [Key[], Key[]]
  const shared = new Map(defaults.map((key) => [key.name, key]))
  const fill = makeInterpolation([...defaults, ...planet])
  const programs = new Set(
    planet.filter(({ name }) => /^(template_files|filters)$/.test(name)).flatMap(({ value }) => value.split(/\s+/)),
  )
  const say = (line: number) => (note: Omit<ImportNote, 'line'>) => void notes.push({ ...note, line })

  const pending = makeItemComments()
  let section = ''
  /** What else the section says. */
  let own: Key[] = []
  let item: Extract<ImportedItem, { kind: 'feed' | 'list' }> | undefined
  for (const line of lines) {
    if (line.kind === 'blank') pending.blank()
    else if (line.kind === 'comment') pending.add(line.text)
    else if (line.kind === 'section') {
      section = line.name
      const whole = byLine.get(line.line)
      own = whole?.keys ?? []
      item = whole === undefined || isProgram(section, programs) ? undefined : openItem(whole)
      if (item !== undefined) items.push(item)
    } else if (/^planet$/i.test(section)) takePlanetKey(line)
    else if (isProgram(section, programs)) takeProgramKey(line)
    else if (item !== undefined) takeItemKey(line, item)
  }
  const rest = pending.take()
  if (rest.length > 0) items.push({ kind: 'comment', comments: rest, line: lines.length })

  const outputs = mapOutputs(planet)
  if (outputs.idFile !== undefined) {
    const link = planet.findLast(({ name }) => name === 'link')?.value ?? ''
    const hasId = settings.some(({ path }) => path[0] === 'id')
    const id = hasId ? undefined : parseUrl(outputs.idFile, link)?.href
    if (id !== undefined) settings.push({ path: ['id'], value: id, comments: [], line: outputs.line })
  }
  if (outputs.value !== undefined)
    settings.push({ path: ['outputs'], value: outputs.value, comments: [], line: outputs.line })
  for (const note of outputs.notes) notes.push({ ...note, line: outputs.line })
  for (const key of shared.values()) takeShared(key)
  return { format: 'config.ini of Venus or planetplanet', lastCounts: true, settings, items, notes }

  function takePlanetKey(key: Key): void {
    if (/^template_files$/.test(key.name)) return
    if (key.name === 'reading_lists') {
      takeReadingLists(key)
      return
    }
    if (planet.findLast(({ name }) => name === key.name) !== key) {
      notes.push({
        group: 'changed',
        line: key.line,
        message: `${key.name} stands twice in [Planet]; the last one counts`,
      })
      return
    }
    const mapped = mapPlanetKey(key.name, fill(key.value, new Map()))
    for (const note of mapped.notes) say(key.line)(note)
    for (const [place, [path, value]] of mapped.settings.entries()) {
      settings.push({ path, value, comments: place === 0 ? pending.take() : [], line: key.line })
    }
  }

  /** The first version of Venus named reading lists in this key, not in sections with `content_type`. */
  function takeReadingLists({ value, line }: Key): void {
    for (const url of value.split(/\s+/).filter((word) => word !== '')) {
      items.push({ kind: 'list', url, keys: new Map(), inside: [], comments: takeNearest(line), line })
    }
  }

  /** Reading lists are written below all feeds: only comments directly above a list move with it. */
  function takeNearest(line: number): string[] {
    const comments = pending.take()
    const gap = comments.findLastIndex((text, at) => text === blankLine && at < comments.length - 1)
    const before = comments.slice(0, gap + 1)
    if (before.some((text) => text !== blankLine)) items.push({ kind: 'comment', comments: before, line })
    return comments.slice(gap + 1)
  }

  /** planetplanet had settings of what a page shows in the section of the page's template. */
  function takeProgramKey(key: Key): void {
    const isPages = pageKey.test(key.name) || key.name === 'activity_threshold'
    const isFront = /(^|\/)index\.html/i.test(section) && isPages
    if (!isFront) {
      notes.push({
        group: 'dropped',
        line: key.line,
        message: `${key.name} = ${key.value} of [${section}], a template or a filter`,
      })
      return
    }
    const mapped = mapPlanetKey(key.name, fill(key.value, new Map()))
    for (const note of mapped.notes) say(key.line)(note)
    for (const [path, value] of mapped.settings) settings.push({ path, value, comments: [], line: key.line })
  }

  function openItem({ name, line, keys }: Section): typeof item {
    if (/^(planet|default)$/i.test(name)) return undefined
    const type = keys.find((key) => key.name === 'content_type')?.value.toLowerCase() ?? ''
    const [list] = listType.exec(type) ?? []
    const isList = list !== undefined
    const address = fitAddress(name)
    if ('problem' in address && !(isList && /^[\w./-]+$/.test(name))) {
      const isTemplate = keys.length === 0 || !keys.some((key) => ['name', 'face', 'link'].includes(key.name))
      if (isTemplate && !/^(https?|feed|file|ftp):|\//i.test(name)) {
        notes.push({ group: 'dropped', line, message: `[${name}]: the settings of a template or a filter` })
        return undefined
      }
      notes.push({ group: 'needs you', line, message: `[${name}]: ${address.problem}`, isComment: true })
      for (const key of keys) pending.add(` ${key.name} = ${key.value.replaceAll('\n', ' ')}`, `[${name}]`)
      if (keys.length === 0) pending.add('', `[${name}]`)
      return leave(line)
    }
    const url = 'url' in address ? address.url : name
    if ('url' in address && address.change !== undefined)
      notes.push({ group: 'changed', line, message: address.change })
    const comments = isList ? takeNearest(line) : pending.take()
    return { kind: isList ? 'list' : 'feed', url, keys: new Map(), inside: [], comments, line }
  }

  /** As a comment at its place, whatever comes next. */
  function leave(line: number): undefined {
    items.push({ kind: 'comment', comments: pending.take(), line })
    return undefined
  }

  function takeItemKey(key: Key, at: NonNullable<typeof item>): void {
    at.inside.push(...pending.take().filter((text) => text !== blankLine))
    if (at.kind === 'list' && /^(content_type|name|type)$/.test(key.name)) return
    if (at.kind === 'list' && /^(online_accounts|depth)$/.test(key.name)) {
      const message = `${key.name} of [${section}]: accounts elsewhere, and lists that a FOAF list names, are not followed`
      notes.push({ group: 'dropped', line: key.line, message })
      return
    }
    const values = new Map([...shared.values(), ...own].map(({ name, value }) => [name, value]))
    const mapped = mapFeedKey(key.name, fill(key.value, values))
    for (const note of mapped.notes) say(key.line)(note)
    for (const [name, value] of mapped.keys) {
      if (at.kind === 'list') {
        setListKey(at.keys, name, value)
        continue
      }
      if (at.keys.has(name) && String(at.keys.get(name)) !== String(value)) {
        notes.push({
          group: 'changed',
          line: key.line,
          message: `${key.name} stands twice in [${section}]; the last one counts`,
        })
      }
      at.keys.set(name, value)
    }
  }

  /** [DEFAULT] held for every section: for feeds, and for pages where [Planet] does not set the key itself. */
  function takeShared(key: Key): void {
    if (pageKey.test(key.name)) {
      const { settings: pages, notes } = mapPlanetKey(key.name, fill(key.value, new Map()))
      for (const note of notes) say(key.line)(note)
      for (const [path, value] of pages) {
        if (settings.some((one) => one.path.join() === path.join())) continue
        settings.push({ path, value, comments: [], line: key.line })
      }
      return
    }
    const mapped = mapFeedKey(key.name, fill(key.value, new Map()))
    for (const note of mapped.notes) say(key.line)(note)
    for (const [name, value] of mapped.keys) {
      if (/^(include|exclude|content|max_entries|dates|inactive_after|first|per_day|timeout)$/.test(name)) {
        settings.push({
          path: name === 'timeout' ? ['fetch', name] : ['defaults', name],
          value,
          comments: [],
          line: key.line,
        })
        continue
      }
      for (const one of items) if (one.kind === 'feed' && !one.keys.has(name)) one.keys.set(name, value)
    }
  }
}

function gatherSections(lines: IniLine[]): Section[] {
  const sections: Section[] = []
  for (const line of lines) {
    if (line.kind === 'section') sections.push({ name: line.name, line: line.line, keys: [] })
    else if (line.kind === 'key') sections.at(-1)?.keys.push(line)
  }
  return sections
}

/** Templates and filters have sections of their own. */
function isProgram(name: string, programs: Set<string>): boolean {
  return programs.has(name) || /^[^:]*\.(tmpl|xslt?|genshi|dj|py|plugin|sed|sh|html)(\?.*)?$/i.test(name)
}

/** `%(name)s` is the value of another key; a lone `%` is a percent sign. */
function makeInterpolation(keys: Key[]): (value: string, own: Map<string, string>) => string {
  const known = new Map(keys.map(({ name, value }) => [name, value]))
  return (value, own) => {
    let filled = value
    for (let depth = 0; depth < 10 && filled.includes('%('); depth++) {
      // It may double with each step.
      let room = 10_000
      const once = filled.replace(/%\(([^)]{1,100})\)s/g, (whole, written: string) => {
        const name = written.toLowerCase()
        const found = own.get(name) ?? known.get(name) ?? whole
        room -= found.length
        return room < 0 ? '' : found
      })
      if (once === filled) break
      filled = once
    }
    return filled
  }
}
