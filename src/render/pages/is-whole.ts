/** True for a rendering of everything, after which exactly the files that can be are there: `done` are those that are there already. */
export function isWhole(touched: { done?: ReadonlySet<string> } | 'all'): boolean {
  return touched === 'all' || touched.done !== undefined
}
