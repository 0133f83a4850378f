import type { OutputFormat } from '../model.ts'
import { quote } from './quote.ts'

/** The formats in which a planet can be written, in the order in which messages list them. */
export const outputFormats: readonly OutputFormat[] = ['html', 'atom', 'rss', 'json', 'opml', 'foaf', 'rss10']

/** What each is called in the site. */
export const outputFiles: Readonly<Record<OutputFormat, string>> = {
  html: 'index.html',
  atom: 'atom.xml',
  rss: 'rss.xml',
  json: 'feed.json',
  opml: 'opml.xml',
  foaf: 'foafroll.xml',
  rss10: 'rss10.xml',
}

/** A format by its name, in whatever case. */
export function checkOutput(text: string): { value: OutputFormat } | undefined {
  const format = outputFormats.find((name) => name === text.toLowerCase())
  return format === undefined ? undefined : { value: format }
}

/** Files at the site's root beside the outputs. */
const taken = /^(status\.json|state\.db\.br|feed\.css|robots\.txt|theme\.(js|css))$|\.(html?|js|css)$/i

/**
 * A further name of an output: a file name at the root of the site that nothing else uses.
 *
 * @returns what is wrong with the name; `undefined` where it can be used
 */
export function checkOutputName(name: string, format: OutputFormat): string | undefined {
  if (name === outputFiles[format]) return undefined
  const own = outputFormats.find((other) => outputFiles[other] === name)
  if (own !== undefined) return `${quote(name)} is what ${own} is called; call this one otherwise`
  if (format === 'html') return `${quote(name)} cannot be: pages have names of their own; write index.html: html`
  if (!/^[a-z0-9_][\w.-]{0,99}$/i.test(name)) {
    return `${quote(name)} is no name of a file at the top of the site; expected for example rss20.xml`
  }
  return taken.test(name) ? `${quote(name)} is taken by the pages of the site; call it otherwise` : undefined
}
