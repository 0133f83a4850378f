import { findOwn } from '../text/find-own.ts'

/** A value that names a variable of the environment which is not set. */
export type MissingVariable = { path: (string | number)[]; name: string }

type Environment = Record<string, string | undefined>

/** `$$`, `${NAME}`, `${NAME:-in its place}` */
const reference = /\$\$|\$\{([A-Za-z_]\w*)(?::-([^}]*))?\}/g

/**
 * Put the environment's values where texts name them: `${NAME}`, or `${NAME:-x}` where NAME may be unset or empty; `$$` is a
 * dollar. Keys are left alone.
 *
 * @param value plain data
 */
export function fillEnvironment(value: unknown, env: Environment): { value: unknown; missing: MissingVariable[] } {
  const missing: MissingVariable[] = []
  const fill = (at: unknown, path: (string | number)[]): unknown => {
    if (typeof at === 'string') return fillText(at, env, (name) => missing.push({ path, name }))
    if (Array.isArray(at)) return at.map((item, index) => fill(item, [...path, index]))
    if (typeof at !== 'object' || at === null) return at
    return Object.fromEntries(Object.entries(at).map(([key, item]) => [key, fill(item, [...path, key])]))
  }
  return { value: fill(value, []), missing }
}

function fillText(text: string, env: Environment, onMissing: (name: string) => void): string {
  if (!text.includes('$')) return text
  return text.replace(reference, (whole, name: string | undefined, instead: string | undefined) => {
    if (name === undefined) return '$'
    const found = findOwn(env, name)
    if (instead !== undefined) return found || instead
    if (found === undefined) onMissing(name)
    return found ?? whole
  })
}

/** A text as it is written in feeds.yaml so that it stays as it is. */
export function keepDollars(text: string): string {
  return text.replace(/\$(?=[${])/g, '$$$$')
}
