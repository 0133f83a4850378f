import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ThemeOptions } from '../../src/model.ts'
import { openCalendar } from '../../src/render/dates/open-calendar.ts'
import { openMessages } from '../../src/render/messages/open-messages.ts'
import { renderPage } from '../../src/render/pages/render-page.ts'
import { pagePath, relativeLink } from '../../src/render/paths/page-path.ts'
import { loadTheme } from '../../src/render/site/load-theme.ts'
import { makeSamplePages } from '../../src/render/theme/make-sample-pages.ts'
import { openTemplates } from '../../src/render/theme/open-templates.ts'
import { makePageView } from '../../src/render/views/make-page-view.ts'
import { makeSiteView } from '../../src/render/views/make-site-view.ts'
import { makePlanet } from './make-site.ts'

let root: string

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'planet-theme-'))
  for (const folder of ['img', 'parts']) mkdirSync(path.join(root, 'theme', folder), { recursive: true })
})

afterEach(() => rmSync(root, { recursive: true }))

const write = (name: string, text: string | Uint8Array) => writeFileSync(path.join(root, name), text)

/** Load a theme and show every sample page with it. */
async function show(options: Partial<ThemeOptions>, from = root): Promise<Map<string, string>> {
  const theme = await loadTheme({ links: [], ...options }, from)
  const { planet, pages } = makeSamplePages(makePlanet({ theme: { links: [], ...options } }))
  const calendar = await openCalendar('UTC', 'en')
  const look = { planet, calendar, templates: openTemplates(theme), faces: new Map(), translate: openMessages('en') }
  const files = new Map(theme.files.map(({ path, bytes }) => [path, Buffer.from(bytes).toString('latin1')]))
  for (const page of pages) files.set(pagePath(page), String(renderPage(page, look).bytes))
  return files
}

test('P-26 the example of docs/themes.md is a theme, of at most thirty lines', async () => {
  const files = await show({ dir: 'docs/example-theme' }, '.')
  expect(files.get('2020/02/02/index.html')).toContain('<title>Planet Test on February 02, 2020</title>')
  expect(files.get('planet.css')).toContain('--accent: #a3441c')
  expect(files.has('theme.css')).toBe(false)
  const names = ['theme.css', 'day.njk', 'tag.njk']
  const lines = names.flatMap((name) => readFileSync(`docs/example-theme/${name}`, 'utf8').trimEnd().split('\n'))
  expect(lines.length).toBeLessThanOrEqual(30)
  const docs = readFileSync('docs/themes.md', 'utf8')
  for (const name of names) expect(docs).toContain(readFileSync(`docs/example-theme/${name}`, 'utf8').trim())
})

test('P-26 a theme takes the place of single templates and files; the others stay', async () => {
  write('theme/mark.njk', '<b>our mark</b>')
  write('theme/favicon.svg', '<svg>ours</svg>')
  write('theme/img/pattern.png', 'x')
  write('theme/.hidden', 'x')
  const files = await show({ dir: 'theme' })
  expect(files.get('about/index.html')).toContain('<b>our mark</b>')
  expect(files.get('favicon.svg')).toBe('<svg>ours</svg>')
  expect(files.get('img/pattern.png')).toBe('x')
  expect(files.has('.hidden')).toBe(false)
  expect(files.get('planet.js')).toContain('use strict')
})

test.each([
  ['day', 'days'],
  ['groups', 'groups'],
  ['entry', 'article'],
  ['titles', 'titles'],
  ['blog-name', 'blogName'],
  ['face', 'face'],
  ['links', 'links'],
])('P-26 a theme takes the place of one part: %s', async (part, macro) => {
  write(`theme/parts/${part}.njk`, `{% macro ${macro}(list) %}<b>our ${part}</b>{% endmacro %}`)
  expect([...(await show({ dir: 'theme' })).values()].join()).toContain(`<b>our ${part}</b>`)
})

test('a template that nothing uses is named: one of another version, or a name that was mistyped', async () => {
  write('theme/entries.njk', '{% macro article(entry) %}{% endmacro %}')
  write('theme/card.njk', 'x')
  write('theme/404.njk', '{% include "card.njk" %}')
  const { warnings } = await loadTheme({ links: [], dir: 'theme' }, root)
  expect(warnings).toEqual([
    'theme.dir: no template uses theme/entries.njk; what pages share is in parts/blog-name.njk, parts/byline.njk, parts/calendar.njk, parts/day.njk, parts/entry.njk, parts/face.njk, parts/groups.njk, parts/links.njk, parts/outline.njk, parts/pager.njk, parts/titles.njk (docs/themes.md)',
  ])
})

test('a logo stands in the header; a color in the style', async () => {
  write('our logo.PNG', Buffer.from('89504e470d0a1a0a00', 'hex'))
  const files = await show({ logo: 'our logo.PNG', color: '#7a1fa2' })
  expect(files.has('logo.png')).toBe(true)
  expect(files.get('blogs/index.html')).toContain('<img class="logo" src="../logo.png" alt=""')
  expect(files.get('planet.css')).toContain(':root { --accent: #7a1fa2; }')
})

test('theme: classic has its own style and no outline; a theme of one’s own goes over it', async () => {
  const front = async (options: Parameters<typeof show>[0]) => {
    const files = await show(options)
    return { css: files.get('planet.css') ?? '', paths: [...files.keys()] }
  }
  const [own, classic] = [await front({}), await front({ base: 'classic' })]
  expect(own.css).not.toContain('--bar')
  expect(classic.css.startsWith(own.css)).toBe(true)
  expect(classic.css).toContain('--bar:#a0c0ff')
  expect(classic.paths).toEqual(own.paths)
  write('theme/theme.css', ':root { --bar: red; }')
  expect((await front({ base: 'classic', dir: 'theme' })).css).toMatch(/--bar:#a0c0ff[\s\S]*--bar: red/)
})

const refused = [
  {
    name: 'a template that does not compile',
    files: { 'day.njk': 'one\n{% if %}' },
    message: /: theme\/day\.njk, line 2: .*The site is as it was$/,
  },
  {
    name: 'a variable that there is not',
    files: { 'day.njk': '{% extends "layout.njk" %}\n{% block body %}\n<main>{{ headign }}</main>{% endblock %}' },
    message: /: theme\/day\.njk, line 3: there is no "headign" here; .*docs\/themes\.md/,
  },
  {
    name: 'such a variable in a condition',
    files: { 'month.njk': 'x\n{% if oldest %}y{% endif %}' },
    message: /: theme\/month\.njk, line 2: there is no "oldest" here/,
  },
  {
    name: 'a field that there is not, in a template that another uses',
    files: {
      'parts/groups.njk':
        '{# ours #}\n{% macro groups(list, level) %}\n{% for one in list %}\n{{ one.blogg }}{% endfor %}{% endmacro %}',
    },
    message: /: theme\/parts\/groups\.njk, line 4: there is no "blogg" here; there is blog, entries/,
  },
  {
    name: 'a message that there is not',
    files: { '404.njk': "\n{{ t('hello') }}" },
    message: /: theme\/404\.njk.*there is no message "hello"/,
  },
  {
    name: 'a template that there is not',
    files: { '404.njk': '{% include "nothing.njk" %}' },
    message: /: theme\/404\.njk.*template not found: nothing\.njk/,
  },
  {
    name: 'a filter that there is not',
    files: { '404.njk': '{{ planet.title | shout }}' },
    message: /: theme\/404\.njk.*filter not found: shout/,
  },
  {
    name: 'a file where the planet writes its own',
    files: { 'atom.xml': 'x' },
    message: /^theme\.dir: theme\/atom\.xml would stand where the planet writes a file of its own; rename it/,
  },
]

test.each(refused)('P-26 an error that says where: $name', async ({ files, message }) => {
  for (const [name, text] of Object.entries(files)) write(`theme/${name}`, text)
  await expect(show({ dir: 'theme' })).rejects.toThrow(message)
})

const missing = [
  {
    name: 'a folder that is not there',
    options: { dir: 'them' },
    message: /^theme\.dir: them is not there; expected the theme at /,
  },
  { name: 'a folder that is a file', options: { dir: 'feeds.yaml' }, message: /^theme\.dir: feeds\.yaml is no folder/ },
  {
    name: 'a logo that is not there',
    options: { logo: 'logo.png' },
    message: /^theme\.logo: logo\.png cannot be read/,
  },
  {
    name: 'a logo that is no image',
    options: { logo: 'feeds.yaml' },
    message: /^theme\.logo: feeds\.yaml is no image/,
  },
  { name: 'a logo that is another image than it says', options: { logo: 'wrong.png' }, message: /is no image/ },
]

test.each(missing)('P-26 $name', async ({ options, message }) => {
  write('feeds.yaml', 'title: x')
  write('wrong.png', 'GIF89a')
  await expect(loadTheme({ links: [], ...options }, root)).rejects.toThrow(message)
})

/** Names of everything that a view holds, at any depth. */
function listNames(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(listNames)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...listNames(inner)])
}

test('P-26 docs/themes.md names every variable, and every template', async () => {
  const docs = readFileSync('docs/themes.md', 'utf8')
  const calendar = await openCalendar('UTC', 'en')
  const { planet, pages } = makeSamplePages(makePlanet())
  const subscriptions = new Map(planet.subscriptions.map((one) => [one.source.url, one]))
  const context = { planet, calendar, subscriptions, faces: new Map(), translate: openMessages('en') }
  const names = pages.flatMap((page) => {
    const here = { ...context, blogs: new Map(), link: (file: string) => relativeLink(pagePath(page), file) }
    return listNames([makeSiteView(page, here), makePageView(page, here)])
  })
  expect(names.length).toBeGreaterThan(500)
  expect([...new Set(names)].filter((name) => !new RegExp(`\`[^\`]*\\b${name}\\b[^\`]*\``).test(docs))).toEqual([])
})
