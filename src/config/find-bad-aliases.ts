import { type Document, isAlias, isMap, isNode, isPair, isScalar, isSeq, type Node, visit } from 'yaml'

/** Aliases (*name) of a missing anchor, or of a node around themselves, and merges (<<) of a value that has no keys. */
export function findBadAliases(document: Document): { node: Node; message: string }[] {
  const anchors = new Map<string, Node>()
  const bad: { node: Node; message: string }[] = []
  visit(document, {
    Node(_, node, path) {
      if (!isAlias(node)) {
        if (node.anchor !== undefined) anchors.set(node.anchor, node)
        return
      }
      const named = anchors.get(node.source)
      if (named === undefined) {
        const message = `there is no "&${node.source}" above for this to repeat; if it is text, put quotes around it`
        bad.push({ node, message })
      } else if (path.includes(named)) {
        bad.push({ node, message: `"*${node.source}" stands inside of what it repeats; take it out` })
      }
    },
  })
  if (bad.length > 0) return bad

  visit(document, {
    Pair(_, pair) {
      if (!isMergeKey(pair.key)) return
      const resolve = (node: unknown) => (isAlias(node) ? node.resolve(document) : node)
      const merged = resolve(pair.value)
      const maps = isSeq(merged) ? merged.items.map(resolve) : [merged]
      const node = isNode(pair.value) ? pair.value : pair.key
      if (isNode(node) && !maps.every(isMap))
        bad.push({ node, message: '"<<" repeats keys and values; there are none here' })
    },
  })
  return bad
}

/** The key `<<`, which puts the keys of another map into this one (yaml.org/type/merge.html). */
export function isMergeKey(key: unknown): boolean {
  if (isPair(key) || !isScalar(key) || (key.type !== undefined && key.type !== 'PLAIN')) return false
  return key.value === '<<' || (typeof key.value === 'symbol' && key.value.description === '<<')
}
