/** A statement of the store in SQLite's SQL. */
export function writeSqlite(sql: string): string {
  return sql
    .replace(/\bIN (?:texts|numbers)\((\?|:\w+)\)/g, 'IN (SELECT value FROM json_each($1))')
    .replace(/\brows\((\?|:\w+), ([^)]+)\)/g, (_, list: string, columns: string) => {
      const names = columns.split(', ').map((column, place) => `value->>${place} AS ${column.split(' ')[0]}`)
      return `(SELECT ${names.join(', ')} FROM json_each(${list}))`
    })
}
