import { readFileSync } from 'node:fs'
import Database from 'libsql'

/** SQLite alone: texts of 5 kB, with an index on an id and one on a time, in one transaction. */
const [file, entries] = process.argv.slice(2)
const database = new Database(file)
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL')
database.exec('CREATE TABLE entries (entry_id INTEGER PRIMARY KEY, id TEXT UNIQUE, position INTEGER, entry TEXT)')
database.exec('CREATE INDEX by_position ON entries (position)')
const text = readFileSync(process.argv[1], 'utf8').padEnd(5000, 'tide ')
const add = database.prepare('INSERT INTO entries (id, position, entry) VALUES (?, ?, ?)')
database.exec('BEGIN')
for (let index = 0; index < Number(entries); index += 1) add.run(`https://blog.example/${index}`, index * 7919, text)
database.exec('COMMIT')
database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
database.close()
