import type { ImportNote } from './imported-planet.ts'

/** A file of sections, as Python's ConfigParser reads it, with every comment and line in its place. */
export type Ini = { lines: IniLine[]; notes: ImportNote[] }

export type IniLine =
  | { kind: 'blank'; line: number }
  /** Without its mark. */
  | { kind: 'comment'; text: string; line: number }
  | { kind: 'section'; name: string; line: number }
  /** A name in small letters; the lines of a value are joined by line ends. `last` is where it ends. */
  | { kind: 'key'; name: string; value: string; line: number; last: number }

/** Longest line, in characters: a list of filters may be long. */
const longest = 10_000
const address = /^(https?|feed):/i
/** Usual keys: a line that begins with one is surely a key, not the continuation of a value. */
const usual =
  /^(name|title|face|face_?width|face_?height|nick|link|feed|url|author|avatar|location|email|filters?|exclude|language|lang|tags?)$/i
const header = /^\s*\[+\s*([^\]]*?)\s*\]+(.*)$/s
/** An address that has brackets of its own. */
const whole = /^\s*\[\s*((?:https?|feed):[^\s\]]*\[[^\s]*)\]()$/i
const unopened = /^\s*(\S+?)\s*\]\s*$/
const unclosed = /^\s*\[\s*(\S[^\]]*?)\s*$/
const key = /^(\s*)([^:=\s[][^:=]*?)\s*[:=][ \t]*(.*)$/
const noSign = /^(\s*)([a-z_]+)[ \t]+(\S.*)$/i

/**
 * Read the lines of an INI file. A faulty line that can mean only one thing is read as that, with a note that names the line; a line that
 * cannot be read is kept as a comment.
 */
export function parseIni(text: string): Ini {
  const [lines, notes]: [IniLine[], ImportNote[]] = [[], []]
  let open: Extract<IniLine, { kind: 'key' }> | undefined
  /** Indent of the open key: a line indented further continues its value. */
  let openIndent = 0
  /** Whether the last section's header could not be read: its lines must not count for the section before it. */
  let isLost = false
  const change = (line: number, message: string) => notes.push({ group: 'changed', line, message })
  const begin = (name: string, line: number) => {
    open = undefined
    isLost = false
    lines.push({ kind: 'section', name, line })
  }
  const set = (name: string, value: string, line: number) => {
    const [kept, comment] = splitComment(value)
    if (comment !== undefined) lines.push({ kind: 'comment', text: comment, line })
    open = { kind: 'key', name: name.trim().toLowerCase(), value: kept, line, last: line }
    lines.push(open)
  }

  for (const [index, raw] of splitLines(text).entries()) {
    const line = index + 1
    const written = raw.trimEnd()
    if (written.length > longest) {
      notes.push({
        group: 'dropped',
        line,
        message: `${written.length} characters, which is no line of a configuration`,
      })
      continue
    }
    if (written === '') {
      lines.push({ kind: 'blank', line })
      continue
    }
    const comment = /^\s*[#;](.*)$/.exec(written) ?? /^rem(?:\s(.*))?$/i.exec(written)
    if (comment !== null) {
      lines.push({ kind: 'comment', text: (comment[1] ?? '').trimEnd(), line })
      continue
    }
    const section = written.includes(']') ? (whole.exec(written) ?? header.exec(written)) : null
    if (section !== null && !(open !== undefined && /^\s/.test(written))) {
      const [, name = '', rest = ''] = section
      const behind = rest.trim()
      const [, , first = '', said = ''] = (/[:=]/.test(behind) ? key.exec(behind) : null) ?? []
      if (usual.test(first)) {
        change(line, `a key behind the section: read as a line of its own, ${first} = ${said}`)
        begin(name, line)
        set(first, said, line)
        openIndent = 0
        continue
      }
      if (/^[#;]/.test(behind)) lines.push({ kind: 'comment', text: behind.slice(1), line })
      else if (behind !== '') change(line, `left out what stands behind the section: ${behind}`)
      begin(name, line)
      continue
    }
    const broken = unclosed.exec(written) ?? unopened.exec(written)
    if (broken?.[1] !== undefined && (address.test(broken[1]) || /^planet$/i.test(broken[1]))) {
      change(line, `the section lost a bracket: read as [${broken[1]}]`)
      begin(broken[1], line)
      continue
    }
    const [, bare = '', words = ''] = /^\s*(\S+)(?:\s+(?![=:])(\S.*))?$/.exec(written) ?? []
    const indent = written.length - written.trimStart().length
    const isIndented = open !== undefined ? indent > openIndent : indent > 0
    if (address.test(bare) && !(isIndented && open !== undefined)) {
      change(line, `an address without brackets: read as [${bare}]`)
      begin(bare, line)
      if (words !== '') lines.push({ kind: 'comment', text: ` ${words}`, line })
      continue
    }
    if (isLost && !/^\s*\[/.test(written)) {
      lines.push({ kind: 'comment', text: ` ${written.trim()}`, line })
      continue
    }
    const pair = /[:=]/.test(written) ? key.exec(written) : null
    if (isIndented && open !== undefined && !(pair?.[2] !== undefined && usual.test(pair[2].trim()))) {
      // A continuation, as RFC 822 has it.
      const [more, behind] = splitComment(written.trim())
      if (behind !== undefined) lines.push({ kind: 'comment', text: behind, line })
      open.value = open.value === '' ? more : `${open.value}\n${more}`
      open.last = line
      continue
    }
    if (pair !== null) {
      const [, , name = '', value = ''] = pair
      if (isIndented && open !== undefined)
        change(line, `indented, but not a part of the line above: read as ${name} = ${value}`)
      set(name, value, line)
      openIndent = indent
      continue
    }
    const [, , name = '', value = ''] = noSign.exec(written) ?? []
    if (usual.test(name)) {
      change(line, `"=" was missing: read as ${name} = ${value}`)
      set(name, value, line)
      openIndent = indent
      continue
    }
    if (/^\s*\[\s*\S/.test(written)) {
      isLost = true
      open = undefined
    }
    lines.push({ kind: 'comment', text: ` ${written.trim()}`, line })
    notes.push({
      group: 'needs you',
      line,
      message: `cannot be read: “${written.trim()}”`,
      isComment: true,
    })
  }
  return { lines, notes }
}

function splitLines(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)
}

/** After a value, " ; …" is a comment in these files, " # …" is not. */
function splitComment(value: string): [string, string | undefined] {
  const at = value.search(/\s;/)
  if (value.startsWith(';')) return ['', value.slice(1)]
  return at === -1 ? [value.trim(), undefined] : [value.slice(0, at).trim(), value.slice(at + 2)]
}
