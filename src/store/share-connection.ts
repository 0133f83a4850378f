import type { Connection, Database } from './database.ts'
import { isOneStatement, landStates } from './land-states.ts'
import { forgetMeta } from './meta.ts'
import { openMemory } from './open-memory.ts'

/** As many pieces and entries make a batch: a commit writes every page that it touches, so few commits are cheap. */
const heavy = 2000

/**
 * Let many callers share one connection: transactions run one after the other, and pieces of work are committed in batches.
 *
 * A crash loses at most what was gathered, and the validators with it: so the next request gets the lost entries again.
 */
export function shareConnection(connection: Connection): Database {
  const memory = openMemory()
  let total = 0
  /** Pieces in the transaction that is open. */
  let pieces = 0
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()
  /** Run work one after the other, whether or not the one before failed. */
  const queue = <T>(work: () => Promise<T>): Promise<T> => {
    waiting += 1
    const mine = last.then(work)
    last = mine.then(leave, leave)
    return mine
  }
  const leave = () => {
    waiting -= 1
  }
  /** Without work in the queue, a statement runs at once. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => (waiting === 0 ? work() : queue(work))

  const { all, get, run, batch, exec } = connection
  const tx: Database = {
    all,
    get,
    run,
    batch,
    exec,
    memory,
    transaction: (work) => work(tx),
    gather: (work) => work(tx),
    note: (work) => work(tx),
    land: async () => undefined,
    landPieces: async () => undefined,
    close: async () => undefined,
  }

  const undo = async (): Promise<void> => {
    memory.feeds = undefined
    memory.states.clear()
    forgetMeta(memory)
    pieces = 0
    if (connection.isOpen()) await exec('ROLLBACK')
  }
  const land = async (): Promise<void> => {
    total = 0
    const isBegun = pieces > 0 || connection.isOpen()
    if (!isBegun && memory.states.size === 0) return
    const isWhole = !isBegun && !connection.takesTurns && isOneStatement(memory)
    if (!isBegun && !isWhole) await exec('BEGIN')
    try {
      // Fails where the pieces were lost together with the connection.
      await landStates(tx)
      if (!isWhole) await exec('COMMIT')
      pieces = 0
    } catch (error) {
      await undo()
      throw error
    }
  }
  const add = async (weight: number): Promise<void> => {
    total += weight + 1
    if (total >= heavy) await land()
  }

  return {
    memory,
    all: (sql, ...values) => inTurn(() => all(sql, ...values)),
    get: (sql, ...values) => inTurn(() => get(sql, ...values)),
    run: (sql, ...values) => inTurn(() => run(sql, ...values)),
    batch: (sql, rows) => inTurn(() => batch(sql, rows)),
    exec: (sql) => inTurn(() => exec(sql)),
    transaction: (work) =>
      queue(async () => {
        await land()
        await exec('BEGIN')
        let result: Awaited<ReturnType<typeof work>>
        try {
          result = await work(tx)
        } catch (error) {
          await undo()
          throw error
        }
        await land()
        return result
      }),
    gather: (work, weight) =>
      queue(async () => {
        if (!connection.isOpen()) await exec('BEGIN')
        await exec('SAVEPOINT piece')
        memory.before.clear()
        try {
          await work(tx)
          await exec('RELEASE SAVEPOINT piece')
        } catch (error) {
          // Undo the piece alone, if the transaction is still open: on a full disk SQLite has rolled back the whole batch, and a lost
          // connection loses it.
          if (connection.isOpen()) {
            await exec('ROLLBACK TO SAVEPOINT piece')
            await exec('RELEASE SAVEPOINT piece')
            for (const [key, state] of memory.before) {
              if (state === undefined) memory.states.delete(key)
              else memory.states.set(key, state)
            }
            // Feeds will be read again, so the noted states of other feeds are written first.
            await landStates(tx)
            memory.feeds = undefined
            forgetMeta(memory)
          } else await undo()
          throw error
        }
        pieces += 1
        await add(weight)
      }),
    note: (work) =>
      queue(async () => {
        await work(tx)
        await add(0)
      }),
    land: () => queue(land),
    landPieces: () =>
      queue(async () => {
        if (pieces > 0 || connection.isOpen()) await land()
      }),
    close: async () => {
      try {
        await queue(land)
      } finally {
        await connection.close()
      }
    },
  }
}
