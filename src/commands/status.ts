import { openCalendar } from '../render/dates/open-calendar.ts'
import { hasStore } from '../store/open-store.ts'
import type { Store } from '../store/store.ts'
import { exitCodes } from './exit-codes.ts'
import { findFeedArgument } from './find-feed-argument.ts'
import type { StatusFlags } from './flags.ts'
import { loadPlanet } from './load-planet.ts'
import { makeRemedy } from './make-remedy.ts'
import { type FeedStatus, makeStatus } from './make-status.ts'
import { findColumns, print, printJson, printPainted } from './print.ts'
import { type FeedFacts, renderFeedStatus, renderStatusTable } from './render-status.ts'
import { useStore } from './use-store.ts'

/** `planet status`: the state of every feed, read from what is stored alone. @returns the exit code */
export async function runStatus(word: string | undefined, flags: StatusFlags): Promise<number> {
  const { config, state } = await loadPlanet(flags)
  if (!(await hasStore(state))) {
    print(flags.json ? '{"schema":1,"feeds":[]}\n' : 'Nothing is stored yet: run planet build.\n')
    return exitCodes.done
  }
  return useStore(state, async (store) => {
    const now = new Date()
    const stored = new Map((await store.feeds()).map((feed) => [feed.source.url, feed]))
    const feeds = config.feeds.flatMap((source) => {
      const feed = stored.get(source.url)
      return feed === undefined ? [] : [{ ...feed, source }]
    })
    const chosen = word === undefined ? feeds : [findFeedArgument(word, feeds)]
    const summaries = await store.summarise()
    const all = chosen.map((feed) => makeStatus(feed, summaries.get(feed.source.url), config, now))
    const shown = all.filter((status) => isAskedFor(status, flags))
    // In English, like everything on the command line.
    const calendar = await openCalendar(config.timezone, 'en')
    const view = { calendar, now, columns: findColumns(120) }
    if (flags.json) printJson({ schema: 1, feeds: shown })
    else if (word === undefined) printPainted(renderStatusTable(all, shown, config.feeds.length, view), flags)
    else {
      const texts = shown.map(async (status) =>
        renderFeedStatus(
          status,
          (await makeRemedy(makeAiling(status), config.file)).filter((part) => !('place' in part)),
          await findFacts(status.url, config.file, store),
          view,
        ),
      )
      print((await Promise.all(texts)).join('\n'))
    }
    return exitCodes.done
  })
}

/** Enough of them to see a rhythm in. */
const mostGaps = 10

async function findFacts(url: string, file: string, store: Store): Promise<FeedFacts> {
  const [feed] = (await store.feeds()).filter(({ source }) => source.url === url)
  const { etag, lastModified } = feed?.state.answer?.validators ?? {}
  const positions = await store.newestPositions(url, mostGaps + 1)
  const gaps = positions.slice(1).map((position, index) => +(positions[index] ?? position) - +position)
  const { findFeedLines } = await import('./find-feed-lines.ts')
  return {
    line: (await findFeedLines(file))(url),
    validators: [...(etag === undefined ? [] : ['ETag']), ...(lastModified === undefined ? [] : ['Last-Modified'])],
    rhythm: gaps.length < 2 ? undefined : gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)],
  }
}

function makeAiling({ url, state, problem }: FeedStatus) {
  return { url, problem: problem ?? undefined, neverWorked: state === 'never-worked' }
}

function isAskedFor({ state }: FeedStatus, { failing, inactive }: StatusFlags): boolean {
  if (!failing && !inactive) return true
  const isFailing = ['never-worked', 'failing', 'waiting', 'quarantined', 'gone'].includes(state)
  return (failing === true && isFailing) || (inactive === true && ['quiet', 'paused', 'gone'].includes(state))
}
