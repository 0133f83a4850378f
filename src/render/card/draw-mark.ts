type Mark = {
  /** The middle and the radius of the ball, in pixels. */
  x: number
  y: number
  radius: number
  /** What it is painted with: "#ffffff". */
  color: string
  /** Opacities of its parts, 0 to 1. */
  ball: number
  ring: number
}

/** As in mark.njk, in radii of the ball: the ring's outer and inner edges, along and across, and its tilt. */
const edges = { outer: [1.72, 0.54], inner: [1.45, 0.36] } as const
const tilt = -24

/** The gap left where one part passes in front of another. */
const gap = 0.09

/** The site's little planet, as SVG: its ring passes behind the ball and in front of it, and the two nowhere touch. */
export function drawMark({ x, y, radius, color, ball, ring }: Mark): string {
  const all = fill(goAround([2, 2]), 'white')
  // The piece in front of the ball is a little longer than the gap it cuts into the ball, so that its ends lie on the rest of the ring.
  const seen = [fill(goAround([1 + gap, 1 + gap]), 'black'), fill(bend(0, 10), 'white')]
  const parts = [
    mask('ring', [all, ...seen]),
    mask('ball', [all, fill(bend(gap, 20), 'black')]),
    fill(`${goAround(edges.outer)}${goAround(edges.inner)}`, color, ` fill-opacity="${ring}" mask="url(#ring)"`),
    fill(goAround([1, 1]), color, ` fill-opacity="${ball}" mask="url(#ball)"`),
  ]
  return `<g transform="translate(${x} ${y}) rotate(${tilt}) scale(${radius})">${parts.join('')}</g>`
}

function fill(path: string, color: string, more = ''): string {
  return `<path fill="${color}" fill-rule="evenodd" d="${path}"${more}/>`
}

/** A mask: a part is seen where the mask is white. */
function mask(name: string, parts: string[]): string {
  return `<mask id="${name}" maskUnits="userSpaceOnUse" x="-2" y="-2" width="4" height="4">${parts.join('')}</mask>`
}

type Radii = readonly [along: number, across: number]

/** A whole ellipse. */
function goAround([along, across]: Radii): string {
  return `M${-along} 0A${along} ${across} 0 1 1 ${along} 0A${along} ${across} 0 1 1 ${-along} 0Z`
}

/** The lower piece of the ring, from `from` degrees below its right end to as many below its left end, each edge moved out by `grown`. */
function bend(grown: number, from: number): string {
  const grow = ([along, across]: Radii, by: number): Radii => [along + by, across + by]
  const outer = grow(edges.outer, grown)
  const inner = grow(edges.inner, -grown)
  const arc = ([along, across]: Radii, sweep: 0 | 1, to: number) =>
    `A${along} ${across} 0 0 ${sweep} ${at([along, across], to)}`
  return `M${at(outer, from)}${arc(outer, 1, 180 - from)}L${at(inner, 180 - from)}${arc(inner, 0, from)}Z`
}

/** The point of an ellipse at this many degrees from its right end downwards. */
function at([along, across]: Radii, degrees: number): string {
  const angle = (degrees * Math.PI) / 180
  return `${(along * Math.cos(angle)).toFixed(4)} ${(across * Math.sin(angle)).toFixed(4)}`
}
