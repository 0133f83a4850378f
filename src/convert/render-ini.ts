import type { FeedSource, Planet } from '../model.ts'
import { fitName } from './fit-name.ts'

type Listed = { source: FeedSource; publicUrl: string | undefined; name: string; site: string | undefined }

/**
 * The public list of feeds as a config.ini of Venus: a section for each feed, with the keys that other planets know. `planet import` reads
 * it back.
 */
export function renderIni(planet: Pick<Planet, 'title' | 'url' | 'owner'>, list: Listed[]): string {
  const head = [
    ['name', planet.title],
    ['link', planet.url],
    ['owner_name', planet.owner?.name],
    ['owner_email', planet.owner?.email],
  ]
  return [renderSection('Planet', head), ...list.flatMap(renderFeed)].join('\n')
}

function renderFeed({ source, publicUrl, name, site }: Listed): string[] {
  if (publicUrl === undefined) return []
  const keys = [
    ['name', name],
    ['link', site],
    ['face', source.face === 'auto' || source.face === 'gravatar' ? undefined : source.face],
    ['author', source.author],
    ['language', source.language],
    ['tags', source.tags?.join(', ')],
    ['paused', source.paused],
  ]
  return [renderSection(publicUrl.replaceAll(']', '%5D'), keys)]
}

function renderSection(name: string, keys: (string | undefined)[][]): string {
  const lines = keys.flatMap(([key, value]) =>
    value === undefined || value === '' ? [] : `${key} = ${writeValue(value)}\n`,
  )
  return `[${name}]\n${lines.join('')}`
}

/** " ;" begins a comment in this format. A value that would be read as HTML, or would lose its quotes, is escaped as HTML. */
function writeValue(value: string): string {
  const line = value.replace(/\s+/g, ' ').trim()
  const isRead = fitName(line).name === line
  const written = isRead ? line : line.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
  return written.replaceAll(' ;', ' &#59;')
}
