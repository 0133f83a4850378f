import { expect, test } from 'vitest'
import { measureCpu } from '../measure-cpu.ts'
import { listProblems } from './load-text.ts'

const url = 'url: https://p.example/\n'
const head = `title: P\n${url}`

const tab = 'a tab cannot indent; use spaces'
const colon = 'a colon and a space inside a value; put quotes around the value'
const noPair = 'this line has no "key: value"; is the colon, the space after it or the indent wrong?'
const begins = (blanks: string, wanted: number | string) =>
  `this line begins after ${blanks}; to belong to the lines above, it must begin after ${wanted}`
const below = (blanks: string, wanted: number | string) =>
  `${begins(blanks, wanted).replace('this line', 'the line below')}; or this value is not finished`
const sign = 'a value cannot begin with this sign; put quotes around it'
const bracket = 'a bracket is never closed, or what is inside is not indented; if it is text, put quotes around it'
const tag = 'a value cannot begin with !name; write it without, or put quotes around it'
const astray = 'this does not belong here; does the value need quotes around it, or is an indent wrong?'
const ended = 'the quote before this ended the value; put the other kind of quote around the whole value'
const tooFar = 'the line below this value is indented too far, or the value is not finished'
const quote = 'a quote is opened and never closed'

/** Files that are no YAML: what the operator is told, and where. */
const broken = [
  { name: 'bytes', text: `${head}feeds:\n  - !!binary aGVsbG8=\n`, problem: `4:5: ${tag}` },
  { name: 'a set', text: `${head}feeds: !!set {a, b}\n`, problem: `3:8: ${tag}` },
  { name: 'a tab before a key', text: `${head}owner:\n\tname: B\n`, problem: `4:1: ${tab}` },
  { name: 'a tab before a dash', text: `${head}feeds:\n\t- https://a.example/\n`, problem: `4:1: ${tab}` },
  { name: 'a tab in the first line', text: `\t${head}`, problem: `1:1: ${tab}` },
  {
    name: 'a tab among blanks',
    text: `${head}feeds:\n  - url: https://a.example/\n\tname: B\n`,
    problem: `5:1: ${tab}`,
  },
  { name: 'a colon in a title', text: `title: Planet: The Blogs\n${url}`, problem: `1:8: ${colon}` },
  {
    name: 'a colon in a name',
    text: `${head}feeds:\n  - url: https://a.example/\n    name: B: C\n`,
    problem: `5:11: ${colon}`,
  },
  { name: 'no colon', text: `title P\n${url}`, problem: `1:1: ${noPair}` },
  { name: 'no blank after the colon', text: `title:P\n${url}`, problem: `1:1: ${noPair}` },
  { name: 'no colon after feeds', text: `${head}feeds\n  - https://a.example/\n`, problem: `3:1: ${noPair}` },
  { name: 'no colon in the last line', text: `${head}feeds\n`, problem: `3:1: ${noPair}` },
  {
    name: 'a key two blanks too far left',
    text: `${head}owner:\n    name: B\n  email: a@b.example\n`,
    problem: `5:1: ${begins('2 blanks', 4)}`,
  },
  {
    name: 'a feed too far left',
    text: `${head}feeds:\n  - https://a.example/\n - https://b.example/\n`,
    problem: `5:1: ${begins('1 blank', 2)}`,
  },
  {
    name: 'a key one blank too far right',
    text: `${head}feeds:\n  - url: https://a.example/\n     name: B\n`,
    problem: `4:10: ${below('5 blanks', 4)}`,
  },
  {
    name: 'a key one blank too far left',
    text: `${head}feeds:\n  - url: https://a.example/\n   name: B\n`,
    problem: `5:1: ${begins('3 blanks', 4)}`,
  },
  {
    name: 'a key of the planet one blank too far right',
    text: `${head} show:\n  days: 3\n`,
    problem: `2:6: ${below('1 blank', 'none')}`,
  },
  {
    name: 'a key far too far right',
    text: `title: P\nurl: https://p.example/\n          show: 1\n`,
    problem: `2:6: ${tooFar}`,
  },
  { name: 'all but the first key too far left', text: `  title: P\n${url}`, problem: `2:1: ${astray}` },
  { name: 'a quote without its other', text: `title: "P\n${url}`, problem: `1:8: ${quote}` },
  { name: 'a single quote without its other', text: `title: 'P\n${url}`, problem: `1:8: ${quote}` },
  {
    name: 'a quote without its other, and more quotes below',
    text: `title: "P\n${url}description: "D"\n`,
    problem: `1:8: ${quote}`,
  },
  { name: 'text after a quote', text: `title: "P" and more\n${url}`, problem: `1:12: ${ended}` },
  { name: 'an apostrophe in single quotes', text: `title: 'Bob's planet'\n${url}`, problem: `1:13: ${ended}` },
  {
    name: 'quotes in quotes of a name',
    text: `${head}feeds:\n  - url: https://a.example/\n    name: "Bob "the" B"\n`,
    problem: `5:17: ${ended}`,
  },
  {
    name: 'a bracket without its other',
    text: `${head}fetch:\n  allow_private: [a.example:80\n`,
    problem: `4:18: ${bracket}`,
  },
  { name: 'a brace without its other', text: `${head}owner: {name: B\n`, problem: `3:8: ${bracket}` },
  { name: 'a title that begins with a bracket', text: `title: [Planet\n${url}`, problem: `1:8: ${bracket}` },
  { name: 'a title that begins with brackets', text: `title: [Planet] P\n${url}`, problem: `1:17: ${astray}` },
  { name: 'a bracket too many', text: `${head}feeds: [https://a.example/]]\n`, problem: `3:28: ${astray}` },
  { name: 'a dash before a value', text: `title: - P\n${url}`, problem: `1:8: ${astray}` },
  { name: 'a > before a value', text: `title: > P\n${url}`, problem: `1:10: ${astray}` },
  { name: 'a format that begins with %', text: `${head}show:\n  date: %d.%m.\n`, problem: `4:9: ${sign}` },
  { name: 'a value that begins with @', text: `title: @planet\n${url}`, problem: `1:8: ${sign}` },
  { name: 'a value that begins with `', text: `title: \`P\`\n${url}`, problem: `1:8: ${sign}` },
  { name: 'a value that begins with & and a blank', text: `title: & P\n${url}`, problem: `1:8: ${sign}` },
  {
    name: 'a line that begins with %',
    text: `%P\n${head}`,
    problem: '1:1: a line cannot begin with %; put quotes around the value',
  },
  {
    name: 'an escape that means nothing',
    text: `title: "C:\\Daten"\n${url}`,
    problem: '1:11: a \\ in double quotes that means nothing; write \\\\, or use single quotes',
  },
  {
    name: 'a second document',
    text: `${head}---\n${head}`,
    problem: '3:1: a second document begins here (---); write one',
  },
  { name: 'O-08 a tag', text: `title: !planet P\n${url}`, problem: `1:8: ${tag}` },
  { name: 'O-08 a tag that would be code', text: `title: !!js/function 'x'\n${url}`, problem: `1:8: ${tag}` },
  { name: 'O-07 a key twice', text: `${head}title: Q\n`, problem: '3:1: "title" is given twice; take one out' },
  {
    name: 'O-07 a key twice, once in quotes',
    text: `title: P\n"title": P\n${url}`,
    problem: '2:1: "title" is given twice; take one out',
  },
  {
    name: 'O-07 a key twice in a feed',
    text: `${head}feeds:\n  - {url: https://a.example/, url: https://b.example/}\n`,
    problem: '4:31: "url" is given twice; take one out',
  },
  { name: 'a key that is a list', text: `${head}? [a]\n: b\n`, problem: '3:3: a key must be plain text' },
  { name: 'a key that is a map', text: `${head}{a: b}: c\n`, problem: '3:1: a key must be plain text' },
  {
    name: 'a comma missing between keys',
    text: `${head}owner: {name: B email: b@p.example}\n`,
    problem: '3:15: is a comma missing here? If a colon is part of the text, put quotes around it',
  },
  {
    name: 'a comma missing between quotes',
    text: `${head}feeds: ["https://a.example/" "https://b.example/"]\n`,
    problem: '3:30: something is missing here: a quote, a comma, a colon or a bracket',
  },
  {
    name: 'a # right behind a quote',
    text: `title: "P"#1\n${url}`,
    problem: '1:11: a blank is missing before this #, or quotes around the whole value',
  },
  {
    name: 'a list item without its dash',
    text: `${head}feeds:\n- https://a.example/\nhttps://b.example/\n`,
    problem: `5:1: ${noPair}`,
  },
  {
    name: 'what no sentence is written for',
    text: `title: &a &b P\n${url}`,
    problem: '1:11: this cannot be understood; is a quote, a colon or an indent wrong?',
  },
  { name: 'no key', text: `${head}: c\n`, problem: '3:1: a key is missing before this colon' },
]

test.each(broken)('$name', async ({ text, problem }) => {
  expect(await listProblems(text)).toEqual([problem])
})

test('brackets without end are refused at their depth', async () => {
  const problems = await listProblems(`${head}feeds: ${'['.repeat(2000)}\n`)
  expect(problems).toEqual([
    expect.stringMatching(/^3:\d+: too many brackets or dashes inside one another; write fewer$/),
  ])
})

const repeats = '; if it is text, put quotes around it'
const aliases = [
  {
    name: 'an alias of nothing',
    text: `${head}description: *d\n`,
    problems: [`3:14: there is no "&d" above for this to repeat${repeats}`],
  },
  {
    name: 'an alias before its anchor',
    text: `title: *t\n${url}x-title: &t P\n`,
    problems: [`1:8: there is no "&t" above for this to repeat${repeats}`],
  },
  {
    name: 'a title in asterisks',
    text: `title: *Planet*\n${url}`,
    problems: [`1:8: there is no "&Planet*" above for this to repeat${repeats}`],
  },
  {
    name: 'a merge of nothing',
    text: `${head}show:\n  <<: *s\n`,
    problems: [`4:7: there is no "&s" above for this to repeat${repeats}`],
  },
  {
    name: 'an alias inside of what it names',
    text: `${head}x-a: &a\n  b: *a\n`,
    problems: ['4:6: "*a" stands inside of what it repeats; take it out'],
  },
  {
    name: 'a merge of a value',
    text: `${head}x-n: &n 5\nshow:\n  <<: *n\n`,
    problems: ['5:7: "<<" repeats keys and values; there are none here'],
  },
  {
    name: 'a merge of a list of values',
    text: `${head}show:\n  <<: [1, 2]\n`,
    problems: ['4:7: "<<" repeats keys and values; there are none here'],
  },
  {
    name: 'a wrong value through an alias',
    text: `x-n: &n 5\ntitle: *n\n${url}`,
    problems: ['2:8: "title" is text, and 5 is not: quote it, "5"'],
  },
  {
    name: 'a wrong value through a merge, shown where it is written',
    text: `${head}x-s: &s\n  days: ten\nshow:\n  <<: *s\n`,
    problems: ['4:9: expected a whole number, 0 or more, for example 10; found ten'],
  },
  {
    name: 'an unknown key through a merge, shown where it is written',
    text: `${head}x-s: &s\n  dasy: 5\nshow:\n  <<: [*s]\n`,
    problems: ['4:3: unknown key "dasy"; did you mean "days"?'],
  },
  {
    name: 'one mistake that two feeds share',
    text: `${head}x-f: &f {language: German}\nfeeds:\n  - {<<: *f, url: https://a.example/}\n  - {<<: *f, url: https://b.example/}\n`,
    problems: ['3:20: "German" is no language; did you mean "de"?'],
  },
]

test.each(aliases)('O-08 $name', async ({ text, problems }) => {
  expect(await listProblems(text)).toEqual(problems)
})

const tooMany = '1:1: the aliases (*name) of this file stand for too many values; write them out'

/** Nine times ten of what stands above. */
function writeBomb(first: string, write: (names: string) => string): string {
  const lines = Array.from({ length: 9 }, (_, level) => {
    const names = Array(10).fill(`*x${level}`).join(', ')
    return `x-${level + 1}: &x${level + 1} ${write(names)}`
  })
  return [`x-0: &x0 ${first}`, ...lines, head].join('\n')
}

const bombs = [
  { name: 'lists', text: writeBomb('[a]', (names) => `[${names}]`) },
  { name: 'merges', text: writeBomb('{a: b}', (names) => `{<<: [${names}]}`) },
]

test.each(bombs)('O-08 a bomb of $name is refused at once', async ({ text }) => {
  const { result, cpuMs } = await measureCpu(() => listProblems(text))
  expect(result).toEqual([tooMany])
  expect(cpuMs).toBeLessThan(5000)
})

const words =
  /zod|schema|ZodError|invalid_type|anyOf|YAML|implicit|mapping|scalar|collection|directive|undefined|NaN|object|node:/i
test.each([...broken, ...aliases, ...bombs])(
  'O-06 no word of a library reaches the operator: $name',
  async ({ text }) => {
    for (const problem of await listProblems(text)) expect(problem).not.toMatch(words)
  },
)
