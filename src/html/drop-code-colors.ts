/** A span that gives code a color, as `colorCode` and the sanitiser write it: nothing stands in it but text. */
const colored = /<span class="hl-[a-z]">([^<]*)<\/span>/g

/** Stored HTML without the colors of code: for feeds, which bring no style of ours, and where `show.highlight` is off. */
export function dropCodeColors(html: string): string {
  return html.includes('<span class="hl-') ? html.replace(colored, '$1') : html
}
