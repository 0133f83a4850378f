import { outputFiles, outputFormats } from '../config/check-output.ts'
import type { OutputFormat } from '../model.ts'
import type { NoteGroup } from './imported-planet.ts'

type Key = { name: string; value: string; line: number }
type Outputs = {
  value: Record<string, OutputFormat> | undefined
  notes: { group: NoteGroup; message: string; ofSettings?: true }[]
  line: number
  /** Venus made the id of its Atom feed from the name of the first feed. */
  idFile: string | undefined
}

/** What the themes of Venus wrote. */
const usual = ['index.html', 'atom.xml', 'rss20.xml', 'rss10.xml', 'opml.xml', 'foafroll.xml']

/**
 * The files that a planet wrote, known from its templates' names: `rss20.xml.tmpl` wrote rss20.xml. The files keep their names.
 *
 * @param planet keys of the section [Planet]
 */
export function mapOutputs(planet: Key[]): Outputs {
  if (planet.length === 0) return { idFile: undefined, value: undefined, notes: [], line: 1 }
  const template = planet.findLast(({ name }) => name === 'template_files')
  const theme = planet.findLast(({ name }) => name === 'output_theme')
  const notes: Outputs['notes'] = []
  const named = (template?.value ?? '').split(/\s+/).filter((word) => word !== '')
  const files = [...named.map(nameOutput), ...(theme === undefined && named.length > 0 ? [] : usual)]
  const line = (template ?? theme ?? planet[0])?.line ?? 1
  const value = new Map<string, OutputFormat>()
  for (const file of new Set(files)) {
    const format = guessFormat(file)
    if (format === undefined) {
      notes.push({
        group: 'dropped',
        message: `${file}: no page or feed that Planet has; write it as a template of a theme`,
      })
    } else if (format !== 'html' || file === outputFiles.html) {
      value.set(file, format)
      if (file !== outputFiles[format])
        notes.push({ group: 'kept', message: `${file}, beside ${outputFiles[format]}`, ofSettings: true })
    } else notes.push({ group: 'needs you', message: `${file}: a page of its own; Planet's front page is index.html` })
  }
  const formats = new Set(value.values())
  // HTML pages and the Atom feed are written in any case.
  for (const format of ['html', 'atom'] as const) if (!formats.has(format)) value.set(outputFiles[format], format)
  const isUsual =
    value.size === 5 && outputFormats.slice(0, 5).every((format) => value.get(outputFiles[format]) === format)
  const first = files.find((file) => /atom|rss/.test(file))
  const isVenus = named.some((file) => /atom.*\.xslt?$/i.test(file))
  const idFile = isVenus && first !== outputFiles.atom ? first : undefined
  return { idFile, value: isUsual ? undefined : Object.fromEntries(value), notes, line }
}

/** A template's name without its folder, and without the extension of its template language. */
function nameOutput(template: string): string {
  const name = template.split('/').at(-1) ?? ''
  return name.replace(/\.(tmpl|xslt?|genshi|dj|tt|erb|plugin|html\.erb)$/i, '')
}

function guessFormat(file: string): OutputFormat | undefined {
  const name = file.toLowerCase()
  const own = outputFormats.find((format) => outputFiles[format] === name)
  if (own !== undefined) return own
  if (/\.html?$/.test(name)) return 'html'
  if (/opml/.test(name)) return 'opml'
  if (/foaf/.test(name)) return 'foaf'
  if (/atom/.test(name)) return 'atom'
  if (/rss10|rss1\b|\.rdf$/.test(name)) return 'rss10'
  if (/rss|^(feed|index)\.xml$/.test(name)) return 'rss'
  return /\.json$/.test(name) ? 'json' : undefined
}
