import { existsSync } from 'node:fs'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { copyTables } from '../../src/store/copy-tables.ts'
import type { Database } from '../../src/store/database.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { openEngine } from '../../src/store/open-engine.ts'
import { openSqlite } from '../../src/store/open-sqlite.ts'
import { shareConnection } from '../../src/store/share-connection.ts'
import { tables } from '../../src/store/tables.ts'
import { openHistory } from '../histories/open-history.ts'
import { post } from '../histories/render-feed.ts'
import { placeState } from '../place-state.ts'

const open = (file: string) => shareConnection(openSqlite(openDatabase(file)))

test('every table and column of the schema is copied', () => {
  const database = openDatabase(':memory:')
  const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all() as { name: string }[]
  const schema = names.map(({ name }) => {
    const columns = database.prepare(`PRAGMA table_info(${name})`).all() as { name: string; pk: number }[]
    const keys = columns.filter(({ pk }) => pk > 0).sort((a, b) => a.pk - b.pk)
    return [name, keys.map((column) => column.name), columns.map((column) => column.name).sort()]
  })
  database.close()
  const listed = tables.map(({ name, key, columns }) => [name, key, [...columns].sort()])
  expect(listed.sort()).toEqual(schema.sort())
})

test('a database in memory leaves no file', () => {
  openDatabase(':memory:').close()
  expect(existsSync(':memory:')).toBe(false)
})

/** A state with a row in nearly every table: a post that is gone, one that is missing, one that was taken down, topics, a site. */
async function openLived(): Promise<{ from: Database; folder: string }> {
  const history = await openHistory()
  const posts = ['Five', 'Four', 'Three', 'Two', 'One'].map((title, index) =>
    post(title, `05-0${5 - index}`, { category: 'Gärten' }),
  )
  history.setConfig('archive: {tags: auto}\nfeeds:\n  - /a\n  - /b')
  history.serve('/a', posts)
  history.serve('/b', [post('Other', '05-02', { text: 'A line\u2028, a quote "\'" and 🦋' })])
  await history.build('2026-05-06T12:00:00Z')
  history.serve('/a', posts.toSpliced(2, 1))
  history.setConfig('archive: {tags: auto}\nfeeds:\n  - /a\n  - /b\npurged:\n  - https://a.example/one')
  await history.build('2026-05-07T12:00:00Z')
  const from = await openEngine(placeState(path.join(history.folder, '.planet')))
  onTestFinished(() => from.close())
  return { from, folder: history.folder }
}

function openEmpty(): Database {
  const to = open(':memory:')
  onTestFinished(() => to.close())
  return to
}

async function dump(database: Database): Promise<unknown[]> {
  const all: unknown[] = []
  for (const { name, columns, key } of tables) {
    all.push([name, await database.all(`SELECT ${columns.join(', ')} FROM ${name} ORDER BY ${key.join(', ')}`)])
  }
  return all
}

test('a copy has every row; copied again, nothing is done; what is another state is not touched', async () => {
  const { from } = await openLived()
  const to = openEmpty()
  const copied = await copyTables(from, to, { name: 'there' })
  expect(copied.kind).toBe('copied')
  expect(copied.tables.map(({ name }) => name).sort()).toEqual(tables.map(({ name }) => name).sort())
  const filled = copied.tables.filter(({ rows }) => rows > 0).map(({ name }) => name)
  expect(filled).toEqual(
    expect.arrayContaining([
      'feeds',
      'asks',
      'entries',
      'entry_ids',
      'texts',
      'removed',
      'windows',
      'missing',
      'files',
    ]),
  )
  expect(await dump(to)).toEqual(await dump(from))
  expect((await copyTables(from, to, { name: 'there' })).kind).toBe('same')

  await to.run('UPDATE entries SET title = ? WHERE entry_id = 1', 'Mine')
  const before = await dump(to)
  await expect(copyTables(from, to, { name: 'there' })).rejects.toThrow('there holds the state of a planet already')
  expect(await dump(to)).toEqual(before)
})

/** A database that is lost after so many transactions. */
function loseAfter(database: Database, transactions: number): Database {
  let left = transactions
  return {
    ...database,
    transaction: async (work) => {
      if (left === 0) throw new Error('lost')
      left -= 1
      return database.transaction(work)
    },
  }
}

test('wherever it was cut off, it goes on from there and is whole', async () => {
  const { from } = await openLived()
  let [cut, writes] = [0, 0]
  for (let isDone = false; !isDone; cut += 1) {
    const to = open(':memory:')
    const first = await copyTables(from, loseAfter(to, cut), { name: 'there', batch: 2 }).catch(() => undefined)
    isDone = first !== undefined
    writes = 0
    const counting: Database = {
      ...to,
      transaction: (work) => {
        writes += 1
        return to.transaction(work)
      },
    }
    const again = await copyTables(from, counting, { name: 'there', batch: 2 })
    expect([cut, again.kind]).toEqual([cut, isDone ? 'same' : cut === 0 ? 'copied' : 'resumed'])
    expect(await dump(to)).toEqual(await dump(from))
    await to.close()
    if (!isDone && cut > 0) expect(writes).toBeGreaterThan(0)
  }
  // The last that was cut off had one thing left to do.
  expect(cut).toBeGreaterThan(20)
})

test('what has changed since it was cut off is copied as it is now', async () => {
  const { from } = await openLived()
  const to = openEmpty()
  await expect(copyTables(from, loseAfter(to, 12), { name: 'there', batch: 2 })).rejects.toThrow('lost')
  // Nothing of what the state knows of itself tells: only the comparison does.
  await from.run('UPDATE entries SET title = ? WHERE entry_id = 1', 'Edited')
  expect((await copyTables(from, to, { name: 'there', batch: 2 })).kind).toBe('resumed')
  expect(await dump(to)).toEqual(await dump(from))

  const other = openEmpty()
  await expect(copyTables(from, loseAfter(other, 12), { name: 'there', batch: 2 })).rejects.toThrow('lost')
  await from.run("UPDATE meta SET value = '1' WHERE name = 'built_at'")
  expect((await copyTables(from, other, { name: 'there', batch: 2 })).kind).toBe('copied')
  expect(await dump(other)).toEqual(await dump(from))
})
