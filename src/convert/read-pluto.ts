import { checkLanguage } from '../config/check-language.ts'
import { findSlip } from './find-slip.ts'
import { fitAddress } from './fit-address.ts'
import { fitSite } from './fit-site.ts'
import { fitTag } from './fit-tag.ts'
import type { ImportedFeed, ImportedItem, ImportedPlanet, ImportNote, Setting } from './imported-planet.ts'
import { blankLine, makeItemComments } from './make-item-comments.ts'
import { mapFeedKey } from './map-feed-key.ts'
import type { Ini, IniLine } from './parse-ini.ts'

type Key = Extract<IniLine, { kind: 'key' }>

/** The key with a feed's address: Pluto's, and that of small programs like it (`rss`). */
const feedKey = /^(feed|feeds|feed_url|rss)$/

/** True for an INI file whose sections name their feeds by a key. */
export function isPluto({ lines }: Ini): boolean {
  const sections = lines.filter((line) => line.kind === 'section')
  const byAddress = sections.filter(({ name }) => /^(https?|feed):/i.test(name)).length
  const byKey = lines.filter((line) => line.kind === 'key' && feedKey.test(line.name)).length
  return byKey > byAddress && !sections.some(({ name }) => /^planet$/i.test(name) && byAddress > 0)
}

/** Whether a section is about the planet; not every file has one. */
const isTop = (name: string) => /^(planet|_?global)$/i.test(name)

/** planet.ini of Pluto: keys of the planet first, then a section for each feed, named by a short name. */
export function readPluto({ lines, notes: repairs }: Ini): ImportedPlanet {
  const notes: ImportNote[] = [...repairs]
  const settings: Setting[] = []
  const items: ImportedItem[] = []
  const pending = makeItemComments()
  let section: { name: string; line: number; keys: Key[]; comments: string[]; inside: string[] } | undefined
  const close = () => {
    if (section !== undefined) takeSection(section)
    section = undefined
  }
  for (const line of lines) {
    if (line.kind === 'blank') pending.blank()
    else if (line.kind === 'comment') pending.add(line.text)
    else if (line.kind === 'section') {
      const comments = pending.take()
      close()
      section = { name: line.name, line: line.line, keys: [], comments, inside: [] }
    } else if (section === undefined || isTop(section.name)) takeTop(line)
    else {
      section.inside.push(...pending.take().filter((text) => text !== blankLine))
      section.keys.push(line)
    }
  }
  const rest = pending.take()
  close()
  if (rest.length > 0) items.push({ kind: 'comment', comments: rest, line: lines.length })
  return { format: 'planet.ini of Pluto', lastCounts: true, settings, items, notes }

  function takeTop({ name, value, line }: Key): void {
    const path = new Map([
      ['title', ['title']],
      ['name', ['title']],
      ['url', ['url']],
      ['link', ['url']],
      ['description', ['description']],
      ['subtitle', ['description']],
      ['author', ['owner', 'name']],
      ['owner_name', ['owner', 'name']],
      ['owner', ['owner', 'name']],
      ['language', ['language']],
      ['timezone', ['timezone']],
      ['email', ['owner', 'email']],
      ['owner_email', ['owner', 'email']],
    ]).get(name)
    if (name === 'items' && /^\d+$/.test(value)) {
      settings.push({ path: ['show', 'entries'], value: Number(value), comments: pending.take(), line })
    } else if (name === 'timeout' && /^\d+(ms|s|m)?$/.test(value)) {
      const timeout = /\d$/.test(value) ? `${value}s` : value
      settings.push({ path: ['fetch', 'timeout'], value: timeout, comments: pending.take(), line })
    } else if (path !== undefined && value !== '') settings.push({ path, value, comments: pending.take(), line })
    else if (name === 'source' && value !== '') {
      items.push({ kind: 'list', url: value, keys: new Map(), inside: [], comments: pending.take(), line })
    } else notes.push({ group: 'dropped', line, message: `${name} = ${value}: nothing of Planet's reads it` })
  }

  function takeSection({ name, line, keys, comments, inside }: NonNullable<typeof section>): void {
    if (isTop(name)) return
    const values = new Map(keys.map((key) => [key.name, key.value]))
    const named = ['feed', 'feed_url', 'feeds', 'rss']
      .map((key) => values.get(key))
      .find((value) => value !== undefined)
    for (const key of keys) {
      if (key.value === values.get(key.name)) continue
      const message = `${key.name} = ${key.value}: stands before another ${key.name} of [${name}]; the last one counts`
      notes.push({ group: 'changed', line: key.line, message })
    }
    // A section is often called by the host of its blog, which is no address of a feed.
    const written = named ?? (/^(https?|feed):|\//i.test(name) ? name : '')
    const addresses = written.split(/[\s,]+(?=https?:)/)
    for (const [place, address] of addresses.entries()) {
      const fitted = fitAddress(address)
      if ('problem' in fitted) {
        const slip = keys.find((key) => findSlip(key.name) === 'feed')
        const meant = slip === undefined ? '' : ` (${slip.name}: did you mean feed?)`
        const why = named === undefined ? `names no feed${meant}` : `feed: ${fitted.problem}`
        notes.push({ group: 'needs you', line, message: `[${name}]: ${why}`, isComment: true })
        const kept = keys.map((key) => ` ${key.name} = ${key.value.replaceAll('\n', ' ')}`)
        items.push({ kind: 'comment', line, comments: [...comments, ` [${name}]`, ...inside, ...kept] })
        continue
      }
      if (fitted.change !== undefined) notes.push({ group: 'changed', line, message: fitted.change })
      const first = place === 0 ? { comments, inside } : { comments: [], inside: [] }
      const item: ImportedFeed = { kind: 'feed', url: fitted.url, keys: new Map(), line, ...first }
      for (const key of keys) takeKey(key, item, name)
      items.push(item)
    }
  }

  function takeKey({ name, value, line }: Key, item: ImportedFeed, section: string): void {
    if (feedKey.test(name) || value === '') return
    if (/^(link|site|url)$/.test(name)) {
      const { site, change } = fitSite(value)
      item.keys.set('site', site)
      if (change !== undefined) notes.push({ group: 'changed', line, message: change })
      return
    }
    if (name === 'author') {
      // "member irc:bob connect:bob": the author's accounts and memberships elsewhere; never a name to sign a post with.
      item.keys.set('x-author', value)
      const isBag = /\w:\S/.test(value) || value === 'member'
      const tags = isBag ? value.split(/\s+/).filter((word) => /^[a-z]+$/.test(word)) : []
      if (tags.length > 0)
        item.keys.set(
          'tags',
          tags.flatMap((tag) => fitTag(tag) ?? []),
        )
      return
    }
    if (name === 'location') {
      const language = checkLanguage(value.replaceAll('_', '-'))
      item.keys.set('value' in language ? 'language' : 'x-location', 'value' in language ? language.value : value)
      return
    }
    if (/^(include|includes|exclude|excludes)$/.test(name)) {
      const words = value.split(/\s*[,|]\s*/).filter((word) => word !== '')
      const kind = name.startsWith('in') ? 'include' : 'exclude'
      item.keys.set(
        kind,
        new Map([
          ['title', words],
          ['content', words],
        ]),
      )
      return void notes.push({
        group: 'changed',
        line,
        message: `${name} of [${section}]: is ${kind}: of title and content`,
      })
    }
    const mapped = mapFeedKey(name, value)
    for (const note of mapped.notes) notes.push({ ...note, line })
    for (const [key, to] of mapped.keys) item.keys.set(key, to)
  }
}
