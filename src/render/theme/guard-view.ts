/** What a template is told that asks for something that there is not. */
export function refuseName(name: string, known: string[]): never {
  throw new Error(`there is no "${name}" here; there is ${known.join(', ')}`)
}

/** The name in such a message, wherever it ended up. */
export function findRefused(message: string): { name: string; sentence: string } | undefined {
  const [sentence, name] = /there is no "([^"]+)" here; .*$/s.exec(message) ?? []
  return sentence === undefined || name === undefined ? undefined : { name, sentence }
}

/**
 * A copy of a view whose objects refuse to be asked for what they have not: a misspelt name, which nunjucks would take for
 * nothing, is told to whoever wrote the template.
 */
export function guardView<T>(value: T): T {
  if (Array.isArray(value)) return value.map(guardView) as T
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, guardView(inner)]))
  return new Proxy(copy, {
    get(target, key, receiver) {
      if (typeof key === 'symbol' || Object.hasOwn(target, key) || asked.has(key))
        return Reflect.get(target, key, receiver)
      return refuseName(key, Object.keys(target))
    },
  }) as T
}

/** Names that the engine itself asks every value for. */
const asked = new Set(['then', 'toJSON', 'length', 'toString', 'valueOf'])
