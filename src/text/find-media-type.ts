import { guessMediaType } from './guess-media-type.ts'

/** Types that say nothing of a file: words that are none, and that of any bytes in its many spellings. */
const silent = /^[^/]*$|^(?:application|binary|content)\/(?:x-)?(?:octet-?stream|binary|(?:force-)?download|unknown)$/
/** What servers answer where they know no better. */
const ofPages = /^text\/(?:html|plain)$/

/**
 * The type by which a file is shown or played: the one given; where that says nothing, one guessed from the extension. No sound or film is a
 * page, though its feed says so.
 */
export function findMediaType(url: string, given: string | undefined): string | undefined {
  if (given === undefined || silent.test(given)) return guessMediaType(url) ?? given
  if (!ofPages.test(given)) return given
  const guessed = guessMediaType(url)
  return guessed !== undefined && /^(audio|video)\//.test(guessed) ? guessed : given
}
