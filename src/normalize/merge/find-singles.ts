/** The items whose key no other item has, by that key; items without a key are left out. */
export function findSingles<Item>(list: readonly Item[], keyOf: (item: Item) => string | undefined): Map<string, Item> {
  const items = new Map<string, Item>()
  const repeated = new Set<string>()
  for (const item of list) {
    const key = keyOf(item)
    if (key === undefined) continue
    if (items.has(key)) repeated.add(key)
    items.set(key, item)
  }
  for (const key of repeated) items.delete(key)
  return items
}
