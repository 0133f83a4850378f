import { type DefaultTreeAdapterMap, parse } from 'parse5'
import { onTestFinished } from 'vitest'
import type { BuildOptions } from '../../src/build.ts'
import type { BuildReport } from '../../src/build-report.ts'
import { serveFeeds } from '../cli/serve-feeds.ts'
import { openPlanet, type Planet } from '../open-planet.ts'
import { renderFeed, type Served } from './render-feed.ts'

/** A planet and its blogs through the years: what they serve, and when it is built, is a test's to say. All else is real. */
export type History = Pick<Planet, 'folder' | 'page' | 'entries' | 'withStore'> & {
  /** The address of a path of the server. */
  url(path: string): string
  /** `undefined`: 404. */
  serve(path: string, served: Served | undefined): void
  /** Like `serve`, by a server that knows no validators. */
  serveWhole(path: string, served: Served): void
  /** From now on the first path leads to the other, for good. */
  redirect(from: string, to: string): void
  /**
   * @param lines of feeds.yaml; "/a" in them is the address of that feed
   * @param show what stands in `show:`; where left out, no limits
   */
  setConfig(lines: string, show?: string): void
  /** @param time of the build's clock, ISO 8601 */
  build(time: string, options?: Partial<BuildOptions>, inject?: Parameters<Planet['build']>[2]): Promise<BuildReport>
  /** Titles on a page of the site, from the top. */
  titlesOn(page: string): string[]
  /** Published ids in atom.xml, from the top. */
  ids(): string[]
}

export async function openHistory(): Promise<History> {
  const server = await serveFeeds()
  onTestFinished(() => server.close())
  const planet = openPlanet('')
  return {
    ...planet,
    url: (name) => server.url + name,
    serve(name, served) {
      if (served === undefined) server.feeds.delete(name)
      else server.feeds.set(name, renderFeed(name, served))
    },
    serveWhole(name, served) {
      server.feeds.set(name, (answer) => void answer.writeHead(200).end(renderFeed(name, served)))
    },
    redirect(from, to) {
      server.feeds.set(from, (answer) => void answer.writeHead(301, { Location: server.url + to }).end())
    },
    setConfig(lines, show = 'days: 0, entries: 0') {
      const text = lines.replace(/(?<=- |url: |feed: )\/(?=\w)/g, `${server.url}/`)
      planet.setConfig(`show: {${show}}\n${text}`)
    },
    build: (time, options = {}, inject) => planet.build(new Date(time), { refresh: true, ...options }, inject),
    titlesOn: (name) => findHeadings(parse(planet.page(name))),
    ids: () => [...planet.page('atom.xml').matchAll(/<entry[\s\S]*?<id>(.*?)<\/id>/g)].map(([, id = '']) => id),
  }
}

type Node = DefaultTreeAdapterMap['node']

/** Texts of the h4, the titles of entries. */
function findHeadings(node: Node): string[] {
  if ('tagName' in node && node.tagName === 'h4') return [textOf(node).trim()]
  return 'childNodes' in node ? node.childNodes.flatMap(findHeadings) : []
}

function textOf(node: Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}
