import { expect, test, vi } from 'vitest'
import { listProblems } from './load-text.ts'

vi.stubEnv('PLANET_TEST_SET', 'very-secret')

const head = 'title: P\nurl: https://p.example/\n'
const feed = `${head}feeds:\n  - url: https://a.example/\n`
const published = 'the environment is read for "headers:" of a feed and "state:" alone, since this may be published; '
const secret = (name: string) =>
  `a secret does not belong into this file: write "${name}: \${SOME_NAME}", and set SOME_NAME in the environment`

test.each<[string, string, string[]]>([
  [
    'a variable that is not set',
    `${feed}    headers: {X-Api-Key: "\${PLANET_TEST_UNSET}"}\n`,
    ['5:26: the environment has no PLANET_TEST_UNSET; set it, or write ${PLANET_TEST_UNSET:-something}'],
  ],
  [
    'a variable in a text',
    `${head}description: About \${PLANET_TEST_SET:-us}\n`,
    [`3:14: ${published}for these very letters, write $\${PLANET_TEST_SET}`],
  ],
  [
    'in the name of a feed',
    `${feed}    name: \${PLANET_TEST_SET}\n`,
    [`5:11: ${published}for these very letters, write $\${PLANET_TEST_SET}`],
  ],
  [
    'in an address: that alone, not also what is wrong with the address',
    'title: P\nurl: ${PLANET_TEST_SET}\n',
    [`2:6: ${published}for these very letters, write $\${PLANET_TEST_SET}`],
  ],
  [
    'in the address of a feed',
    `${head}feeds:\n  - url: https://a.example/feed?key=\${PLANET_TEST_SET}\n`,
    [`4:10: ${published}send the key in a header, or write it into the address: one with a key is never published`],
  ],
  ['a secret in the file', `${feed}    headers: {Authorization: Bearer abc}\n`, [`5:15: ${secret('Authorization')}`]],
  ['a secret under another name', `${feed}    headers:\n      X-Api-Key: abc\n`, [`6:7: ${secret('X-Api-Key')}`]],
  [
    'a header of ours',
    `${feed}    headers: {User-Agent: Mozilla}\n`,
    ['5:27: the header User-Agent is Planet’s own; take it out'],
  ],
  [
    'a header that is none',
    `${feed}    headers: {"My header": a}\n`,
    ['5:28: this is no name of a header, for example Authorization'],
  ],
  [
    'two lines in a header',
    `${feed}    headers: {X-A: "a\\r\\nb: c"}\n`,
    ['5:20: the value holds a character that no header can carry'],
  ],
  ['a number in a header', `${feed}    headers: {X-A: 5}\n`, ['5:20: "X-A" is text, and 5 is not: quote it, "5"']],
  [
    'no headers',
    `${feed}    headers: Bearer\n`,
    ['5:14: expected headers and their values, for example "Authorization: Bearer ${TOKEN}"; found Bearer'],
  ],
  [
    'paused without a reason',
    `${feed}    paused:\n`,
    ['5:12: "paused" is empty; expected text, for example "on holiday until May"'],
  ],
  [
    'asked every minute',
    `${feed}    every: 1m\n`,
    ['5:12: expected a duration from 15m to 30d, for example 1h; found 1m'],
  ],
  [
    'asked every minute, all of them',
    `${head}fetch:\n  every: 1m\n`,
    ['4:10: expected a duration from 15m to 30d, for example 1h; found 1m'],
  ],
  [
    'an alert that is no time',
    `${head}alerts:\n  repeat: [7d, weekly]\n`,
    ['4:16: expected a duration from 1h to 10y, for example 7d; found weekly'],
  ],
])('O-06 O-17 refused: %s', async (_, text, problems) => {
  expect(await listProblems(text)).toEqual(problems)
})
