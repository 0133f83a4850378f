/** True where every file is to be there that there can be, and no other: `done` are those of it that are there already. */
export function isWhole(touched: { done?: ReadonlySet<string> } | 'all'): boolean {
  return touched === 'all' || touched.done !== undefined
}
