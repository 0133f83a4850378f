import pg from 'pg'
import { findOwn } from '../text/find-own.ts'
import type { Connection, Value, Values } from './database.ts'
import { explainPostgres } from './explain-postgres.ts'
import type { PostgresPlace } from './store.ts'
import { type PostgresStatement, writePostgres } from './write-postgres.ts'

/** Milliseconds. */
const longestConnecting = 15_000
/** Statements that are sent at once: limited, since their results wait in memory. */
const atOnce = 500

/** Read as numbers: our instants and keys are whole and below 2^53. */
const int8 = 20
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) => (oid === int8 ? Number : pg.types.getTypeParser(oid, format)),
}

/**
 * One connection to PostgreSQL behind the interface that engines share. It never reconnects by itself: with a lost connection, the build's
 * lock and any open transaction are gone.
 *
 * Statements are prepared once, and sent without waiting for the one before. Each is planned with its actual values, since LIMIT is one of
 * them.
 *
 * @throws StateError, LostError where the connection fails
 */
export async function openPostgres(place: PostgresPlace): Promise<Connection> {
  let isOpen = false
  let isLost = false
  const fail = (error: unknown) => explainPostgres(error, place, isLost)
  const client = makeClient(place)
  client.on('error', () => {
    isLost = true
  })
  client.on('end', () => {
    isLost = true
  })
  const exec = async (sql: string): Promise<void> => {
    const begins = /^BEGIN\b/.test(sql)
    try {
      const { command } = (await client.query(sql)) as { command?: string }
      if (sql === 'COMMIT' && command === 'ROLLBACK') throw new Error('a statement had failed; nothing of it was kept')
      if (begins) isOpen = true
    } catch (error) {
      // BEGIN succeeded; the statement after it in the same text has failed.
      if (begins && sql !== 'BEGIN') isOpen = true
      throw fail(error)
    } finally {
      if (sql === 'COMMIT' || sql === 'ROLLBACK') isOpen = false
    }
  }
  try {
    await client.connect()
    await exec(
      `SET search_path TO ${quoteName(place.schema)}; SET jit = off; SET plan_cache_mode = force_custom_plan; SET client_min_messages = warning`,
    )
  } catch (error) {
    isLost ||= !(error instanceof pg.DatabaseError)
    await client.end().catch(() => undefined)
    throw fail(error)
  }

  const prepared = new Map<string, PostgresStatement & { name: string }>()
  const ask = async (sql: string, values: Values) => {
    const statement = prepared.get(sql) ?? { ...writePostgres(sql), name: `planet_${prepared.size}` }
    prepared.set(sql, statement)
    const { name, text } = statement
    try {
      return await client.query({ name, text, values: bind(statement, values) })
    } catch (error) {
      throw fail(error)
    }
  }
  return {
    all: async <Row>(sql: string, ...values: Values) => (await ask(sql, values)).rows as Row[],
    get: async <Row>(sql: string, ...values: Values) => (await ask(sql, values)).rows[0] as Row | undefined,
    run: async (sql, ...values) => (await ask(sql, values)).rowCount ?? 0,
    batch: async (sql, rows) => {
      for (let at = 0; at < rows.length; at += atOnce) {
        await Promise.all(rows.slice(at, at + atOnce).map((values) => ask(sql, values)))
      }
    },
    exec,
    isOpen: () => isOpen && !isLost,
    close: async () => {
      if (!isLost) await client.end().catch(() => undefined)
    },
  }
}

function makeClient(place: PostgresPlace): pg.Client {
  try {
    return new pg.Client({
      connectionString: verifyServer(place.url),
      types,
      pipeline: true,
      keepAlive: true,
      application_name: place.schema,
      connectionTimeoutMillis: longestConnecting,
    } as pg.ClientConfig)
  } catch (error) {
    // The driver's error would quote the address, password included.
    throw explainPostgres(Object.assign(new Error('not an address'), { code: 'EADDRESS', cause: error }), place, true)
  }
}

/**
 * `sslmode=require`, as hosters of databases write it, means `verify-full` to the driver, which warns of that on standard error at each
 * start. Writing `verify-full` means the same without the warning, also in later versions of the driver.
 */
function verifyServer(url: string): string {
  if (/[?&]uselibpqcompat=/.test(url)) return url
  return url.replace(/([?&]sslmode=)(?:prefer|require|verify-ca)(?=&|$)/, '$1verify-full')
}

/** Quote any name for use in a statement. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

function bind({ slots }: PostgresStatement, values: Values): (string | number | null)[] {
  const [first] = values
  const isNamed = first !== null && typeof first === 'object' && !Array.isArray(first)
  return slots.map(({ of, form }) => {
    const value = isNamed ? findOwn(first as Record<string, Value>, String(of)) : (values as Value[])[Number(of)]
    if (!Array.isArray(value)) return clean((value ?? null) as string | number | null)
    if (form === 'rows') return JSON.stringify(value)
    return form === 'numbers' ? `{${value.join(',')}}` : `{${value.map((text) => quoteItem(String(text))).join(',')}}`
  })
}

/** PostgreSQL's text cannot hold U+0000; our pages and feeds never contain it either. */
function clean<T extends string | number | null>(value: T): T | string {
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '\ufffd') : value
}

/** Quote a text for an array literal: PostgreSQL's manual, 8.15.2. */
function quoteItem(text: string): string {
  return `"${clean(text).replace(/[\\"]/g, '\\$&')}"`
}
