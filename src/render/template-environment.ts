import { fileURLToPath } from 'node:url'
import nunjucks from 'nunjucks'

/** Where the built-in theme is, seen from src/ as from dist/. */
export const themeFolder = fileURLToPath(new URL('../../templates/', import.meta.url))

/** Templates by name, everything that they print escaped unless it is marked as HTML. */
export type Templates = { render(name: string, view: object): string }

/** @throws Error with the template and the line, where one does not compile or prints what is not there */
export function openTemplates(folder: string = themeFolder): Templates {
  const loader = new nunjucks.FileSystemLoader(folder)
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true,
  })
  return {
    render(name, view) {
      try {
        return environment.render(name, view)
      } catch (error) {
        const message = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error)
        throw new Error(`the template cannot be used: ${message}; the site is as it was`, { cause: error })
      }
    },
  }
}
