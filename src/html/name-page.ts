/**
 * The words of a link around a picture that has none: at least where it leads, also where the picture cannot be shown.
 *
 * @param href absolute
 */
export function namePage(href: string): string {
  const page = href.replace(/^[a-z]+:(\/\/)?/, '').replace(/[?#].*$/s, '')
  return page.slice(0, 80)
}
