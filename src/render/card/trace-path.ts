import type { Bend, Command } from 'opentype.js'

/** A corner, in pixels from the top left. */
export type Point = { x: number; y: number }

/** What bounds a shape: a line that returns to where it began. */
export type Outline = Point[]

/** Straight pieces of a bend: at the sizes of a card nobody sees that it is not round. */
const pieces = 12

/** The outlines of a path, its bends as short straight lines. */
export function tracePath(commands: Command[]): Outline[] {
  const outlines: Outline[] = []
  let outline: Outline = []
  for (const command of commands) {
    if (command.type === 'Z') continue
    const start = outline.at(-1)
    const end = { x: command.x, y: command.y }
    if (command.type === 'M' || start === undefined) {
      outline = [end]
      outlines.push(outline)
    } else if (command.type === 'L') {
      outline.push(end)
    } else {
      const [one, two] = findHandles(start, command)
      for (let piece = 1; piece <= pieces; piece++) outline.push(bend([start, one, two, end], piece / pieces))
    }
  }
  return outlines
}

/** A bend with one handle is one with two, each two thirds of the way there. */
function findHandles(start: Point, command: Bend): [Point, Point] {
  const one = { x: command.x1, y: command.y1 }
  if (command.type === 'C') return [one, { x: command.x2, y: command.y2 }]
  const near = ({ x, y }: Point) => ({ x: x + ((one.x - x) * 2) / 3, y: y + ((one.y - y) * 2) / 3 })
  return [near(start), near({ x: command.x, y: command.y })]
}

/** Bézier's curve. */
function bend([a, b, c, d]: [Point, Point, Point, Point], part: number): Point {
  const rest = 1 - part
  const [w, x, y, z] = [rest ** 3, 3 * rest * rest * part, 3 * rest * part * part, part ** 3]
  return { x: w * a.x + x * b.x + y * c.x + z * d.x, y: w * a.y + x * b.y + y * c.y + z * d.y }
}
