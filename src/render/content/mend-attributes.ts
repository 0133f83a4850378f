import { type Element, makeElement } from './content-tree.ts'

/** What a `time` may say (HTML, section 4.5.14), of what is common: a date, a month, a time, both, a zone with them, a duration. */
const machineTime =
  /^(\d{4}(-\d{2}){0,2}|(\d{4}-\d{2}-\d{2}[T ])?\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?|P(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?)$/

const positive = /^[1-9]\d*$/

/** Attributes that mean something where they stand; an element that needs one which is not there becomes a `span`. */
export function mendAttributes(element: Element): Element {
  const { name } = element
  const attributes = new Map([...element.attributes].filter(([key, value]) => isMeant(name, key, value)))
  if (name === 'img' || name === 'source') mendSizes(name, attributes)
  const isTime = name === 'time' && !attributes.has('datetime')
  const isTurned = name === 'bdo' && !attributes.has('dir')
  return makeElement(isTime || isTurned ? 'span' : name, element.children, attributes)
}

function isMeant(name: string, key: string, value: string): boolean {
  switch (key) {
    case 'type':
      return name !== 'ol' || /^[1aAiI]$/.test(value)
    case 'colspan':
    case 'span':
      return positive.test(value) && Number(value) <= 1000
    case 'rowspan':
      return /^\d+$/.test(value) && Number(value) <= 65_534
    case 'datetime':
      return machineTime.test(value) && value !== 'P' && !value.endsWith('T')
    case 'lang':
      return !/^x-/i.test(value)
    default:
      return true
  }
}

/** A set of widths needs to know the width that there will be, and an image needs an address of its own (HTML, section 4.8.3). */
function mendSizes(name: string, attributes: Map<string, string>): void {
  const set = attributes.get('srcset')
  const hasWidths = set !== undefined && /\s\d+w(,|$)/.test(set)
  if (!hasWidths) attributes.delete('sizes')
  else if (!attributes.has('sizes')) attributes.set('sizes', '100vw')
  if (name !== 'img') return
  if (!attributes.has('src') && set !== undefined) attributes.set('src', set.split(/\s/)[0]?.replace(/,$/, '') ?? '')
  if ((attributes.get('alt') ?? '').trim() === '') attributes.set('alt', '')
}
