import { findOwn } from '../text/find-own.ts'
import { type KeyDescription, listKeys } from './list-keys.ts'

const opening = `# feeds.yaml

What a planet is, and whose blogs it reads. The smallest one:

\`\`\`yaml
title: Planet Example
url: https://planet.example/
feeds:
  - https://alice.example/feed.xml
  - https://bob.example/atom.xml
\`\`\`

\`planet build\` reads the file that \`--config\` names, else \`feeds.yaml\` in the current folder, else \`config/feeds.yaml\`. The
folder of the file is the planet's root, or its parent where that folder is called \`config\`: paths in the file count from there.

- **Durations** are a number and \`ms\`, \`s\`, \`m\`, \`h\`, \`d\`, \`w\` or \`y\`: \`30s\`, \`1.5h\`, \`90d\`.
- **Sizes** are a number and \`kB\`, \`MB\`, \`GB\` (or \`KiB\`, \`MiB\`, \`GiB\`): \`500kB\`, \`10MB\`.
- **Text** needs quotes where it looks like a number (\`title: "1.10"\`), begins with one of \`@ % & * ! [ { > |\`, or has a colon
  and a space inside (\`title: "Planet: The Blogs"\`).
- **Keys that begin with \`x-\`** are yours, at every level. Any other key that is not below is an error.
- **What several feeds share** can be said once, with YAML's \`&name\`, \`*name\` and \`<<\`.

A mistake in the file stops the build before anything is asked or written. All mistakes are named at once, each with its place;
first those that keep the file from being read at all.
`

/** What stands over the table of a section. */
const introductions: Record<string, string> = {
  '': 'Keys at the top of the file.',
  owner: 'Who runs the planet. Everything here can be left out.',
  show: `What the pages show. The front page ends at \`days\` or at \`entries\`, whichever comes first.

Dates are written in strftime's letters: \`%Ex\` the whole date as the planet's language writes it, \`%EB\` the month with its year, \`%Y\` 2019, \`%m\` 04, \`%B\` April, \`%b\` Apr, \`%d\` 03, \`%-d\` 3, \`%A\` Wednesday, \`%a\` Wed,
\`%H:%M\` 22:03, \`%I:%M %p\` 10:03 PM, \`%Z\` the time zone, \`%z\` +0200. \
Also known: \`%y\` \`%h\` \`%e\` \`%j\` \`%k\` \`%l\` \`%S\` \`%P\` \`%s\` \`%u\` \`%V\` \`%G\` \`%F\` \`%D\` \`%T\` \`%R\` \`%r\` \`%c\` \`%x\` \`%X\` as in date(1). Put them in quotes: a value cannot begin with \`%\`.`,
  archive: `Which pages of the past there are. What \`keep\` no longer keeps leaves the pages of days, months, years, blogs and tags;
the store keeps it, and a longer \`keep\` brings it back.`,
  theme: 'How the site looks; [themes.md](themes.md) shows what a theme can do. Paths count from the planet’s root.',
  fetch: 'How feeds are asked.',
  alerts: 'When to speak of a feed that fails; [problems.md](problems.md) says what else you hear of.',
  defaults:
    'What holds for every feed that does not say otherwise; [floods.md](floods.md) and [dates.md](dates.md) have the reasons.',
  feeds: `The blogs. A bare address is enough; to say more, write keys below one another:

\`\`\`yaml
feeds:
  - https://alice.example/feed.xml
  - url: https://bob.example/atom.xml
    name: Blog of Bob
\`\`\`

An address that stands in the list twice is an error, also where only \`http\` or \`https\`, \`www.\` or a slash at the end differs.`,
  include: `Reading lists: feeds that are listed elsewhere, in another file or by somebody else. A place alone is enough:

\`\`\`yaml
include:
  - team.yaml
  - url: https://friends.example/blogroll.opml
    tags: [friends]
    limit: 100
\`\`\`

A list is OPML, FOAF, YAML, a planet.ini, a table (CSV), Markdown or an address a line. One on the web is asked as politely as a feed. Where it fails, is no list
any more, or has lost half of its feeds at once, its last good copy stays in use, and you are told; \`planet build --accept ADDRESS\` takes it as it is. Feeds of
\`feeds\` go before their copies in a list. What others list may say how a blog looks and which entries are shown, never how it is asked, and leads into no
private network. Lists may include lists, to the third.`,
  plugins: `What shapes entries before they are shown; [plugins.md](plugins.md) says how. The file of a module alone is enough:

\`\`\`yaml
plugins:
  - plugins/shorten-titles.js
  - command: [python3, plugins/titles.py]
\`\`\``,
  purged: `What was taken down, for ever: it goes from pages and feeds at the next build, and does not come back
([retention.md](retention.md)). \`planet purge\` writes this list. A link, alone or as \`entry\`, takes all entries with it, \`entry\` and \`feed\`
together one entry of that feed, by its id, and \`feed\` alone all that it has:

\`\`\`yaml
purged:
  - https://bob.example/2024/private-post
  - entry: tag:bob.example,2024:17
    feed: https://bob.example/feed
    reason: asked by the author
  - feed: https://frank.example/feed
\`\`\``,
}

/** docs/configuration.md: every key of feeds.yaml, from the schema itself. */
export function renderConfigurationDoc(): string {
  const keys = listKeys()
  const sections = keys.filter((key) => key.keys.length > 0)
  const top = keys.map((key) =>
    key.keys.length > 0 ? { ...key, about: `${key.about} See [${key.name}](#${key.name}).` } : key,
  )
  return [
    opening,
    renderSection('The planet', introductions[''], top),
    ...sections.map(({ name, keys }) => renderSection(name, findOwn(introductions, name), keys)),
  ].join('\n')
}

function renderSection(title: string, introduction = '', keys: KeyDescription[] = []): string {
  const rows = keys.map((key) => [
    code(key.name),
    key.about,
    key.required ? 'required' : code(key.default),
    code(key.example),
  ])
  const table = [['Key', 'What it is', 'Default', 'Example'], ['---', '---', '---', '---'], ...rows]
  return [`## ${title}`, '', introduction, '', ...table.map((cells) => `| ${cells.join(' | ')} |`), ''].join('\n')
}

function code(text: string | undefined): string {
  return text === undefined ? '' : `\`${text.replaceAll('|', '\\|')}\``
}
