import { findOwn } from '../text/find-own.ts'
import { fitRegexp } from './fit-regexp.ts'
import type { NoteGroup } from './imported-planet.ts'

/** What filters of Venus become: keys of feeds.yaml, and a note on each filter. */
export type MappedFilters = { keys: Map<string, unknown>; notes: { group: NoteGroup; message: string }[] }

/** What Planet does without being asked. */
const builtIn: Record<string, string> = {
  'minhead.py': 'headings in a post are fitted to the page',
  'xhtml2html.plugin': 'every post is valid HTML',
  'html2xhtml.plugin': 'every post is valid HTML',
  'feedburner.sed': 'tracking pixels and share buttons of FeedBurner are taken out',
  'google_ad_map.sed': 'advertisements that are scripts or pixels are taken out',
  'yahoo.sed': 'advertisements that are scripts or pixels are taken out',
  'addsearch.genshi': 'the site has a search of its own',
  'addsearch.xslt': 'the site has a search of its own',
  'coral_cdn_filter.py': 'that service is gone',
  'mememe.plugin': 'archive.links: week makes such a page, of all feeds',
}

/** What a plug-in of docs/example-plugins does. */
const examples: Record<string, string> = {
  'h1title.xslt': 'heading-as-title.js',
  'detitle.xslt': 'drop-repeats.js',
  delDupName: 'drop-repeats.js',
}

/** Ids of what a plain rule says: `//atom:category[@term='x']`. */
const categoryRule = /^\/*(?:\*\/|atom:entry\/)*(?:\/\/)?atom:category\[@term\s*=\s*['"]([^'"]+)['"]\]$/

/** `filters =`: programs separated by blanks, each with parameters as in an address. */
export function mapFilters(written: string): MappedFilters {
  const result: MappedFilters = { keys: new Map(), notes: [] }
  for (const filter of written
    .split(/,?\s+/)
    .map((word) => word.replace(/,$/, ''))
    .filter((word) => word !== ''))
    mapFilter(filter, result)
  return result
}

/** `filter =` and `exclude =`: a regular expression matched against everything in an entry. */
export function mapExpression(kind: 'include' | 'exclude', written: string): MappedFilters {
  const result: MappedFilters = { keys: new Map(), notes: [] }
  addRule(result, kind, written, kind === 'include' ? 'filter' : 'exclude')
  return result
}

function mapFilter(filter: string, result: MappedFilters): void {
  const [place = '', query = ''] = filter.split(/\?(.*)/s)
  const name = place.split('/').at(-1)?.toLowerCase() ?? ''
  const say = (group: NoteGroup, message: string): void => {
    result.notes.push({ group, message: `filter ${filter}: ${message}` })
  }
  const parameters = readParameters(query)
  if (name === 'excerpt.py') {
    result.keys.set('content', 'summary')
    say('changed', 'is content: summary')
    return
  }
  if (name === 'regexp_sifter.py' || name === 'xpath_sifter.py') {
    const read = name === 'regexp_sifter.py' ? addRule : addCategory
    const rules = parameters.filter(([key]) => key === 'require' || key === 'exclude')
    for (const [key, value] of rules) read(result, key === 'require' ? 'include' : 'exclude', value, `filter ${name}`)
    if (rules.length === 0) say('dropped', 'names nothing to require or to exclude: it let everything through')
    return
  }
  if (name === 'notweets.py') {
    addRule(result, 'exclude', '^@|\\bRT @', 'filter notweets.py')
    return
  }
  const known = findOwn(builtIn, name)
  const example = findOwn(examples, /deldupname/i.test(place) ? 'delDupName' : name)
  if (known !== undefined) say('dropped', known)
  else if (example !== undefined) say('dropped', `where you miss it, the plug-in ${example} does it; docs/plugins.md`)
  else say('needs you', 'is a program of its own; what it did can be an include:, an exclude: or a plug-in')
}

/** Parameters as in a web form; a blank may be written as `+`. */
function readParameters(query: string): [string, string][] {
  return query.split('&').flatMap((part): [string, string][] => {
    const [key = '', value = ''] = part.split(/=(.*)/s)
    if (key === '' || value === '') return []
    try {
      return [[key, decodeURIComponent(value.replaceAll('+', ' '))]]
    } catch {
      return [[key, value]]
    }
  })
}

function addRule(result: MappedFilters, kind: 'include' | 'exclude', written: string, from: string): void {
  const rule = fitRegexp(written)
  if (rule === undefined) {
    const message = `${from}: the expression ${written} may mean something else here; write it as an ${kind}: by hand`
    result.notes.push({ group: 'needs you', message })
    return
  }
  for (const field of ['title', 'content', 'category']) append(result, kind, field, rule)
  result.notes.push({ group: 'changed', message: `${from}: is ${kind}: of title, content and category` })
}

function addCategory(result: MappedFilters, kind: 'include' | 'exclude', written: string, from: string): void {
  const category = categoryRule.exec(written.trim())?.[1]
  if (category === undefined) {
    const message = `${from}: the path ${written} is no rule that Planet has; write it as an ${kind}: by hand`
    result.notes.push({ group: 'needs you', message })
    return
  }
  append(result, kind, 'category', category)
  result.notes.push({ group: 'changed', message: `${from}: is ${kind}: of category` })
}

function append({ keys }: MappedFilters, kind: string, field: string, rule: string): void {
  const rules = new Map((keys.get(kind) as Map<string, string[]> | undefined) ?? [])
  const list = rules.get(field) ?? []
  rules.set(field, list.includes(rule) ? list : [...list, rule])
  keys.set(kind, rules)
}
