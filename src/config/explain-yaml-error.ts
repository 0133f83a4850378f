import type { YAMLError } from 'yaml'
import { explainIndent } from './explain-indent.ts'
import { quote } from './quote.ts'

/** A sentence for the operator, and what to mark: the place, its key, the rest of its line, or the opening bracket or quote. */
type Explained = { message: string; mark: Mark }

export type Mark = 'here' | 'key' | 'line' | 'opening'

const here = (message: string): Explained => ({ message, mark: 'here' })
const badIndent = here('the indent does not fit the lines above')
const astray = here('this does not belong here; does the value need quotes around it, or is an indent wrong?')
const badSign = here('a value cannot begin with this sign; put quotes around it')
const noPair = here('this line has no "key: value"; is the colon, the space after it or the indent wrong?')
const openBracket: Explained = {
  message: 'a bracket is never closed, or what is inside is not indented; if it is text, put quotes around it',
  mark: 'opening',
}
const notYaml = here('this cannot be understood; is a quote, a colon or an indent wrong?')

const sentences: Partial<Record<YAMLError['code'], Explained>> = {
  TAB_AS_INDENT: here('a tab cannot indent; use spaces'),
  BAD_INDENT: badIndent,
  BAD_ALIAS: badSign,
  BAD_SCALAR_START: badSign,
  MULTIPLE_DOCS: here('a second document begins here (---); write one'),
  BAD_DIRECTIVE: { message: 'a line cannot begin with %; put quotes around the value', mark: 'line' },
  TAG_RESOLVE_FAILED: here('a value cannot begin with !name; write it without, or put quotes around it'),
  NON_STRING_KEY: here('a key must be plain text'),
  BAD_DQ_ESCAPE: here('a \\ in double quotes that means nothing; write \\\\, or use single quotes'),
  BLOCK_IN_FLOW: here('is a comma missing here? If a colon is part of the text, put quotes around it'),
  RESOURCE_EXHAUSTION: here('too many brackets or dashes inside one another; write fewer'),
}

/**
 * Explain a mistake in YAML to somebody who has never read about YAML.
 *
 * @param all all mistakes of the file: two at one place together often mean something else than each alone
 */
export function explainYamlError(error: YAMLError, all: YAMLError[], text: string): Explained {
  const same = (code: YAMLError['code']) => all.some((other) => other.code === code && other.pos[0] === error.pos[0])
  switch (error.code) {
    case 'DUPLICATE_KEY':
      return { message: `${quote(readKey(text.slice(error.pos[0])))} is given twice; take one out`, mark: 'key' }
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (/block sequence/i.test(error.message)) return explainBadIndent(error, text)
      if (same('MULTILINE_IMPLICIT_KEY')) {
        return { message: explainTooFar(error, text), mark: 'line' }
      }
      return { message: 'a colon and a space inside a value; put quotes around the value', mark: 'line' }
    case 'UNEXPECTED_TOKEN':
      // The text before it on the line is a value in quotes, which an inner quote has ended too early.
      return /[:-]\s+(["']).*\1$/.test(text.slice(text.lastIndexOf('\n', error.pos[0] - 1) + 1, error.pos[0]).trimEnd())
        ? here('the quote before this ended the value; put the other kind of quote around the whole value')
        : astray
    case 'BAD_INDENT':
      return /end with a [\]}]/.test(error.message) ? openBracket : explainBadIndent(error, text)
    case 'MISSING_CHAR':
      if (/without - indicator/.test(error.message)) return explainBadIndent(error, text)
      if (startsWithNoBlank(error, text)) return foreignBlank
      return explainMissing(error.message)
    case 'MULTILINE_IMPLICIT_KEY':
      return startsWithNoBlank(error, text) ? foreignBlank : noPair
    default:
      return sentences[error.code] ?? notYaml
  }
}

const foreignBlank = here('this line begins with a blank of another kind, as web pages have it; use spaces')

/** Whether the line begins with U+00A0 or another character that looks like a blank, but is none in YAML. */
function startsWithNoBlank({ pos }: YAMLError, text: string): boolean {
  const line = text.slice(text.lastIndexOf('\n', pos[0] - 1) + 1)
  return /^ *[^\S \t\r\n]/.test(line)
}

function explainBadIndent({ pos }: YAMLError, text: string): Explained {
  const blanks = explainIndent(text, pos[0])
  return blanks === undefined ? badIndent : here(`this line ${blanks}`)
}

function explainTooFar({ pos }: YAMLError, text: string): string {
  const end = text.indexOf('\n', pos[0])
  const below = end === -1 ? undefined : text.slice(end).search(/\S/)
  const blanks = below === undefined || below === -1 ? undefined : explainIndent(text, (end ?? 0) + below)
  return blanks === undefined
    ? 'the line below this value is indented too far, or the value is not finished'
    : `the line below ${blanks}; or this value is not finished`
}

function explainMissing(message: string): Explained {
  if (/quote/i.test(message)) return { message: 'a quote is opened and never closed', mark: 'opening' }
  if (/map values/.test(message)) return noPair
  if (/Comments/.test(message)) return here('a blank is missing before this #, or quotes around the whole value')
  return here('something is missing here: a quote, a comma, a colon or a bracket')
}

/** The key at the beginning of a text, without its quotes. */
function readKey(text: string): string {
  const [, double, single, plain] = /^(?:"([^"\n]*)"|'([^'\n]*)'|(.+?)\s*:(?:\s|$))/m.exec(text) ?? []
  return double ?? single ?? plain ?? 'this key'
}
