import { expect, test } from 'vitest'
import { readMeta, writeMeta } from '../../src/store/meta.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { openSqlite } from '../../src/store/open-sqlite.ts'
import { openTouch, readRevision } from '../../src/store/open-touch.ts'
import { shareConnection } from '../../src/store/share-connection.ts'

/** A state in memory, and what is asked of its table `meta`. */
function open(isKept: boolean) {
  const asked: string[] = []
  const connection = openSqlite(openDatabase(':memory:'))
  const note = (sql: string) => {
    if (sql.includes('FROM meta')) asked.push(sql)
  }
  const database = shareConnection({
    ...connection,
    all: (sql, ...values) => {
      note(sql)
      return connection.all(sql, ...values)
    },
    get: (sql, ...values) => {
      note(sql)
      return connection.get(sql, ...values)
    },
  })
  database.memory.meta.isKept = isKept
  return { database, asked }
}

test('whoever has the lock reads meta once, and knows what was written since, by number too', async () => {
  const { database, asked } = open(true)
  expect(await readMeta(database, 'finished')).toBeUndefined()
  await database.transaction(async (tx) => {
    await writeMeta(tx, 'finished', 'yes')
    await openTouch(tx).revision()
  })
  expect([await readMeta(database, 'finished'), await readRevision(database)]).toEqual(['yes', 1])
  expect(asked).toHaveLength(1)
})

test('what was undone is not remembered', async () => {
  const { database } = open(true)
  await database.transaction((tx) => writeMeta(tx, 'updated', '1'))
  const fails = async (work: Promise<unknown>) => expect(await work.catch(() => 'failed')).toBe('failed')
  const write = async (tx: typeof database) => {
    expect(await readMeta(tx, 'updated')).toBe('1')
    await writeMeta(tx, 'updated', '2')
    expect(await readMeta(tx, 'updated')).toBe('2')
    throw new Error('no')
  }
  await fails(database.transaction(write))
  expect(await readMeta(database, 'updated')).toBe('1')
  await fails(database.gather(write, 1))
  expect(await readMeta(database, 'updated')).toBe('1')
})

test('whoever shares a state sees what others write', async () => {
  const { database } = open(false)
  expect(await readMeta(database, 'updated')).toBeUndefined()
  await database.exec("INSERT INTO meta (name, value) VALUES ('updated', '5')")
  expect(await readMeta(database, 'updated')).toBe('5')
})
