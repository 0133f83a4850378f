import path from 'node:path'
import type { Page } from '../model.ts'

/** Where a page is written: "index.html", "2019/04/03/index.html", "2019/04/index.html". */
export function pagePath(page: Page): string {
  switch (page.kind) {
    case 'front':
      return 'index.html'
    case 'day':
      return spanPath(page.day)
    case 'month':
      return spanPath(page.month)
  }
}

/** The page of a day or month. */
export function spanPath(span: string): string {
  return `${span.replaceAll('-', '/')}/index.html`
}

/** A link from one file of the site to another, which works under any path and from disk. */
export function relativeLink(from: string, to: string): string {
  return path.posix.relative(path.posix.dirname(from), to)
}
