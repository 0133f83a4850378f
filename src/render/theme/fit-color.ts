/** The papers of the built-in theme. */
const papers = { light: '#ffffff', dark: '#131316' }

/** WCAG 2.2, 1.4.3: enough for text, so for everything. */
const enough = 4.5

/**
 * The operator's color as CSS, for light and for dark pages: made darker, or lighter, where text in it could not be read.
 *
 * @param color "#7a1fa2"
 */
export function fitColors(color: string): { css: string; warnings: string[] } {
  const light = fitColor(color, papers.light)
  const dark = fitColor(color, papers.dark)
  const css = `:root { --accent: ${light}; }\n@media (prefers-color-scheme: dark) { :root { --accent: ${dark}; } }\n`
  const warnings =
    light === color ? [] : [`theme.color: ${color} is too pale to be read on white; ${light} is used there`]
  return { css, warnings }
}

/** The color, or the nearest color on the way to black or white that can be read on this background. */
export function fitColor(color: string, paper: string): string {
  const end = luminance(paper) > 0.5 ? 0 : 255
  const channels = parse(color)
  for (let part = 0; part <= 1; part += 0.02) {
    const mixed = write(channels.map((channel) => Math.round(channel + (end - channel) * part)))
    if (contrast(mixed, paper) >= enough) return mixed
  }
  return write([end, end, end])
}

/** The contrast ratio of two colors, 1 to 21 (WCAG 2.2). */
export function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

/** WCAG 2.2, relative luminance. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = parse(color).map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function parse(color: string): number[] {
  return [1, 3, 5].map((start) => Number.parseInt(color.slice(start, start + 2), 16))
}

function write(channels: number[]): string {
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
}
