/**
 * The value of a table under a name that others chose. `table[name]` would also find what every object inherits: a feed may call an id
 * `constructor:x`, a tag `__proto__`, a zone `valueOf`.
 */
export function findOwn<Value>(table: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined
}
