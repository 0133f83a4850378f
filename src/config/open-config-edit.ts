import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { ConfigError } from './config-error.ts'

/** feeds.yaml while it is edited: its text, and a function that replaces it. */
export type ConfigEdit = {
  text: string
  /** @throws ConfigError where the file has changed meanwhile: then nothing is written */
  write(text: string): Promise<void>
}

/**
 * Begin an edit of feeds.yaml. The new text is written to a file beside it, which is renamed into its place, so that feeds.yaml is whole at
 * any moment; where it is a link, the link's target is edited.
 *
 * @param file absolute
 */
export async function openConfigEdit(file: string): Promise<ConfigEdit> {
  const target = await realpath(file)
  const before = await readFile(target)
  const { mode } = await stat(target)
  return {
    text: before.toString('utf8'),
    async write(text) {
      const beside = `${target}.planet-new`
      try {
        const handle = await open(beside, 'w', mode)
        try {
          await handle.writeFile(text)
          await handle.sync()
        } finally {
          await handle.close()
        }
        if (!before.equals(await readFile(target))) throw changedMeanwhile(file)
        await rename(beside, target)
      } catch (error) {
        await rm(beside, { force: true }).catch(() => undefined)
        // Whose name it is that could not be written.
        if (error instanceof Error && 'path' in error) throw Object.assign(error, { path: file, syscall: 'write' })
        throw error
      }
    },
  }
}

function changedMeanwhile(file: string): ConfigError {
  const message = `${file} was changed meanwhile by somebody else; nothing was written: look at it, and try again`
  return new ConfigError(file, undefined, [{ line: 1, column: 1, width: 1, message }])
}
