import { findOwn } from '../text/find-own.ts'

/** A reference to an environment variable that is not set, or in a place that may be published. */
export type BadReference = { path: Path; name: string; isMisplaced: boolean }

type Path = (string | number)[]
type Environment = Record<string, string | undefined>

/** `$$`, `${NAME}`, `${NAME:-in its place}` */
const reference = /\$\$|\$\{([A-Za-z_]\w*)(?::-([^}]*))?\}/g

/**
 * Fill in environment variables named in a feed's headers, or in the address of the state's database: `${NAME}`, or `${NAME:-x}` where NAME
 * may be unset or empty. Everything else in the file may be published, so a variable there is a mistake. `$$` is a dollar everywhere. Keys
 * are left alone, and so are values under the operator's own keys (`x-…`).
 *
 * @param value plain data
 */
export function fillEnvironment(value: unknown, env: Environment): { value: unknown; bad: BadReference[] } {
  const bad: BadReference[] = []
  const fill = (at: unknown, path: Path): unknown => {
    if (typeof at === 'string') {
      const isMisplaced = !isHeader(path) && !isState(path)
      const onBad = (name: string) => bad.push({ path, name, isMisplaced })
      return fillText(at, isMisplaced ? undefined : env, onBad)
    }
    if (Array.isArray(at)) return at.map((item, index) => fill(item, [...path, index]))
    if (typeof at !== 'object' || at === null) return at
    const items = Object.entries(at).map(([key, item]) => {
      const place = [...path, key]
      return [key, key.startsWith('x-') && !isHeader(place) ? item : fill(item, place)]
    })
    return Object.fromEntries(items)
  }
  return { value: fill(value, []), bad }
}

/** feeds[…].headers.Name */
function isHeader(path: Path): boolean {
  return path.length === 4 && path[0] === 'feeds' && path[2] === 'headers'
}

/** state */
function isState(path: Path): boolean {
  return path.length === 1 && path[0] === 'state'
}

/** @param env `undefined` where no variable may stand */
function fillText(text: string, env: Environment | undefined, onBad: (name: string) => void): string {
  if (!text.includes('$')) return text
  return text.replace(reference, (whole, name: string | undefined, instead: string | undefined) => {
    if (name === undefined) return '$'
    const found = env && findOwn(env, name)
    if (env !== undefined && instead !== undefined) return found || instead
    if (found === undefined) onBad(name)
    return found ?? whole
  })
}

/** Escape a text for feeds.yaml, so that reading the file gives the same text. */
export function keepDollars(text: string): string {
  return text.replace(/\$(?=[${])/g, '$$$$')
}
