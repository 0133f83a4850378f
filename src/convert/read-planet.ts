import { parseYaml } from '../config/parse-yaml.ts'
import { renderExcerpt } from '../config/render-excerpt.ts'
import { decodeText } from './decode-text.ts'
import type { ImportedPlanet } from './imported-planet.ts'
import { isTooDeep } from './is-too-deep.ts'
import { mergeRepeated } from './merge-repeated.ts'
import { parseIni } from './parse-ini.ts'
import { isToml, parseToml } from './parse-toml.ts'
import { isFoaf, readFoaf } from './read-foaf.ts'
import { isList, readList } from './read-list.ts'
import { isMarkdown, readMarkdown } from './read-markdown.ts'
import { readOpml } from './read-opml.ts'
import { isPluto, readPluto } from './read-pluto.ts'
import { isRawdog, readRawdog } from './read-rawdog.ts'
import { isSfeedrc, readSfeedrc } from './read-sfeedrc.ts'
import { isTable, readTable } from './read-table.ts'
import { readVenus } from './read-venus.ts'
import { readYaml } from './read-yaml.ts'

/** Why a file is no configuration. `place`: where the mistake stands, with its line as compilers show it. */
export type NoPlanet = { problem: string; place?: { line: number; column: number; message: string; excerpt: string } }

/**
 * Read the configuration of another planet or reader, or a list of feeds. The format is told from the content, never from the file's name.
 *
 * @returns the planet, with each feed once; or why the file is none
 */
export function readPlanet(bytes: Uint8Array): ImportedPlanet | NoPlanet {
  const { text, notes } = decodeText(bytes)
  const read = recognise(text)
  if ('problem' in read) return read
  return mergeRepeated({ ...read, notes: [...notes, ...read.notes] })
}

const formats =
  'config.ini of Venus or planetplanet, planet.ini of Pluto, planet.yml of Planet.rb, people.opml and config.yml of moonmoon, osmosfeed.yaml, perlanetrc, config of rawdog, sfeedrc, TOML of Mars or Mercury, OPML, FOAF, feeds.yaml, a table (CSV) or a list in Markdown, or a list of addresses'

function recognise(text: string): ImportedPlanet | NoPlanet {
  const start = text.slice(0, 5000).trimStart()
  if (start === '') return { problem: 'is empty' }
  if (text.includes('\0')) return { problem: `is no text; expected ${formats}` }
  if (/<\s*opml\b/i.test(start) || (start.startsWith('<') && /<outline\s/i.test(text))) return readOpml(text)
  if (isFoaf(text)) return readFoaf(text)
  if (/^(<\?xml[^>]*>\s*)?(<!--(?:(?!-->).)*-->\s*)*<(rss|feed|rdf:RDF)\b/is.test(start)) {
    return { problem: 'is a feed itself; planet add takes its address' }
  }
  if (/^<(!doctype\s+html|html)\b/i.test(start))
    return { problem: 'is a web page; planet add finds the feeds that one announces' }
  if (start.startsWith('<')) return { problem: `is XML, and no OPML; expected ${formats}` }
  if (isSfeedrc(text)) return readSfeedrc(text)
  if (isRawdog(text)) return readRawdog(text)
  if (isToml(text)) return { ...readPluto(parseToml(text)), format: 'list of feeds in TOML' }
  const ini =
    /^[^\S\n]*\[[^\]\n]+\]+[^\S\n]*([#;].*)?$/m.test(text) && !/^\s*[[{]\s*["{[]/.test(start)
      ? parseIni(text)
      : undefined
  if (ini?.lines.some(({ kind }) => kind === 'section')) {
    if (isPluto(ini)) return readPluto(ini)
    const venus = readVenus(ini)
    if (venus.items.some(({ kind }) => kind !== 'comment') || venus.settings.length > 0) return venus
  }
  if (isTable(text)) return readTable(text)
  const isDeep = isTooDeep(text)
  const isYaml = !isDeep && isYamlList.test(text) && isYamlFeed.test(text) && !text.includes('](')
  const planetOrSlip = isYaml ? (readYaml(text) ?? findYamlMistake(text)) : undefined
  if (planetOrSlip !== undefined) return planetOrSlip
  if (isList(text)) return readList(text)
  if (isDeep) return unknown
  const yaml = readYaml(text)
  if (yaml !== undefined) return yaml
  const mistake = isYamlWithFeeds.test(text) ? findYamlMistake(text) : undefined
  if (mistake !== undefined) return mistake
  if (isMarkdown(text)) return readMarkdown(text)
  return unknown
}

const unknown = { problem: `is nothing that Planet knows; expected ${formats}` }

const isYamlWithFeeds = /^(feeds|sources|subscriptions|blogs|planets):\s*(#.*)?$/m
/** A list of maps, of which one has an address: as a list of addresses it would lose its names. */
const isYamlList = /^- +(name|title|text|id|author|url|href|feed|rss|link|site): /m
const isYamlFeed = /^ +(url|href|feed|feed_?url|xml_?url|rss|atom|link|site): +["']?https?:/m

/** The mistake in a file that looks like YAML with feeds but cannot be parsed: Perl and Ruby accept indents that YAML does not. */
function findYamlMistake(text: string): NoPlanet | undefined {
  const [problem] = parseYaml(text).problems
  if (problem === undefined) return undefined
  const { line, column, width, message } = problem
  const excerpt = renderExcerpt(text.split(/\r\n|\n|\r/)[line - 1] ?? '', line, column, width)
  return {
    problem: `cannot be read: line ${line}, column ${column}: ${message}`,
    place: { line, column, message, excerpt },
  }
}
