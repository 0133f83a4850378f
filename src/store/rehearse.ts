import type { Connection } from './database.ts'

const begin = 'SAVEPOINT rehearsal'
const commit = 'RELEASE SAVEPOINT rehearsal'
const undo = 'ROLLBACK TO SAVEPOINT rehearsal; RELEASE SAVEPOINT rehearsal'

/** A connection of which nothing lands: all transactions are within one that is undone when it is closed. */
export async function rehearse(connection: Connection): Promise<Connection> {
  let isWithin = false
  await connection.exec('BEGIN')
  return {
    ...connection,
    async exec(sql) {
      await connection.exec(sql === 'BEGIN' ? begin : sql === 'COMMIT' ? commit : sql === 'ROLLBACK' ? undo : sql)
      if (sql === 'BEGIN') isWithin = true
      if (sql === 'COMMIT' || sql === 'ROLLBACK') isWithin = false
    },
    isOpen: () => isWithin && connection.isOpen(),
    async close() {
      if (connection.isOpen()) await connection.exec('ROLLBACK')
      await connection.close()
    },
  }
}
