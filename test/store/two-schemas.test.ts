import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '../../src/store/open-database.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { PostgresPlace } from '../../src/store/store.ts'
import { tables } from '../../src/store/tables.ts'
import { dropState, placeState, postgres, readBeside } from '../place-state.ts'

/** What PostgreSQL calls them. */
const types = new Map([
  ['INTEGER', 'bigint'],
  ['TEXT', 'text'],
  ['REAL', 'double precision'],
])

type Column = { table: string; name: string; type: string; needed: boolean; standard: string | null; key: number }
type Index = { name: string; table: string; columns: string; unique: boolean; part: boolean }

let place: PostgresPlace

describe.skipIf(postgres === undefined)('the schemas of both engines', () => {
  beforeEach(async () => {
    place = placeState(randomUUID()) as PostgresPlace
    await (await openStore(place)).close()
  })
  afterEach(() => dropState(place))

  test('each table has the same columns: types, what may be absent, what stands in for it, keys', async () => {
    const sqlite = openDatabase(':memory:')
    const ours = sqlite.prepare(
      `SELECT t.name AS "table", c.name, c.type, c."notnull" AS needed, c.dflt_value AS standard, c.pk AS key
        FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'`,
    )
    const columns = (ours.all() as Column[]).map((column) => ({
      ...column,
      type: types.get(column.type),
      // A key is never absent.
      needed: column.key > 0 || Number(column.needed) === 1,
    }))
    sqlite.close()
    const theirs = await readBeside(
      place,
      `SELECT c.relname AS table, a.attname AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS needed,
          regexp_replace(pg_get_expr(d.adbin, d.adrelid), '::[a-z]+$', '') AS standard,
          coalesce(array_position(k.conkey, a.attnum), 0) AS key, l.collname AS collation
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
        LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
        LEFT JOIN pg_collation l ON l.oid = a.attcollation
        WHERE c.relnamespace = '${place.schema}'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_version'`,
    )
    const texts = theirs as (Column & { collation: string | null })[]
    // Sorted and compared by bytes, as SQLite does.
    expect(new Set(texts.map(({ type, collation }) => `${type} ${collation}`))).toEqual(
      new Set(['bigint null', 'double precision null', 'text C']),
    )
    expect(byName(texts.map(({ collation: _, ...column }) => column))).toEqual(byName(columns))
    const listed = tables.flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`))
    expect(listed.sort()).toEqual(columns.map(({ table, name }) => `${table}.${name}`).sort())
  })

  test('each has the same indexes and views', async () => {
    const sqlite = openDatabase(':memory:')
    const named = sqlite.prepare(
      `SELECT i.name, m.name AS "table", i."unique", i.partial AS part,
          (SELECT group_concat(c.name, ' ') FROM pragma_index_info(i.name) c) AS columns
        FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND i.origin = 'c'`,
    )
    const ours = (named.all() as Index[]).map((index) => ({
      ...index,
      unique: Number(index.unique) === 1,
      part: Number(index.part) === 1,
    }))
    const viewsOf = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name").all()
    sqlite.close()
    const theirs = await readBeside(
      place,
      `SELECT i.relname AS name, c.relname AS table, x.indisunique AS unique, x.indpred IS NOT NULL AS part,
          (SELECT string_agg(a.attname, ' ' ORDER BY k.place) FROM unnest(x.indkey) WITH ORDINALITY k(number, place)
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.number) AS columns
        FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class c ON c.oid = x.indrelid
        WHERE c.relnamespace = '${place.schema}'::regnamespace
          AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.oid)`,
    )
    expect(byName(theirs as Index[])).toEqual(byName(ours))
    expect(ours.length).toBeGreaterThan(10)
    const views = `SELECT viewname AS name FROM pg_views WHERE schemaname = '${place.schema}' ORDER BY viewname`
    expect(await readBeside(place, views)).toEqual(viewsOf)
  })
})

function byName<T extends { table: string; name: string }>(rows: T[]): T[] {
  return [...rows].sort((a, b) => (`${a.table} ${a.name}` < `${b.table} ${b.name}` ? -1 : 1))
}
