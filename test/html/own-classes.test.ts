import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { elements, namesOf } from '../../src/html/elements.ts'
import { makeHtml, makeTitleHtml } from '../../src/html/make-html.ts'

const templates = readdirSync('templates', { recursive: true, encoding: 'utf8' })

/** Every class that a theme, the script or the search knows. */
const ours = new Set(
  templates.flatMap((file) => {
    if (!/\.(css|js|njk)$/.test(file)) return []
    const text = readFileSync(`templates/${file}`, 'utf8')
    const styled = file.endsWith('.css') ? [...text.replace(/\{[^}]*\}/g, '{}').matchAll(/\.([a-z][\w-]*)/gi)] : []
    const written = [...text.matchAll(/class(?:Name)?(?:="|: ')([\w -]+)/g)]
    return [...styled, ...written].flatMap(([, names = '']) => names.split(' '))
  }),
)

/** These a post may have: what it says of pictures' sides and of code is given names of ours. */
const given = /^(at-(left|right|center)|hl-[a-z])$/

const names = [...ours].filter((name) => name !== '').sort()
const kept = namesOf((rule) => rule.fate === 'stays')

test('the classes of the themes are found', () => {
  expect(names).toEqual(
    expect.arrayContaining(['embed-card', 'h-entry', 'sidebar', 'mark', 'rhythm', 'results', 'scroll']),
  )
})

test.each(names)('no post and no title can write class %s', (name) => {
  for (const classes of [name, ` ${name.toUpperCase()}\n${name} `, `language-x ${name}`, `alignleft ${name}`]) {
    const html = kept.map((element) => {
      const tag = `<${element} class="${classes}">`
      return elements.get(element)?.isVoid ? tag : `${tag}x</${element}>`
    })
    for (const each of [
      ...html,
      `<pre class="${classes}"><code class="${classes}"><span class="${classes}">x</span></code></pre>`,
    ]) {
      const made = makeHtml(each, 'https://a.example/', () => {}) ?? ''
      const found = [...made.matchAll(/ class="([^"]*)"/g)].flatMap(([, value = '']) => value.split(' '))
      expect(found.filter((value) => ours.has(value) && !given.test(value))).toEqual([])
      expect(makeTitleHtml(each, () => {})).not.toContain('class=')
    }
  }
})

const sides = [
  { name: 'words at a side', html: '<p class="at-left">x</p>', made: '<p>x</p>' },
  {
    name: 'a link in the middle',
    html: '<a class="at-center" href="https://b.example/">x</a>',
    made: '<a href="https://b.example/">x</a>',
  },
  {
    name: 'a card of its own',
    html: '<a class="embed-card" href="https://b.example/">Log in</a>',
    made: '<a href="https://b.example/">Log in</a>',
  },
  { name: 'colors of code, as ours', html: '<p><span class="hl-k">x</span></p>', made: '<p><span>x</span></p>' },
]

test.each(sides)('names of ours mean nothing in a post: $name', ({ html, made }) => {
  expect(makeHtml(html, 'https://a.example/', () => {})).toBe(made)
})
