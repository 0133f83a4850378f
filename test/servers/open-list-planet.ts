import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { BuildOptions } from '../../src/build.ts'
import type { BuildReport } from '../../src/build-report.ts'
import type { FetchResult, KeptList } from '../../src/model.ts'
import type { Edges } from '../../src/pipeline/edges.ts'
import { openKeptLists } from '../../src/store/open-kept-lists.ts'
import { openPlanet, timeAt } from '../open-planet.ts'
import { placeState } from '../place-state.ts'
import {
  openScriptedServer,
  type RawRequest,
  respond,
  type Script,
  type ScriptedServer,
} from './open-scripted-server.ts'

/** A planet with a reading list that a real server serves; the feeds that it lists are answered from memory. */
export type ListPlanet = {
  server: ScriptedServer
  /** What the list's paths answer from now on. */
  scripts: Record<string, Script>
  buildAt(minutes: number, options?: Partial<BuildOptions>): Promise<BuildReport>
  /** Requests for lists since the last call. */
  asked(): RawRequest[]
  /** Addresses of the feeds that were reported in the last build. */
  feeds(): string[]
  kept(): Promise<Map<string, KeptList>>
}

/** @param makeLines of feeds.yaml, from the address of the server */
export async function openListPlanet(
  scripts: Record<string, Script>,
  makeLines: (url: (path: string) => string) => string,
): Promise<ListPlanet> {
  const server = await openScriptedServer((socket, request) =>
    (scripts[request.target] ?? respond(404))(socket, request),
  )
  onTestFinished(() => server.close())
  const planet = openPlanet(makeLines((place) => server.url(place)))
  const lists = openKeptLists(placeState(path.join(planet.folder, '.planet')))
  let last: BuildReport | undefined
  let seen = 0
  const inject = ({ fetcher }: Edges): Partial<Edges> => ({
    lists: { local: new Map(), ...lists },
    fetcher: {
      ...fetcher,
      fetch: (source, validators, url = source.url) =>
        url.includes('.example') ? Promise.resolve(answer(url)) : fetcher.fetch(source, validators, url),
    },
  })
  return {
    server,
    scripts,
    async buildAt(minutes, options) {
      last = await planet.build(timeAt(minutes), options, inject)
      return last
    },
    asked() {
      const news = server.requests.slice(seen)
      seen = server.requests.length
      return news
    },
    feeds: () => last?.feeds.map(({ url }) => url) ?? [],
    kept: () => lists.read(),
  }
}

function answer(url: string): FetchResult {
  const body = Buffer.from(
    `<rss version="2.0"><channel><title>${new URL(url).host}</title><item><guid>${url}#1</guid><title>One</title><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate></item></channel></rss>`,
  )
  return {
    kind: 'fetched',
    status: 200,
    freshForMs: undefined,
    finalUrl: url,
    hops: [],
    validators: { url },
    contentType: 'text/xml',
    body,
  }
}

/** An OPML of feeds and of lists that it includes. */
export function opml(feeds: string[], lists: string[] = []): string {
  const outlines = feeds.map((url) => `<outline type="rss" text="${new URL(url).host}" xmlUrl="${url}"/>`)
  const included = lists.map((url) => `<outline type="include" text="more" url="${url}"/>`)
  return `<opml version="2.0"><head><title>L</title></head><body>${[...outlines, ...included].join('')}</body></opml>`
}
