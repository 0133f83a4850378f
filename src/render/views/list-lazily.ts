/**
 * A list whose views are made from items each time that they are read: a page of ten thousand blogs has the view of one blog in memory, and
 * not of all. A template may sort the list: views that it puts back stay as they are.
 */
export function listLazily<Item extends object, View>(items: readonly Item[], make: (item: Item) => View): View[] {
  const placed = new Set<unknown>()
  const list = new Proxy([...items], {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      const isItem = typeof key === 'string' && Object.hasOwn(target, key) && key !== 'length' && !placed.has(value)
      return isItem ? make(value as Item) : value
    },
    set(target, key, value) {
      placed.add(value)
      return Reflect.set(target, key, value)
    },
  })
  return list as unknown as View[]
}
