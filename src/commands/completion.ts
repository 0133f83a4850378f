import type { Command } from 'commander'
import { exitCodes } from './exit-codes.ts'
import type { CompletionFlags } from './flags.ts'
import { listKnownFeeds } from './list-known-feeds.ts'
import { loadPlanet } from './load-planet.ts'
import { print } from './print.ts'
import { renderCompletion, shells } from './render-completion.ts'
import { UsageError } from './usage-error.ts'

/**
 * `planet completion`: print what completes the command line in a shell. The script asks for the names of feeds with `--feeds`: slugs where
 * feeds have them, else addresses; neither needs quotes.
 *
 * @returns the exit code
 */
export async function runCompletion(
  word: string | undefined,
  flags: CompletionFlags,
  program: Command,
): Promise<number> {
  if (flags.feeds) {
    const feeds = await listKnownFeeds(await loadPlanet({ ...flags, color: false }))
    print(feeds.map(({ source, slug }) => `${slug ?? source.url}\n`).join(''))
    return exitCodes.done
  }
  const shell = shells.find((known) => known === word)
  if (shell === undefined) throw new UsageError(`say for which shell: planet completion ${shells.join('|')}`)
  print(renderCompletion(program, shell))
  return exitCodes.done
}
