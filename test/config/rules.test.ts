import { expect, test } from 'vitest'
import { listProblems, loadText, refuseText } from './load-text.ts'

const head = 'title: P\nurl: https://p.example/\n'
const feed = `${head}feeds:\n  - url: https://a.example/\n`

const refused = [
  {
    name: 'an expression that does not compile',
    rule: 'title: ["/sponsor(ed/i"]',
    at: '5:25',
    says: /cannot be read: missing closing \)/,
  },
  { name: 'an expression that looks ahead', rule: 'title: ["/ad(?=s)/"]', at: '5:27', says: /looks ahead or behind/ },
  { name: 'an expression that refers back', rule: 'title: ["/(a)\\\\1/"]', at: '5:23', says: /refers back/ },
  { name: 'a plain scalar', rule: 'title: [/a**/]', at: '5:25', says: /invalid nested repetition/ },
  { name: 'a flag that is none', rule: 'title: ["/a/g"]', at: '5:23', says: /"g" is no flag/ },
  {
    name: 'a field that is none',
    rule: 'titel: [a]',
    at: '5:22',
    says: /rules know no "titel"; known here: title, content/,
  },
  {
    name: 'a text where a list stands',
    rule: 'title: a',
    at: '5:22',
    says: /expected a list of texts, for example \[sponsored\]; found a/,
  },
  { name: 'an empty list', rule: 'title: []', at: '5:22', says: /expected at least one text/ },
  { name: 'no field', rule: '', at: '5:14', says: /expected at least one of title/ },
]

test.each(refused)('rules that cannot be used are refused where they stand: $name', async ({ rule, at, says }) => {
  const [problem = ''] = await listProblems(`${feed}    exclude: {${rule}}\n`)
  expect(problem).toMatch(says)
  expect(problem.split(': ')[0]).toBe(at)
})

test('the caret stands below the part of the expression that is wrong', async () => {
  expect(await refuseText(`${feed}    include:\n      category:\n        - "/pl(?!a)net/"\n`)).toContain(
    '7 |         - "/pl(?!a)net/"\n    |               ^^^',
  )
})

const contradictions = [
  {
    name: 'taken in and out again',
    text: 'include: {title: [planet jabber]}\n    exclude: {title: [Planet]}',
    notes: 1,
  },
  {
    name: 'taken out of all feeds',
    defaults: 'exclude: {category: [ads]}',
    text: 'include: {category: [ads, planet]}',
    notes: 1,
  },
  {
    name: 'languages that do not meet',
    defaults: 'include: {language: [de]}',
    text: 'include: {language: [en, fr]}',
    notes: 1,
  },
  { name: 'languages that do', defaults: 'include: {language: [de]}', text: 'include: {language: [de-AT]}', notes: 0 },
  { name: 'other fields', text: 'include: {title: [planet]}\n    exclude: {category: [planet]}', notes: 0 },
  {
    name: 'the rest of what comes in',
    text: 'include: {title: [planet]}\n    exclude: {title: [planet jabber]}',
    notes: 0,
  },
]

test.each(contradictions)('rules that contradict each other are told: $name', async ({ defaults, text, notes }) => {
  const config = await loadText(
    `${head}defaults: {${defaults ?? ''}}\nfeeds:\n  - url: https://a.example/\n    ${text}\n`,
  )
  expect(config.notes).toHaveLength(notes)
  if (notes > 0) expect(config.notes[0]).toMatch(/^\S*feeds\.yaml:6: /)
})

const plugins = [
  {
    name: 'a module that is missing',
    text: 'plugins: [plugins/none.js]',
    says: /^3:11: there is no file "plugins\/none\.js"/,
  },
  {
    name: 'a program that is missing',
    text: 'plugins:\n  - command: [./none]',
    says: /^4:15: there is no file "\.\/none"/,
  },
  { name: 'no module of JavaScript', text: 'plugins: [a.py]', says: /^3:11: "a\.py" is no module of JavaScript/ },
  { name: 'outside of the planet', text: 'plugins: [../a.js]', says: /is not below the planet's root/ },
  { name: 'neither', text: 'plugins: [{}]', says: /expected the file of a module, or "command: / },
]

test.each(plugins)('plug-ins that cannot be used are refused: $name', async ({ text, says }) => {
  const [problem = ''] = await listProblems(`${head}${text}\n`)
  expect(problem).toMatch(says)
})
