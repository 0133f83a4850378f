import type { Database, Values } from './database.ts'
import type { Output, Store } from './store.ts'

const statements = {
  output: 'SELECT revision, render_hash, state FROM outputs WHERE folder = ?',
  saveOutput: `INSERT INTO outputs (folder, revision, render_hash, state) VALUES (?, ?, ?, ?)
    ON CONFLICT (folder) DO UPDATE SET revision = excluded.revision, render_hash = excluded.render_hash, state = excluded.state`,
  files: 'SELECT path FROM files WHERE folder = ? ORDER BY path',
  count: 'SELECT count(*) AS files FROM files WHERE folder = ?',
  addFile: 'INSERT INTO files (folder, path) VALUES (?, ?) ON CONFLICT DO NOTHING',
  removeFile: 'DELETE FROM files WHERE folder = ? AND path = ?',
  rendered: 'SELECT path FROM rendered WHERE folder = ? ORDER BY path',
  addRendered: 'INSERT INTO rendered (folder, path) VALUES (?, ?) ON CONFLICT DO NOTHING',
  forgetRendered: 'DELETE FROM rendered WHERE folder = ?',
}

/** The part of the store that records what was written to which output folder. */
type Outputs = Pick<
  Store,
  | 'output'
  | 'saveOutput'
  | 'writtenFiles'
  | 'countWrittenFiles'
  | 'saveWrittenFiles'
  | 'renderedFiles'
  | 'addRenderedFiles'
  | 'forgetRenderedFiles'
>

export function openOutputs(database: Database): Outputs {
  return {
    async output(folder) {
      type Row = Omit<Output, 'renderHash'> & { render_hash: string }
      const row = await database.get<Row>(statements.output, folder)
      return row && { revision: row.revision, renderHash: row.render_hash, state: row.state }
    },
    saveOutput: (folder, { revision, renderHash, state }) =>
      database.transaction(async (tx) => {
        await tx.run(statements.saveOutput, folder, revision, renderHash, state)
      }),
    async writtenFiles(folder) {
      const rows = await database.all<{ path: string }>(statements.files, folder)
      return new Set(rows.map((row) => row.path))
    },
    async countWrittenFiles(folder) {
      const row = await database.get<{ files: number }>(statements.count, folder)
      return row?.files ?? 0
    },
    saveWrittenFiles: (folder, written, deleted) =>
      database.transaction(async (tx) => {
        await tx.batch(statements.addFile, inFolder(folder, written))
        await tx.batch(statements.removeFile, inFolder(folder, deleted))
      }),
    async renderedFiles(folder) {
      const rows = await database.all<{ path: string }>(statements.rendered, folder)
      return rows.map((row) => row.path)
    },
    addRenderedFiles: (folder, paths) =>
      database.transaction((tx) => tx.batch(statements.addRendered, inFolder(folder, paths))),
    forgetRenderedFiles: (folder) =>
      database.transaction(async (tx) => {
        await tx.run(statements.forgetRendered, folder)
      }),
  }
}

function inFolder(folder: string, paths: string[]): Values[] {
  return paths.map((path) => [folder, path])
}
