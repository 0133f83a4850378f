import { createHash } from 'node:crypto'
import { findOwn } from '../text/find-own.ts'
import type { Database, Statements, Value } from './database.ts'
import { readMeta, writeMeta } from './meta.ts'
import { StateError } from './state-error.ts'
import { type Table, tables } from './tables.ts'

/** How many rows of a table both sides have, and a hash of them all, hex. */
type CopiedTable = { name: string; rows: number; hash: string }

/** How a copy went: it was made now; it resumed an earlier one that was killed; or both states were the same already. */
export type Copied = { kind: 'copied' | 'resumed' | 'same'; tables: CopiedTable[] }

export type CopyOptions = {
  /** The target's name in error messages. */
  name: string
  /** Rows that are written in one transaction. */
  batch?: number
  /** Told of each table that was copied and verified. */
  onTable?(table: CopiedTable): void
}

/** Few, since rows hold whole posts. */
const usualBatch = 200

/** Which state is being copied (a hash of its `meta`), and the key of the last row that was written. */
type Mark = { of: string; table: string; key: Value[] | undefined }

/**
 * Copy all of a state into an empty one, whatever the two engines are; then read both again, and compare. Each transaction notes how far
 * the copy is, so that a copy that was killed resumes from there. No other process may write to either meanwhile.
 *
 * @throws StateError where the target holds another state, which stays unchanged
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
    // The rows of the killed copy no longer match the source: begin again.
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

/** Rows of `meta` that are not copied: two are temporary, and reading lists are copied separately. */
const passing = ['holder', 'copying', 'lists']

async function isEmpty(database: Statements): Promise<boolean> {
  for (const name of ['meta', 'feeds', 'entries']) {
    if ((await database.get(`SELECT 1 AS one FROM ${name} LIMIT 1`)) !== undefined) return false
  }
  return true
}

/** Empty the target, and mark it as an incomplete copy from now on. */
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

/** Rows of a table after a key, `batch` at a time, ordered by key. The key's columns come first in each row. */
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

/** The tables of both states; `undefined` where one table differs. */
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

/** Engines disagree on the order of texts, so the hashes of all rows are combined by XOR, which ignores order. */
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

/** Copy `meta` last, in one transaction with the removal of the mark: from then on the target can be built with. */
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
