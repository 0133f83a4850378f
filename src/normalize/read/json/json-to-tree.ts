import type { Element, Node } from '../xml/element.ts'

/** Deeper levels are left out: RSS has five. */
const deepest = 20

/**
 * The elements that RSS in JSON stands for (rss.io): a member is a child element, a list several of one name, and "#value" the text of an
 * element that has attributes.
 *
 * @returns an element without a name that holds the root; `undefined` where the value is no RSS
 */
export function jsonToTree(value: unknown): Element | undefined {
  if (!isObject(value) || !Object.hasOwn(value, 'rss') || !isObject(value.rss)) return undefined
  return { name: '', attributes: {}, children: toElements('rss', value.rss, 0) }
}

function toElements(name: string, value: unknown, depth: number): Node[] {
  if (Array.isArray(value)) return depth > deepest ? [] : value.flatMap((one) => toElements(name, one, depth + 1))
  if (isObject(value)) return depth > deepest ? [] : [toElement(name, value, depth)]
  const text = textOf(value)
  return text === undefined ? [] : [{ name: name.toLowerCase(), attributes: {}, children: [text] }]
}

/** JSON does not tell whether a member is an attribute or a child: it becomes both. */
function toElement(name: string, value: Record<string, unknown>, depth: number): Element {
  const members = Object.entries(value).filter(([key]) => key !== '#value')
  const text = textOf(value['#value'])
  return {
    name: name.toLowerCase(),
    attributes: Object.fromEntries(members.map(([key, one]) => [key.toLowerCase(), textOf(one) ?? ''])),
    children: text === undefined ? members.flatMap(([key, one]) => toElements(key, one, depth + 1)) : [text],
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : /^(number|boolean)$/.test(typeof value) ? String(value) : undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
