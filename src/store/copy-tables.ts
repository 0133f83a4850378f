import { createHash } from 'node:crypto'
import { findOwn } from '../text/find-own.ts'
import type { Database, Statements, Value } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { StateError } from './state-error.ts'
import { type Table, tables } from './tables.ts'

/** How many rows of a table both sides have, and a hash of them all, hex. */
type CopiedTable = { name: string; rows: number; hash: string }

/** What came of a copy: it was begun here, it went on where an earlier one had been killed, or both were the same already. */
export type Copied = { kind: 'copied' | 'resumed' | 'same'; tables: CopiedTable[] }

export type CopyOptions = {
  /** What the target is called where it is refused. */
  name: string
  /** Rows that land together. */
  batch?: number
  /** Told of each table that is whole. */
  onTable?(table: CopiedTable): void
}

/** Rows hold whole posts. */
const usualBatch = 200

/** Which state is being copied, by a hash of what it knows of itself, and the last row that has landed. */
type Mark = { of: string; table: string; key: Value[] | undefined }

/**
 * Copy all of a state into an empty one, whichever engines the two are of; then read both again, and compare. What has landed is
 * noted with it, so that a copy that was killed goes on from there. Nobody may write to either meanwhile.
 *
 * @throws StateError where the target holds another state, which is as it was then
 */
export async function copyTables(from: Statements, to: Database, options: CopyOptions): Promise<Copied> {
  const of = await hashMeta(from)
  const written = await readMeta(to, 'copying')
  const mark = written === undefined ? undefined : (JSON.parse(written) as Mark)
  if (mark === undefined && !(await isEmpty(to))) {
    const same = await compare(from, to)
    if (same !== undefined) return { kind: 'same', tables: same }
    throw new StateError(
      `${options.name} holds the state of a planet already; nothing was touched: name a place where there is none`,
    )
  }
  const begun = mark?.of === of ? mark : undefined
  await copyRows(from, to, begun ?? (await begin(to, of)), options)
  let same = await compareData(from, to)
  if (same === undefined && begun !== undefined) {
    // What it went on from was not what is there now.
    await copyRows(from, to, await begin(to, of), options)
    same = await compareData(from, to)
  }
  if (same === undefined) throw new StateError(`${options.name} is not what was copied there; nothing relies on it yet`)
  const meta = await finish(from, to)
  const all = [...same, meta]
  for (const table of all) options.onTable?.(table)
  return { kind: begun === undefined ? 'copied' : 'resumed', tables: all }
}

const data = tables.filter(({ name }) => name !== 'meta')

/** What a state says of itself for the time being; reading lists are copied beside it. */
const passing = ['holder', 'copying', 'lists']

async function isEmpty(database: Statements): Promise<boolean> {
  for (const name of ['meta', 'feeds', 'entries']) {
    if ((await database.get(`SELECT 1 AS one FROM ${name} LIMIT 1`)) !== undefined) return false
  }
  return true
}

/** From an empty target, in which it stands from now on that it is half a copy. */
async function begin(to: Database, of: string): Promise<Mark> {
  const mark: Mark = { of, table: 'feeds', key: undefined }
  await to.transaction(async (tx) => {
    for (const { name } of [...tables].reverse()) await tx.run(`DELETE FROM ${name}`)
    await writeMeta(tx, 'copying', JSON.stringify(mark))
  })
  return mark
}

async function copyRows(
  from: Statements,
  to: Database,
  mark: Mark,
  { batch = usualBatch }: CopyOptions,
): Promise<void> {
  const first = data.findIndex(({ name }) => name === mark.table)
  for (const table of data.slice(first)) {
    const { name, key, columns } = table
    const put = `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`
    for await (const rows of readRows(from, table, name === mark.table ? mark.key : undefined, batch)) {
      const landed: Mark = { of: mark.of, table: name, key: rows.at(-1)?.slice(0, key.length) }
      await to.transaction(async (tx) => {
        await tx.batch(put, rows)
        await writeMeta(tx, 'copying', JSON.stringify(landed))
      })
    }
  }
}

/** Rows of a table, so many at a time, by their keys; those behind a key. The key's columns come first in each. */
async function* readRows(
  database: Statements,
  { name, key, columns }: Table,
  after: Value[] | undefined,
  batch: number,
): AsyncGenerator<Value[][]> {
  const some = `SELECT ${columns.join(', ')} FROM ${name}`
  const behind = `WHERE (${key.join(', ')}) > (${key.map(() => '?').join(', ')})`
  const order = `ORDER BY ${key.join(', ')} LIMIT ${batch}`
  let last = after
  for (;;) {
    const read =
      last === undefined
        ? await database.all<Row>(`${some} ${order}`)
        : await database.all<Row>(`${some} ${behind} ${order}`, ...last)
    const rows = read.map((row) => columns.map((column) => findOwn(row, column) ?? null))
    if (rows.length === 0) return
    yield rows
    last = rows.at(-1)?.slice(0, key.length)
  }
}

type Row = Record<string, Value>

/** Each table of both; `undefined` where one is not the same. */
async function compare(from: Statements, to: Statements): Promise<CopiedTable[] | undefined> {
  const same = await compareData(from, to)
  const mine = await hashMeta(from)
  const other = await hashMeta(to)
  return same !== undefined && mine === other ? [...same, await describe(from, meta)] : undefined
}

async function compareData(from: Statements, to: Statements): Promise<CopiedTable[] | undefined> {
  const same: CopiedTable[] = []
  for (const table of data) {
    const mine = await describe(from, table)
    const other = await describe(to, table)
    if (mine.rows !== other.rows || mine.hash !== other.hash) return undefined
    same.push(mine)
  }
  return same
}

const meta = tables.find(({ name }) => name === 'meta') as Table

/** Engines do not agree on the order of texts, so the hashes of all rows are laid over one another. */
async function describe(database: Statements, table: Table): Promise<CopiedTable> {
  const hash = Buffer.alloc(32)
  let count = 0
  for await (const rows of readRows(database, table, undefined, usualBatch)) {
    for (const row of rows) {
      if (table === meta && passing.includes(String(row[0]))) continue
      const one = createHash('sha256').update(JSON.stringify(row)).digest()
      for (let place = 0; place < hash.length; place += 1) hash[place] = (hash[place] ?? 0) ^ (one[place] ?? 0)
      count += 1
    }
  }
  return { name: table.name, rows: count, hash: hash.toString('hex') }
}

async function hashMeta(database: Statements): Promise<string> {
  return (await describe(database, meta)).hash
}

/** What the state knows of itself, last, in one with the end of the copy: from then on it is one to build on. */
async function finish(from: Statements, to: Database): Promise<CopiedTable> {
  await to.transaction(async (tx) => {
    for await (const rows of readRows(from, meta, undefined, usualBatch)) {
      const kept = rows.filter(([name]) => !passing.includes(String(name)))
      await tx.batch('INSERT INTO meta (name, value) VALUES (?, ?)', kept)
    }
    await tx.run("DELETE FROM meta WHERE name = 'copying'")
  })
  return describe(to, meta)
}
