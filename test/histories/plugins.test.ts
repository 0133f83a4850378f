import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { openHistory } from './open-history.ts'
import { post } from './render-feed.ts'

const text = '<h2>What it is about</h2><p>Some words about it.</p>'
const posts = [post('Two', '05-02', { text }), post('One', '05-01', { text })]

/** A planet of one blog, with plug-ins, that may work for so long on one entry. */
async function openShaped(cpuMs = 300) {
  const history = await openHistory()
  history.serve('/a', posts)
  const plugins = path.join(history.folder, 'plugins')
  mkdirSync(plugins)
  return {
    ...history,
    write: (name: string, code: string) => writeFileSync(path.join(plugins, name), code),
    copy: (name: string) =>
      copyFileSync(path.join(import.meta.dirname, '../../docs/example-plugins', name), path.join(plugins, name)),
    configure: (...lines: string[]) =>
      history.setConfig(`plugins: [${lines.join(', ')}]\nfeeds:\n  - url: /a\n    name: A`),
    async build(time: string, options = {}, onPluginOutput?: (text: string) => void) {
      const pluginLimits = { cpuMs, waitMs: 20_000, heapMb: 32 }
      return history.build(time, options, () => ({ pluginLimits, ...(onPluginOutput && { onPluginOutput }) }))
    },
  }
}

test('a plug-in acts on the past when it comes, changes and goes, and asks nobody', async () => {
  const history = await openShaped()
  history.configure()
  await history.build('2026-05-10T12:00:00Z')
  history.configure('plugins/loud.js')
  history.write('loud.js', 'export default (entry) => ({ ...entry, title: `${entry.title}!` })')
  await history.build('2026-05-10T13:00:00Z', { part: 'render', refresh: false })
  expect(history.titlesOn('index.html')).toEqual(['Two!', 'One!'])
  expect(history.page('2026/05/index.html')).toContain('Two!')
  expect(history.page('atom.xml')).toContain('Two!')
  history.write('loud.js', 'export default (entry) => ({ ...entry, title: `${entry.title}?` })')
  await history.build('2026-05-10T14:00:00Z', { part: 'render', refresh: false })
  // Made of what the feed brought, not of what was made before.
  expect(history.titlesOn('index.html')).toEqual(['Two?', 'One?'])
  history.write('loud.js', 'export default (entry) => (entry.title === "One" ? undefined : entry)')
  await history.build('2026-05-10T15:00:00Z', { part: 'render', refresh: false })
  expect(history.titlesOn('index.html')).toEqual(['Two'])
  history.configure()
  await history.build('2026-05-10T16:00:00Z', { part: 'render', refresh: false })
  expect(history.titlesOn('index.html')).toEqual(['Two', 'One'])
  expect(history.page('2026/05/index.html')).not.toMatch(/(Two|One)[!?]/)
})

test('what is edited, hidden and new goes through the same plug-in, and a build without news asks it nothing', async () => {
  const history = await openShaped()
  history.configure('plugins/count.js')
  history.write(
    'count.js',
    `import { appendFileSync } from 'node:fs'
    export default (entry) => {
      appendFileSync(${JSON.stringify(path.join(history.folder, 'asked'))}, entry.title + ' ')
      return entry.title.startsWith('Hide') ? null : { ...entry, categories: ['shaped'], feed: 'x', published: new Date(0) }
    }`,
  )
  const { readFileSync } = await import('node:fs')
  const asked = () => readFileSync(path.join(history.folder, 'asked'), 'utf8')
  await history.build('2026-05-10T12:00:00Z')
  expect(asked().trim().split(' ').sort()).toEqual(['One', 'Two'])
  const still = await history.build('2026-05-10T13:00:00Z')
  expect(still.written).toEqual([])
  expect(asked().trim().split(' ')).toHaveLength(2)

  const [two, one] = posts
  history.serve('/a', [post('Three', '05-03'), { ...two, title: 'Hide me' }, { ...one, title: 'Uno' }])
  await history.build('2026-05-10T14:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(['Three', 'Uno'])
  expect(history.page('index.html').match(/>shaped</g)).toHaveLength(2)
  history.serve('/a', [post('Three', '05-03'), { ...two, title: 'Back' }, { ...one, title: 'Uno' }])
  await history.build('2026-05-10T15:00:00Z')
  expect(history.titlesOn('index.html')).toEqual(['Three', 'Back', 'Uno'])
})

const faults = [
  {
    name: 'throws',
    code: 'export default () => { throw new Error("a mistake") }',
    says: /plugins\/bad\.js threw: a mistake/,
  },
  {
    name: 'loops for ever',
    code: 'export default () => { for (;;); }',
    says: /worked for more than 0\.3 s on one entry/,
  },
  {
    name: 'eats memory',
    code: 'export default () => { for (const list = []; ; ) list.push(new Array(100_000).fill(list.length)) }',
    says: /took more than 32 MB of memory|worked for more than/,
  },
  { name: 'ends itself', code: 'export default () => process.exit(0)', says: /ended itself/ },
  { name: 'gives back rubbish', code: 'export default () => 42', says: /gave back 42, which is no entry/ },
  {
    name: 'gives back another title than text',
    code: 'export default (e) => ({ ...e, title: {} })',
    says: /whose title is an object/,
  },
  {
    name: 'gives back a link that runs something',
    code: 'export default (e) => ({ ...e, link: "javascript:x" })',
    says: /whose link is "javascript:x"/,
  },
  {
    name: 'gives back what cannot be sent',
    code: 'export default (e) => ({ ...e, authors: [() => 1] })',
    says: /among its authors/,
  },
  { name: 'has no default export', code: 'export const plugin = 1', says: /has no default export/ },
  { name: 'cannot be read', code: 'export default (', says: /cannot be loaded/ },
]

test.each(faults)(
  'a plug-in that $name is reported by name, and entries are shown as if it was not there',
  async ({ code, says }) => {
    const history = await openShaped()
    history.configure('plugins/bad.js', 'plugins/good.js')
    history.write('bad.js', code)
    history.write('good.js', 'export default (entry) => ({ ...entry, title: `${entry.title}!` })')
    const report = await history.build('2026-05-10T12:00:00Z')
    expect(history.titlesOn('index.html')).toEqual(['Two!', 'One!'])
    const [warning] = report.warnings.filter((line) => line.includes('bad.js'))
    expect(warning).toMatch(says)
    expect(warning).toMatch(/2 entries are shown as if it was not there/)
  },
  30_000,
)

test('the sanitiser runs after every plug-in', async () => {
  const history = await openShaped()
  history.configure('plugins/evil.js')
  history.write(
    'evil.js',
    `export default (entry) => ({
      ...entry,
      titleHtml: '<b>Bold</b><script>alert(1)</script>',
      contentHtml: '<p onclick="alert(2)">Text<script>alert(3)</script><a href="javascript:alert(4)">x</a><img src=x onerror=alert(5)>',
    })`,
  )
  const report = await history.build('2026-05-10T12:00:00Z')
  for (const file of report.written.filter((name) => /\.(html|xml|json)$/.test(name))) {
    expect(history.page(file), file).not.toMatch(/alert\(|onclick|onerror/)
  }
  expect(history.page('2026/05/02/index.html')).toContain('<b>Bold</b>')
})

test('drop-repeats.js leaves out a first line that says the title or the author again, and no other', async () => {
  const history = await openShaped()
  const rest = '<p>What there is to say.</p>'
  history.serve('/a', [
    post('The title', '05-03', { id: '1', text: `<h2>The <em>Title</em></h2>${rest}` }),
    post('Other', '05-02', { id: '2', author: 'Ana', text: `<p>by Ana</p>${rest}` }),
    post('Third', '05-01', { id: '3', text: `<p>Third time lucky</p>${rest}` }),
  ])
  history.copy('drop-repeats.js')
  history.configure('plugins/drop-repeats.js')
  await history.build('2026-05-10T12:00:00Z')
  const page = history.page('index.html')
  expect(page.match(/What there is to say/g)).toHaveLength(3)
  expect(page).not.toContain('<em>Title</em>')
  expect(page).not.toContain('>by Ana<')
  expect(page).toContain('Third time lucky')
})

test('the examples of docs/plugins.md do what they say', async () => {
  const history = await openShaped()
  const long = `Long ${'word '.repeat(30)}`
  const body = '<h2>A <em>heading</em></h2><p>One two three four five six seven eight nine ten.</p>'
  history.serve('/a', [
    post(long, '05-03', { id: '1', link: 'https://a.example/1', text: body }),
    { id: '2', link: 'https://a.example/2', date: '2026-05-02T09:00:00Z', text: body },
    post('Short', '05-01', { id: '3', text: '<p>Hi.</p>' }),
  ])
  for (const name of ['shorten-titles.js', 'heading-as-title.js', 'drop-repeats.js', 'hide-short.mjs'])
    history.copy(name)
  history.configure(
    'plugins/shorten-titles.js',
    'plugins/heading-as-title.js',
    '{command: [node, plugins/hide-short.mjs]}',
  )
  const report = await history.build('2026-05-10T12:00:00Z')
  expect(report.warnings.filter((line) => line.includes('plug-in'))).toEqual([])
  expect(history.titlesOn('index.html')).toEqual([expect.stringMatching(/^Long (word )+word…$/), 'A heading'])
  expect(history.page('index.html').match(/A <em>heading<\/em>/g)).toHaveLength(2)
})

const programs = [
  { name: 'is not there', command: '[no-such-program-here]', says: /there is no program no-such-program-here/ },
  { name: 'ends', command: '[node, -e, "process.exit(3)"]', says: /ended \(exit code 3\)/ },
  {
    name: 'prints no JSON',
    command: "[node, -e, \"process.stdin.on('data', () => console.log('hello'))\"]",
    says: /printed a line that is no JSON/,
  },
]

test.each(programs)(
  'a program that $name is reported, and entries are shown as if it was not there',
  async ({ command, says }) => {
    const history = await openShaped()
    history.configure(`{command: ${command}}`)
    const report = await history.build('2026-05-10T12:00:00Z')
    expect(history.titlesOn('index.html')).toEqual(['Two', 'One'])
    expect(report.warnings.find((line) => line.includes('plug-in'))).toMatch(says)
  },
)

test('a dozen plug-ins make no warning of a leak, and what they print is heard', async () => {
  // Each is given what the others work, too.
  const history = await openShaped(10_000)
  const names = Array.from({ length: 12 }, (_, index) => `plugins/p${index}.js`)
  for (const name of names) {
    history.write(path.basename(name), `export default (entry) => { console.log('${name}'); return entry }`)
  }
  history.configure(...names)
  const [warnings, heard]: [string[], string[]] = [[], []]
  const onWarning = (warning: Error) => void warnings.push(warning.message)
  process.on('warning', onWarning)
  try {
    const report = await history.build('2026-05-10T12:00:00Z', {}, (text) => void heard.push(text))
    expect(report.warnings).toEqual([])
    await vi.waitFor(() => expect(new Set(heard.join('').trim().split('\n'))).toEqual(new Set(names)))
    expect(warnings).toEqual([])
  } finally {
    process.off('warning', onWarning)
  }
})

test('what a plug-in prints goes to whoever prints for us, and nowhere else', async () => {
  const history = await openShaped()
  history.configure('plugins/talks.js')
  history.write(
    'talks.js',
    `export default (entry) => {
      console.log('out ' + entry.title)
      console.error('err ' + entry.title)
      return entry
    }`,
  )
  let heard = ''
  await history.build('2026-05-10T12:00:00Z', {}, (text) => {
    heard += text
  })
  const lines = ['out One', 'err One', 'out Two', 'err Two']
  await vi.waitFor(() => expect(heard.trim().split('\n').sort()).toEqual(lines.sort()))
})
