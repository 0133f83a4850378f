import { checkLanguage } from '../config/check-language.ts'
import { fitAddress } from './fit-address.ts'
import { fitOutlineName } from './fit-name.ts'
import { fitTag } from './fit-tag.ts'
import type { ImportedItem, ImportedPlanet, ImportNote, Setting } from './imported-planet.ts'
import { makeItemComments } from './make-item-comments.ts'
import { type Outline, readOutlines } from './read-outlines.ts'

/** Attributes that are read, and attributes that add nothing. */
const known = new Set([
  'text',
  'title',
  'type',
  'xmlurl',
  'rssurl',
  'feedurl',
  'url',
  'htmlurl',
  'language',
  'category',
  'isdown',
  'disabled',
  'version',
  'id',
  'description',
  'created',
  'updated',
  'iscomment',
  'isbreakpoint',
  'opmlurl',
  'frss:opmlurl',
])
/** Attributes by which a reader shows fewer entries than the feed has, or other ones. */
const filters =
  /^(blocklistrules|keeplistrules|block_filter_entry_rules|keep_filter_entry_rules|filtercmd|rewriterules|frss:filtersaction\w+|frss:csscontentfilter)$/

const headKeys = new Map([
  ['title', ['title']],
  ['ownername', ['owner', 'name']],
  ['owneremail', ['owner', 'email']],
  ['ownerid', ['owner', 'url']],
])

/** Titles that feed readers give to what they export: no planet is called so. */
const ofReader = new RegExp(
  [
    '^(?:liferea|miniflux|freshrss|news(?:boat|beuter|flash|blur)|tiny tiny rss|akregator|quiterss|rssowl|feedbin|inoreader|the old reader|netnewswire|antennapod|podcast addict|pocket casts|gpodder|feedly|commafeed|rss guard)\\b',
    // A planet can be about these, or of such a town.
    '^(?:thunderbird|nextcloud|overcast|feeder|reeder|vienna)(?: news)?(?:$|\\b.*\\b(?:opml|exported|export|subscriptions|feeds)\\b)',
    '\\bsubscriptions (?:in|from) ',
    '\\bopml export\\b',
    '^subscriptions\\b',
    '^(?:(?:my|rss|exported) )*(?:feeds?|opml|rss)(?: export)?$',
  ].join('|'),
  'i',
)

/**
 * OPML of any reader, however it is written: the name of a folder becomes a tag of the feeds in it, and so does a category. Included lists
 * become reading lists.
 */
export function readOpml(text: string): ImportedPlanet {
  const notes: ImportNote[] = []
  const settings: Setting[] = []
  const items: ImportedItem[] = []
  const pending = makeItemComments()
  const lost = new Map<string, number>()
  /** Titles of tags, where the original name is not a valid tag. */
  const titles = new Map<string, string>()
  readOutlines(text, {
    onComment: (comment) => {
      for (const line of comment.split(/\r\n|\r|\n/)) pending.add(` ${line.trim()}`)
    },
    onHead(name, value, line) {
      const path = headKeys.get(name)
      if (name === 'title' && ofReader.test(value)) {
        notes.push({ group: 'dropped', line, message: `title: ${value}: the reader named its list so` })
      } else if (path !== undefined && value !== '') settings.push({ path, value, comments: [], line })
    },
    onOutline: take,
  })
  for (const [tag, title] of titles) settings.push({ path: ['tags', tag], value: title, comments: [], line: 0 })
  const rest = pending.take()
  if (rest.length > 0) items.push({ kind: 'comment', comments: rest, line: 0 })
  for (const [name, count] of lost) {
    notes.push({
      group: 'dropped',
      line: undefined,
      message: `${name} of ${count} ${count === 1 ? 'outline' : 'outlines'}: nothing of Planet's reads it`,
    })
  }
  return { format: 'OPML', settings, items, notes }

  function take(outline: Outline): void {
    const { attributes, line, folders } = outline
    const of = (name: string) => attributes.get(name)?.trim() || undefined
    const type = of('type')?.toLowerCase()
    // A category of FreshRSS that another list fills.
    const list = of('opmlurl') ?? of('frss:opmlurl')
    const isLink =
      list !== undefined || type === 'include' || (type === 'link' && /\.opml($|\?)/i.test(of('url') ?? ''))
    const direct = of('xmlurl') ?? of('rssurl') ?? of('feedurl')
    const address = direct ?? list ?? (isLink || /^(rss|atom)$/.test(type ?? '') ? of('url') : undefined)
    if (address === undefined) {
      // A folder's name is a tag of its feeds; an empty folder is ignored.
      if (outline.hasChildren) return
      const page = of('htmlurl')
      if (page !== undefined && /^https?:\/\//i.test(page)) {
        const message = `${page}: a page without its feed, which planet add finds`
        notes.push({ group: 'needs you', line, message, isComment: true })
        pending.add(` ${of('text') ?? of('title') ?? ''}: ${hideLogin(page)}`)
      } else notes.push({ group: 'dropped', line, message: 'an outline without the address of a feed' })
      return
    }
    if (/^(html|xml|json)\+/.test(type ?? '')) {
      const message = `${address} is no feed: the reader made one of a page by itself (${of('type')}); planet add finds the feed of a page`
      notes.push({ group: 'needs you', line, message, isComment: true })
      pending.add(` ${of('text') ?? of('title') ?? ''}: ${address}`)
      return
    }
    const fitted = fitAddress(address)
    const isList = isLink && direct === undefined
    if ('problem' in fitted && !(isList && /^[\w./-][\w./?=& -]*$/.test(address))) {
      notes.push({ group: 'needs you', line, message: fitted.problem, isComment: true })
      pending.add(` ${of('text') ?? of('title') ?? ''}: ${hideLogin(address)}`)
      return
    }
    if ('url' in fitted && fitted.change !== undefined) notes.push({ group: 'changed', line, message: fitted.change })
    const url = 'url' in fitted ? fitted.url : address
    const keys = new Map<string, unknown>()
    const name = fitOutlineName(of('text') ?? of('title') ?? '')
    if (name !== '' && name !== address && name !== url && !isList) keys.set('name', name)
    const site = of('htmlurl')
    if (site !== undefined && !isList && /^https?:\/\//i.test(site)) keys.set('site', site)
    const language = checkLanguage((of('language') ?? '').replaceAll('_', '-'))
    if ('value' in language && !isList) keys.set('language', language.value)
    const tags = listTags(folders, of('category'), name)
    if (tags.size > 0) keys.set('tags', [...tags.keys()])
    for (const [tag, title] of tags) if (tag !== title) titles.set(tag, title)
    const down = of('isdown')
    if (down !== undefined && /^(1|true|yes)$/i.test(down)) keys.set('paused', 'marked down in moonmoon')
    if (/^(1|true)$/i.test(of('disabled') ?? '')) keys.set('paused', 'switched off in Miniflux')
    for (const [key, value] of attributes) {
      if (known.has(key) || /^(|0|false|no)$/i.test(value.trim())) continue
      if (filters.test(key)) {
        const message = `${key} = ${value.trim()} of ${url}: what it did can be an include:, an exclude: or a plug-in`
        notes.push({ group: 'needs you', line, message })
      } else lost.set(key, (lost.get(key) ?? 0) + 1)
    }
    items.push({ kind: isList ? 'list' : 'feed', url, keys, inside: [], comments: pending.take(), line })
  }
}

/** feeds.yaml is often for everybody to read. */
function hideLogin(address: string): string {
  return address.replace(/^(\w+:\/\/)[^/@]*@/, '$1')
}

/**
 * A folder of one feed with the feed's own name, as Thunderbird writes it, gives no tag. Slashes stand between the parts of a category,
 * commas between categories (OPML 2.0).
 */
function listTags(folders: string[], category: string | undefined, name: string): Map<string, string> {
  const around = folders.map(fitOutlineName).filter((folder) => folder !== name)
  const kept = [...around, ...(category ?? '').split(/[,/]/).map(fitOutlineName)]
  return new Map(kept.flatMap((title) => (fitTag(title) === undefined ? [] : [[fitTag(title) ?? '', title]])))
}
