import { Tokenizer } from 'htmlparser2'
import { collectAttributes } from '../html/collect-attributes.ts'
import { fitAddress } from './fit-address.ts'
import { fitOutlineName } from './fit-name.ts'
import type { ImportedItem, ImportedPlanet, ImportNote, Setting } from './imported-planet.ts'

/** A person or a group: what is said of one, until it ends. */
type Agent = { element: string; line: number; name: string; title: string; site: string | undefined; feeds: string[] }

const agents = /^(person|agent|group|organization)$/
/** Nobody nests people deeper. */
const deepest = 200

/** True for RDF that is about people and their blogs (FOAF), and no feed: RSS 1.0 has items. */
export function isFoaf(text: string): boolean {
  return (
    /<(?:\w+:)?RDF\b/.test(text.slice(0, 5000)) && /<(?:\w+:)?weblog\b/.test(text) && !/<(?:\w+:)?item[\s>]/.test(text)
  )
}

/**
 * FOAF, the list that planets publish as foafroll.xml: people, their blogs (`foaf:weblog`) and the feeds of these (`rss:channel`). Further
 * lists that it names by `rdfs:seeAlso` are not followed.
 */
export function readFoaf(xml: string): ImportedPlanet {
  const notes: ImportNote[] = []
  const settings: Setting[] = []
  const items: ImportedItem[] = []
  const open: Agent[] = []
  const collected = collectAttributes(xml)
  let element = ''
  let text = ''
  let inBlog = false
  let others = 0
  let line = 1
  let nextLine = xml.indexOf('\n')
  const lineAt = (offset: number) => {
    for (; nextLine !== -1 && nextLine < offset; nextLine = xml.indexOf('\n', nextLine + 1)) line++
    return line
  }
  const local = (start: number, end: number) => (xml.slice(start, end).trim().split(':').at(-1) ?? '').toLowerCase()
  const begin = (offset: number, isEmpty: boolean) => {
    text = ''
    const attributes = collected.attributes()
    const about = attributes.get('rdf:resource') ?? attributes.get('rdf:about')
    if (agents.test(element) && !isEmpty && open.length < deepest) {
      open.push({ element, line: lineAt(offset), name: '', title: '', site: undefined, feeds: [] })
    }
    const agent = open.at(-1)
    if (agent === undefined) return
    if (element === 'weblog' && !isEmpty) inBlog = true
    if (element === 'weblog' || (element === 'document' && inBlog)) agent.site ??= about
    else if (element === 'channel' && about !== undefined) agent.feeds.push(about)
    else if (element === 'seealso' && about !== undefined && !inBlog && agent.element !== 'group') others++
  }
  const finish = (name: string) => {
    const agent = open.at(-1)
    if (agent !== undefined && name === 'name' && agent.name === '') agent.name = fitOutlineName(text)
    if (agent !== undefined && name === 'title' && inBlog) agent.title = fitOutlineName(text)
    if (name === 'weblog') inBlog = false
    if (agent?.element === name && open.pop() !== undefined) take(agent)
    text = ''
  }
  const tokenizer = new Tokenizer(
    { xmlMode: true, decodeEntities: true },
    {
      onopentagname(start, end) {
        element = local(start, end)
        collected.begin()
      },
      ...collected.handlers,
      onopentagend: (end) => begin(end, false),
      onselfclosingtag: (end) => begin(end, true),
      onclosetag: (start, end) => finish(local(start, end)),
      ontext(start, end) {
        if (open.length > 0) text += xml.slice(start, end)
      },
      ontextentity(code) {
        if (open.length > 0) text += String.fromCodePoint(code)
      },
      oncdata(start, end, endOffset) {
        if (open.length > 0) text += xml.slice(start, end - endOffset)
      },
      oncomment() {},
      ondeclaration() {},
      onprocessinginstruction() {},
      onend() {},
    },
  )
  tokenizer.write(xml)
  tokenizer.end()
  // Cut off: what was said until then counts.
  for (const agent of open.reverse()) take(agent)
  if (others > 0) {
    const message = `${others} ${others === 1 ? 'address' : 'addresses'} of further lists (rdfs:seeAlso): not followed`
    notes.push({ group: 'dropped', line: undefined, message })
  }
  return { format: 'FOAF', settings, items, notes }

  function take({ element: kind, line, name, title, site, feeds }: Agent): void {
    if (kind === 'group') {
      if (name !== '') settings.push({ path: ['title'], value: name, comments: [], line })
      return
    }
    if (feeds.length === 0 && site !== undefined) {
      const message = `${site}: a page without its feed, which planet add finds`
      notes.push({ group: 'needs you', line, message, isComment: true })
      items.push({ kind: 'comment', comments: [` ${[name, site].filter((part) => part !== '').join(': ')}`], line })
    }
    for (const address of feeds) {
      const fitted = fitAddress(address)
      if ('problem' in fitted) {
        notes.push({ group: 'needs you', line, message: fitted.problem })
        continue
      }
      if (fitted.change !== undefined) notes.push({ group: 'changed', line, message: fitted.change })
      const keys = new Map<string, unknown>()
      if (title !== '' || name !== '') keys.set('name', title === '' ? name : title)
      if (name !== '' && title !== '' && name !== title) keys.set('author', name)
      if (site !== undefined && /^https?:\/\//i.test(site)) keys.set('site', site)
      items.push({ kind: 'feed', url: fitted.url, keys, inside: [], comments: [], line })
    }
  }
}
