import type { Connection } from './database.ts'

const begin = 'SAVEPOINT rehearsal'
const commit = 'RELEASE SAVEPOINT rehearsal'
const undo = 'ROLLBACK TO SAVEPOINT rehearsal; RELEASE SAVEPOINT rehearsal'

/** A connection on which nothing is committed: all transactions are savepoints of one that is undone at `close`. */
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
