import { expect, test } from 'vitest'
import { listProblems } from './load-text.ts'

const head = 'title: P\nurl: https://p.example/\n'

const refused = [
  { name: 'show.group', lines: 'show:\n  group: week', problem: '4:10: expected one of day, none; found week' },
  {
    name: 'show.sidebar',
    lines: 'show:\n  sidebar: [feeds, ads]',
    problem: '4:20: expected one of outline, feeds, tags, archive, subscribe; found ads',
  },
  {
    name: 'a word, mistyped',
    lines: 'show:\n  content: fulll',
    problem: '4:12: expected one of full, summary, title; found fulll; did you mean "full"?',
  },
  {
    name: 'a word of a list, mistyped',
    lines: 'outputs: [htm, atom]',
    problem: '3:11: expected one of html, atom, rss, json, opml, foaf, rss10; found htm; did you mean "html"?',
  },
  {
    name: 'a date in somebody else’s letters',
    lines: 'show:\n  date: DD.MM.YYYY',
    problem: '4:9: expected text with letters of strftime, for example "%B %d, %Y"; found DD.MM.YYYY',
  },
  {
    name: 'show.fold',
    lines: 'show:\n  fold: -1',
    problem: '4:9: expected a whole number, 0 or more, for example 10; found -1',
  },
  {
    name: 'archive.pages without days',
    lines: 'archive:\n  pages: [month]',
    problem:
      '4:10: the pages of days must be among them: links to an entry lead there; expected for example [day, month]',
  },
  {
    name: 'archive.keep',
    lines: 'archive:\n  keep: long',
    problem: '4:9: expected forever or a duration, for example 2y; found long',
  },
  { name: 'archive.tags', lines: 'archive:\n  tags: maybe', problem: '4:9: expected true, false or auto; found maybe' },
  {
    name: 'P-44 images',
    lines: 'images: copy',
    problem: '3:9: expected one of remote, cache, strip; found copy',
  },
  {
    name: 'P-44 images.max_total',
    lines: 'images:\n  mode: cache\n  max_total: 10kB',
    problem: '5:14: expected a size from 1MB to 100GB, for example 500MB; found 10kB',
  },
  { name: 'F-24 robots', lines: 'robots: no', problem: '3:9: expected one of index, noindex; found no' },
  {
    name: 'P-11 theme.color',
    lines: 'theme:\n  color: purple',
    problem: '4:10: expected a color, for example "#7a1fa2"; found purple',
  },
  {
    name: 'theme.dir that begins with a dot',
    lines: 'theme:\n  dir: .git',
    problem:
      '4:8: ".git" is in a folder that begins with a dot, which is not for the public; expected for example theme',
  },
  {
    name: 'a logo that is no picture',
    lines: 'theme:\n  logo: feeds.yaml',
    problem: '4:9: "feeds.yaml" is no picture: expected SVG, PNG, JPEG, GIF, WebP or AVIF, for example theme/logo.svg',
  },
  {
    name: 'theme.dir outside of the planet',
    lines: 'theme:\n  dir: ../theme',
    problem: '4:8: "../theme" is not below the planet\'s root, where feeds.yaml is; expected for example theme',
  },
  {
    name: 'P-46 a script in the header',
    lines: 'theme:\n  links: [{text: x, url: "javascript:alert(1)"}]',
    problem: '4:26: "javascript:alert(1)" is not a web address; expected for example https://example.org/',
  },
  {
    name: 'a link without its text',
    lines: 'theme:\n  links: [{url: https://a.example/}]',
    problem: '4:11: "text" is missing; expected text, for example "Website"',
  },
  {
    name: 'titles of tags as a list',
    lines: 'tags: [a]',
    problem: '3:7: expected keys and values, one a line, for example "core: Core team"; found a list',
  },
  {
    name: 'defaults.inactive_after',
    lines: 'defaults:\n  inactive_after: 5m',
    problem: '4:19: expected a duration from 1d to 100y, for example 180d; found 5m',
  },
]

test.each(refused)('O-06 $name', async ({ lines, problem }) => {
  expect(await listProblems(`${head}${lines}\n`)).toEqual([problem])
})
