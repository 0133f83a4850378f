import { checkHtml } from '../html/check-html.ts'
import { cleanText } from '../html/clean-text.ts'
import { limitSource, makeHtml, makeTitleHtml } from '../html/make-html.ts'
import { escapeHtml } from '../html/render-html.ts'
import { htmlToText } from '../html/to-text.ts'
import type { Category, Enclosure, ParsedEntry, Person } from '../model.ts'
import { limitEntry } from '../normalize/read/fields/limit-entry.ts'
import { parseLanguage } from '../text/parse-language.ts'
import { resolveImageUrl, resolveWebUrl } from '../text/resolve-url.ts'

const say = () => {}

/**
 * What a plug-in gave back, as an entry: its HTML sanitised by our own rules, its links web addresses, its fields no longer than a feed's
 * may be. The entry's id and dates stay.
 *
 * @throws where the value is no entry, with a sentence that says why
 */
export function cleanEntry(before: ParsedEntry, given: unknown): ParsedEntry {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) {
    throw new Error(`gave back ${describe(given)}, which is no entry`)
  }
  const read = openFields(given)
  const html = (name: string) => {
    const text = read.text(name)
    return text === undefined ? undefined : makeHtml(checkHtml(limitSource(text, say)), before.link, say, true)
  }
  const [title, titleHtml] = makeTitles(before, read.text('title'), read.text('titleHtml'))
  return limitEntry(
    {
      ...before,
      title,
      titleHtml,
      summaryHtml: html('summaryHtml'),
      contentHtml: html('contentHtml'),
      link: read.address('link'),
      authors: read.list('authors').map((item) => makePerson(item, 'authors')),
      contributors: read.list('contributors').map((item) => makePerson(item, 'contributors')),
      categories: read.list('categories').map(makeCategory),
      language: makeLanguage(read.text('language')),
      enclosures: read.list('enclosures').map(makeEnclosure),
      image: makeImage(read.text('image')),
      commentsUrl: read.address('commentsUrl'),
      rights: clean(read.text('rights')),
    },
    say,
  )
}

/** Where only one of title and HTML title was changed, the other is made from it. */
function makeTitles(before: ParsedEntry, title: string | undefined, html: string | undefined) {
  if (title === before.title && html === before.titleHtml) return [title, html] as const
  if (html === before.titleHtml || html === undefined) {
    const text = clean(title)
    return [text, text === undefined ? undefined : escapeHtml(text)] as const
  }
  const made = makeTitleHtml(html, say) || undefined
  const text = title === before.title ? made && htmlToText(made) : clean(title)
  return [text || undefined, made] as const
}

function openFields(given: object) {
  const get = (name: string): unknown => Reflect.get(given, name) ?? undefined
  const text = (name: string): string | undefined => {
    const value = get(name)
    if (value === undefined || typeof value === 'string') return value
    throw new Error(`gave back an entry whose ${name} is ${describe(value)}, which is no text`)
  }
  return {
    text,
    list(name: string): unknown[] {
      const value = get(name) ?? []
      if (Array.isArray(value)) return value
      throw new Error(`gave back an entry whose ${name} are ${describe(value)}, which is no list`)
    },
    address: (name: string) => readAddress(text(name), name),
  }
}

function readAddress(text: string | undefined, name: string): string | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const url = resolveWebUrl(text, undefined)
  if (url === undefined)
    throw new Error(`gave back an entry whose ${name} is ${describe(text)}, which is no web address`)
  return url
}

function makePerson(item: unknown, list: string): Person {
  if (typeof item === 'string') return { name: clean(item), url: undefined, email: undefined }
  if (typeof item !== 'object' || item === null)
    throw new Error(`gave back an entry with ${describe(item)} among its ${list}`)
  const read = openFields(item)
  return { name: clean(read.text('name')), url: read.address('url'), email: clean(read.text('email')) }
}

function makeCategory(item: unknown): Category {
  const given = typeof item === 'string' ? { term: item } : item
  if (typeof given !== 'object' || given === null)
    throw new Error(`gave back an entry with ${describe(item)} among its categories`)
  const read = openFields(given)
  const term = clean(read.text('term')) ?? clean(read.text('label'))
  if (term === undefined) throw new Error('gave back an entry with a category without a term')
  return { term, scheme: read.text('scheme'), label: clean(read.text('label')) }
}

function makeEnclosure(item: unknown): Enclosure {
  if (typeof item !== 'object' || item === null)
    throw new Error(`gave back an entry with ${describe(item)} among its enclosures`)
  const read = openFields(item)
  const url = read.address('url')
  const length = Reflect.get(item, 'length') as unknown
  if (url === undefined) throw new Error('gave back an entry with an enclosure without an address')
  const isVersion = Reflect.get(item, 'isVersion') === true
  return {
    url,
    type: clean(read.text('type')),
    length: typeof length === 'number' && length >= 0 ? length : undefined,
    ...(isVersion ? { isVersion } : {}),
  }
}

function makeImage(text: string | undefined): string | undefined {
  if (text === undefined || text.trim() === '') return undefined
  const url = resolveImageUrl(text, undefined)
  if (url === undefined)
    throw new Error(`gave back an entry whose image is ${describe(text)}, which is no address of a picture`)
  return url
}

function makeLanguage(text: string | undefined): string | undefined {
  return text === undefined ? undefined : parseLanguage(text)
}

function clean(text: string | undefined): string | undefined {
  return text === undefined ? undefined : cleanText(text).trim() || undefined
}

/** A value in a sentence: `"text"`, 5, a list, an object. */
function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object' && value !== null) return 'an object'
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
