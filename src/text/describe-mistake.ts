import { makeLine } from './make-line.ts'

const longest = 200

/** What an exception says and where it was thrown, in one line: "TypeError: x is not a function, in merge-feed.ts:40". */
export function describeMistake(error: unknown): string {
  if (!(error instanceof Error)) return makeLine(String(error)).slice(0, longest)
  const [, place] = /\/([\w.-]+\.m?[jt]s:\d+)(?::\d+)?\)?$/m.exec(error.stack ?? '') ?? []
  // The message may quote the feed at any length.
  const said = makeLine(`${error.name}: ${error.message.slice(0, longest)}`)
  return place === undefined ? said : `${said}, in ${place}`
}
