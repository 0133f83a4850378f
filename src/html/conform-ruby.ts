import { append, appendAll, type FitNodes, type Fitted, type FittedElement, fit, type Place, refit } from './fitted.ts'
import { type Element, isBlank } from './nodes.ts'

/** Most letters of a base text and of its note: no browser breaks either over two lines. */
const longestBase = 16
const longestNote = 32

/**
 * A ruby is a sequence of base texts, each followed by its note (HTML, section 4.5.10). Text without a note is moved behind the ruby, and
 * where a part is too long for a narrow page, all notes stand in parentheses instead.
 */
export function fitRuby(element: Element, place: Place, fitNodes: FitNodes): Fitted[] {
  const kids: Fitted[] = []
  for (const node of element.children) {
    if (typeof node === 'string') append(kids, node)
    else if (node.name === 'rt' || node.name === 'rp') kids.push(refit(node, fitNodes(node.children, place)))
    else appendAll(kids, fitNodes([node], place))
  }
  const end = kids.findLastIndex(isNote) + 1
  const groups = splitGroups(kids.slice(0, end))
  const rest = kids.slice(end)
  const isSound = groups.length > 0 && groups.every(isFitGroup)
  if (isSound) return [refit(element, groups.flatMap(writeGroup)), ...rest]
  const hasParentheses = kids.some((node) => isNamed(node, 'rp'))
  const plain: Fitted[] = []
  for (const node of kids) {
    if (typeof node === 'string' || !isNote(node)) append(plain, node)
    else appendAll(plain, node.name === 'rt' && !hasParentheses ? [' (', ...node.children, ')'] : node.children)
  }
  return plain
}

/** A base text and its notes, with the parentheses for browsers that know no ruby. */
type Group = { base: Fitted[]; notes: FittedElement[] }

function splitGroups(nodes: readonly Fitted[]): Group[] {
  const groups: Group[] = []
  for (const node of nodes) {
    const last = groups.at(-1)
    if (isNote(node)) {
      if (last !== undefined) last.notes.push(node)
      else groups.push({ base: [], notes: [node] })
    } else if (last !== undefined && (last.notes.length === 0 || isBlank(node))) {
      if (last.notes.length === 0) last.base.push(node)
    } else {
      groups.push({ base: [node], notes: [] })
    }
  }
  return groups
}

function isFitGroup({ base, notes }: Group): boolean {
  const hasBase = base.some((node) => !isBlank(node))
  const hasNote = notes.some(({ name }) => name === 'rt')
  return (
    hasBase && hasNote && countSigns(base) <= longestBase && notes.every((note) => countSigns([note]) <= longestNote)
  )
}

/** Write either notes alone, or each note between two parentheses. */
function writeGroup({ base, notes }: Group): Fitted[] {
  if (!notes.some(({ name }) => name === 'rp')) return [...base, ...notes]
  const open = notes.find(({ name }, index) => name === 'rp' && notes[index + 1]?.name === 'rt')
  const close = notes.find(({ name }, index) => name === 'rp' && notes[index - 1]?.name === 'rt')
  const texts = notes.filter(({ name }) => name === 'rt')
  const written = texts.flatMap((note) => [open ?? fit('rp', ['(']), note, close ?? fit('rp', [')'])])
  return [...base, ...written.map((note, index) => (index === 0 ? note : copy(note)))]
}

function copy(note: FittedElement): FittedElement {
  return note.name === 'rp' ? fit('rp', note.children) : note
}

/** The number of characters in the texts of these nodes, blanks included. */
function countSigns(nodes: readonly Fitted[]): number {
  return nodes.reduce((sum, node) => sum + (typeof node === 'string' ? node.length : countSigns(node.children)), 0)
}

function isNote(node: Fitted): node is FittedElement {
  return isNamed(node, 'rt') || isNamed(node, 'rp')
}

function isNamed(node: Fitted, name: string): boolean {
  return typeof node !== 'string' && node.name === name
}
