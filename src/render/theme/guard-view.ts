/** Throws for a template that asks for a name that does not exist. */
export function refuseName(name: string, known: string[]): never {
  throw new Error(`there is no "${name}" here; there is ${known.join(', ')}`)
}

/** The name in such a message, wherever in another error's text the message stands. */
export function findRefused(message: string): { name: string; sentence: string } | undefined {
  const [sentence, name] = /there is no "([^"]+)" here; .*$/s.exec(message) ?? []
  return sentence === undefined || name === undefined ? undefined : { name, sentence }
}

/**
 * A copy of a view whose objects throw when asked for a name that they lack: the author of the template learns of a misspelt name, which
 * nunjucks would print as nothing.
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
