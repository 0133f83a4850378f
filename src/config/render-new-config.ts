import { stringify } from 'yaml'
import { keepDollars } from './fill-environment.ts'

/** The feeds.yaml of a new planet: a name, an address, room for blogs. The schema line serves editors (O-11). */
export function renderNewConfig({ title, url }: { title: string; url: string }): string {
  const line = (key: string, value: string) => stringify({ [key]: keepDollars(value) }, { lineWidth: 0 })
  return `# yaml-language-server: $schema=.planet/feeds.schema.json
${line('title', title)}${line('url', url)}
# owner:                               # whom to ask about being added, or removed
#   name: Who runs this planet
#   email: planet@example.org

feeds:
  # "planet add https://blog.example" finds a blog's feed and writes it here
`
}
