/** A statement in PostgreSQL's SQL, and for each `$n` the place or the name of its value, and the form of a list. */
export type PostgresStatement = {
  text: string
  slots: { of: number | string; form: 'plain' | 'texts' | 'numbers' | 'rows' }[]
}

const types = new Map([
  ['INTEGER', 'bigint'],
  ['TEXT', 'text'],
  ['REAL', 'double precision'],
])

/**
 * A statement of the store in PostgreSQL's SQL. A value that is named twice is sent once. Hints at SQLite's planner are left out; a field
 * of JSON is read as `json`, which keeps text that `jsonb` would refuse.
 */
export function writePostgres(sql: string): PostgresStatement {
  const slots: PostgresStatement['slots'] = []
  let places = 0
  const put = (value: string, form: PostgresStatement['slots'][number]['form']): string => {
    const of = value === '?' ? places++ : value.slice(1)
    const known = value === '?' ? -1 : slots.findIndex((slot) => slot.of === of)
    if (known === -1) slots.push({ of, form })
    return `$${known === -1 ? slots.length : known + 1}`
  }
  const words =
    /'(?:[^']|'')*'|\bIN (texts|numbers)\((\?|:\w+)\)|\brows\((\?|:\w+), ([^)]+)\)| INDEXED BY \w+|\bjson_group_array\((\w+)\)|([\w.]+)->>'(\w+)'|\?|:[a-zA-Z]\w*/g
  const text = sql.replace(words, (word, list, listed, table, columns, grouped, json, field) => {
    if (list !== undefined) return `= ANY(${put(listed, list)}::${list === 'texts' ? 'text' : 'bigint'}[])`
    if (table !== undefined) return writeTable(put(table, 'rows'), columns)
    if (grouped !== undefined) return `coalesce(json_agg(${grouped}), '[]')::text`
    if (json !== undefined) return `(${json}::json->>'${field}')`
    if (word.startsWith("'")) return word
    if (word.startsWith(' INDEXED')) return ''
    return put(word, 'plain')
  })
  return { text, slots }
}

function writeTable(slot: string, columns: string): string {
  const read = columns.split(', ').map((column, place) => {
    const [name = '', type = ''] = column.split(' ')
    return `(given.row->>${place})::${types.get(type)} AS ${name}`
  })
  return `(SELECT ${read.join(', ')} FROM jsonb_array_elements(${slot}::jsonb) AS given(row))`
}

/** A step of the schema in PostgreSQL's SQL. Text is sorted and compared by its bytes, as SQLite does. */
export function writePostgresStep(sql: string): string {
  return sql
    .replace(/\bINTEGER\b/g, 'BIGINT')
    .replace(/\bTEXT\b/g, 'TEXT COLLATE "C"')
    .replace(/\bREAL\b/g, 'DOUBLE PRECISION')
    .replace(/\)\s*(?:STRICT|WITHOUT ROWID)(?:,\s*(?:STRICT|WITHOUT ROWID))?/g, ')')
}
