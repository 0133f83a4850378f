import { storeState } from '../pipeline/store-state.ts'
import { makeFeedName } from '../planet/make-subscriptions.ts'
import { clearBackOff } from '../schedule/clear-back-off.ts'
import { hasStore } from '../store/open-store.ts'
import { writeTime } from '../text/write-time.ts'
import { exitCodes } from './exit-codes.ts'
import { findFeedArgument } from './find-feed-argument.ts'
import type { CommonFlags } from './flags.ts'
import { loadPlanet } from './load-planet.ts'
import { print, printJson } from './print.ts'
import { UsageError } from './usage-error.ts'
import { useLockedStore } from './use-store.ts'

/**
 * `planet retry`: forget that a feed has failed, or is gone, so that the next build asks it. A wait that its server asked for still holds.
 *
 * @returns the exit code
 */
export async function runRetry(word: string, flags: CommonFlags): Promise<number> {
  const { config, state } = await loadPlanet(flags)
  if (!(await hasStore(state))) throw new UsageError('nothing is stored yet: planet build asks every feed')
  return useLockedStore(state, async (store) => {
    await store.subscribe(config.feeds)
    const feed = findFeedArgument(
      word,
      (await store.feeds()).filter(({ active }) => active),
    )
    const name = makeFeedName(feed.source, feed.state.about)
    const { waiting } = feed.state
    const now = new Date()
    if (waiting?.says === 'server' && waiting.until > now) {
      const until = writeTime(waiting.until, config.timezone)
      throw new UsageError(
        `the server of ${name} wants to be left alone until ${until}; planet build --force asks all the same`,
      )
    }
    await storeState(store, feed.source.url, clearBackOff(feed.state, now), now)
    if (flags.json) printJson({ schema: 1, url: feed.source.url })
    else if (!flags.quiet) print(`${name} is asked at the next build.\n`)
    return exitCodes.done
  })
}
