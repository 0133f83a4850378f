/**
 * What is made of each of some items, when it is looked at and each time that it is: a page of ten thousand blogs has what it says of
 * one in memory, and not of all.
 */
export function listLazily<Item extends object, View>(items: readonly Item[], make: (item: Item) => View): View[] {
  const list = new Proxy(items, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key)
      return typeof key === 'string' && Object.hasOwn(target, key) && key !== 'length' ? make(value as Item) : value
    },
  })
  return list as unknown as View[]
}
