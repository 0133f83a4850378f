import { isDeepStrictEqual } from 'node:util'
import { addBlock } from '../config/add-block.ts'
import { listWrittenFeeds } from '../config/list-written-feeds.ts'
import { makeFeedKey } from '../config/make-feed-key.ts'
import { parseFeedUrl } from '../config/parse-address.ts'
import { type ParsedYaml, parseYaml } from '../config/parse-yaml.ts'
import type { ImportedItem, ImportedPlanet, ImportNote, Setting } from './imported-planet.ts'
import { renderItem, renderSettings } from './render-imported.ts'
import { toPlain } from './to-plain.ts'

/**
 * Add feeds and reading lists that a feeds.yaml does not have yet, at the end of its lists. What it has already stays as it is, and feeds
 * that were taken down stay out.
 *
 * @returns the new text, the same where there is nothing to add; `undefined` where the file is written in a way that cannot be edited
 */
export function addImported(
  text: string,
  { items, settings }: ImportedPlanet,
): { text: string; added: number; listsAdded: number; tookSettings: boolean; notes: ImportNote[] } | undefined {
  const yaml = parseYaml(text)
  if (yaml.problems.length > 0) return undefined
  const known = new Set(listWrittenFeeds(yaml).flatMap(({ url }) => (url === undefined ? [] : makeFeedKey(url))))
  const purged = listPurged(yaml)
  const notes: ImportNote[] = []
  const feeds = items.filter((item) => {
    if (item.kind !== 'feed' || known.has(makeFeedKey(item.url))) return false
    if (!purged.has(makeFeedKey(item.url))) return true
    notes.push({ group: 'dropped', line: item.line, message: `${item.url} was taken down here, and stays so` })
    return false
  })
  const written = listIncluded(yaml)
  const lists = items.filter((item) => item.kind === 'list' && !written.has(item.url))
  const withFeeds = addItems(text, 'feeds', feeds)
  const whole = withFeeds === undefined ? undefined : addItems(withFeeds, 'include', lists)
  if (whole === undefined) return undefined
  // For a new planet without feeds, missing settings are added, too.
  const isFresh = known.size === 0 && feeds.length > 0
  const isTaken = ({ path: [top = ''], value }: Setting) =>
    isFresh && value !== undefined && yaml.valueAt([top]) === undefined
  for (const setting of settings) {
    const { path, value, line } = setting
    if (value === undefined || isTaken(setting) || isDeepStrictEqual(yaml.valueAt(path), toPlain(value))) continue
    const message = `${path.join('.')}: ${JSON.stringify(toPlain(value))}: the settings of a feeds.yaml that is there stay as they are`
    notes.push({ group: 'dropped', line: line === 0 ? undefined : line, message })
  }
  const taken = settings.filter(isTaken)
  const counts = { added: feeds.length, listsAdded: lists.length, tookSettings: taken.length > 0 }
  return { text: addSettings(whole, taken), ...counts, notes }
}

function addItems(text: string, key: string, items: ImportedItem[]): string | undefined {
  if (items.length === 0) return text
  return addBlock(text, key, (indent) => items.flatMap((item) => renderItem(item, indent)), items.length)
}

function listPurged(yaml: ParsedYaml): Set<string> {
  const list = yaml.valueAt(['purged'])
  const feeds = (Array.isArray(list) ? list : []).map((one: { feed?: unknown; entry?: unknown } | null) =>
    one?.entry === undefined ? one?.feed : undefined,
  )
  return new Set(feeds.flatMap((feed) => readKey(feed)))
}

function readKey(feed: unknown): string[] {
  const result = typeof feed === 'string' ? parseFeedUrl(feed) : { problem: '' }
  return 'value' in result ? [makeFeedKey(result.value)] : []
}

function listIncluded(yaml: ParsedYaml): Set<unknown> {
  const list = yaml.valueAt(['include'])
  return new Set(
    (Array.isArray(list) ? list : []).map((one: unknown) =>
      typeof one === 'string' ? one : (one as { url?: unknown } | null)?.url,
    ),
  )
}

function addSettings(text: string, settings: Setting[]): string {
  if (settings.length === 0) return text
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  return [text.trimEnd(), '', ...renderSettings(settings), ''].join(eol)
}
