import type { Outline, Point } from './trace-path.ts'

/** The planet with its ring: all of the ring, the ball, and the piece of the ring that is before it; `gap` is what lies around these. */
export type Mark = { ring: Outline[]; ball: Outline[]; before: Outline[]; gap: { ball: Outline[]; before: Outline[] } }

/** As in favicon.svg: its edges along and across, in radii of the ball, and how it lies. */
const ring = { outer: [1.72, 0.54], inner: [1.45, 0.36], tilt: (-24 * Math.PI) / 180 } as const

/** In radii of the ball. */
const gap = 0.09

/** The site's little planet around a middle, in pixels. */
export function traceMark(middle: Point, radius: number): Mark {
  const [cos, sin] = [Math.cos(ring.tilt), Math.sin(ring.tilt)]
  const place = ({ x, y }: Point) => ({
    x: middle.x + radius * (x * cos - y * sin),
    y: middle.y + radius * (x * sin + y * cos),
  })
  const edge = ([along, across]: readonly [number, number], grown: number, from: number, to: number) =>
    goAround(along + grown, across + grown, from, to).map(place)
  const piece = (grown: number, from: number, to: number): Outline[] => [
    [...edge(ring.outer, grown, from, to), ...edge(ring.inner, -grown, to, from)],
  ]
  const ball = (grown: number) => [goAround(1 + grown, 1 + grown, 0, 360).map(place)]
  return {
    ring: [edge(ring.outer, 0, 0, 360), edge(ring.inner, 0, 360, 0)],
    ball: ball(0),
    // A little longer than its gap, so that it ends where the ring still is.
    before: piece(0, 10, 170),
    gap: { ball: ball(gap), before: piece(gap, 20, 160) },
  }
}

/** Points of an ellipse around nothing, degrees from its right downwards. */
function goAround(along: number, across: number, from: number, to: number): Outline {
  const steps = 90
  return Array.from({ length: steps + 1 }, (_, step) => {
    const angle = ((from + ((to - from) * step) / steps) * Math.PI) / 180
    return { x: along * Math.cos(angle), y: across * Math.sin(angle) }
  })
}
