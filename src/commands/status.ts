import path from 'node:path'
import { openCalendar } from '../render/dates/open-calendar.ts'
import { hasStore, openStore } from '../store/open-store.ts'
import { explainDamage } from '../store/state-error.ts'
import { exitCodes } from './exit-codes.ts'
import { findFeedArgument } from './find-feed-argument.ts'
import type { StatusFlags } from './flags.ts'
import { loadPlanet } from './load-planet.ts'
import { makeRemedy } from './make-remedy.ts'
import { type FeedStatus, makeStatus } from './make-status.ts'
import { print, printJson } from './print.ts'
import { renderFeedStatus, renderStatusTable } from './render-status.ts'

/** `planet status`: how the feeds are, from the state alone. @returns the exit code */
export async function runStatus(word: string | undefined, flags: StatusFlags): Promise<number> {
  const { config, state } = await loadPlanet(flags)
  if (!hasStore(state)) {
    print(flags.json ? '{"schema":1,"feeds":[]}\n' : 'Nothing is stored yet: run planet build.\n')
    return exitCodes.done
  }
  try {
    const store = openStore(state)
    try {
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
      // In English: all that is said on the command line is.
      const calendar = await openCalendar(config.timezone, 'en')
      const columns = process.stdout.columns || Number(process.env.COLUMNS) || columnsOfNoTerminal
      const view = { calendar, now, columns }
      if (flags.json) printJson({ schema: 1, feeds: shown })
      else if (word === undefined) print(renderStatusTable(all, shown, config.feeds.length, view))
      else {
        const texts = shown.map(async (status) =>
          renderFeedStatus(status, await makeRemedy(makeAiling(status), config.file), view),
        )
        print((await Promise.all(texts)).join('\n'))
      }
      return exitCodes.done
    } finally {
      await store.close()
    }
  } catch (error) {
    throw explainDamage(error, path.join(state, 'planet.db'))
  }
}

/** In a pipe or a mail: a feed and its reason on one line. */
const columnsOfNoTerminal = 120

function makeAiling({ url, state, problem }: FeedStatus) {
  return { url, problem: problem ?? undefined, neverWorked: state === 'never-worked' }
}

function isAskedFor({ state }: FeedStatus, { failing, inactive }: StatusFlags): boolean {
  if (!failing && !inactive) return true
  const isFailing = ['never-worked', 'failing', 'waiting', 'quarantined', 'gone'].includes(state)
  return (failing === true && isFailing) || (inactive === true && ['quiet', 'paused', 'gone'].includes(state))
}
