/** Characters of a piece of the text, or a little more. */
const enough = 50_000

/**
 * A large document as JSON, piece by piece, as `JSON.stringify` writes it with two blanks: the report of ten thousand feeds has megabytes,
 * and only a little of it need be in memory at once. Absent values are null.
 */
export function* renderJson(document: object): Generator<string> {
  let text = '{'
  let separator = '\n'
  for (const [key, value] of Object.entries(document)) {
    text += `${separator}  ${JSON.stringify(key)}: `
    separator = ',\n'
    if (!Array.isArray(value) || value.length === 0) {
      text += renderNested(value, '  ')
      continue
    }
    for (const [place, item] of value.entries()) {
      text += `${place === 0 ? '[' : ','}\n    ${renderNested(item, '    ')}`
      if (text.length < enough) continue
      yield text
      text = ''
    }
    text += '\n  ]'
  }
  yield `${text}\n}`
}

/** A value within the document, its lines indented: no text in JSON has a line end of its own. */
function renderNested(value: unknown, indent: string): string {
  return JSON.stringify(value ?? null, nullAbsent, 2).replaceAll('\n', `\n${indent}`)
}

function nullAbsent(_key: string, value: unknown): unknown {
  return value === undefined ? null : value
}
