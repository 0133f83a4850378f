import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { ConfigProblem } from './config-error.ts'
import { parsePluginPath } from './parse-address.ts'
import type { ParsedYaml } from './parse-yaml.ts'
import { quote } from './quote.ts'

/** Every plug-in of feeds.yaml whose file is not there; of a program, where it is named by its path. */
export async function findMissingPlugins(yaml: ParsedYaml, root: string): Promise<ConfigProblem[]> {
  const list = yaml.valueAt(['plugins'])
  const found = (Array.isArray(list) ? list : []).map(async (item: unknown, index): Promise<ConfigProblem[]> => {
    const { file, command } = typeof item === 'string' ? { file: item, command: undefined } : ((item ?? {}) as Written)
    const program = Array.isArray(command) ? command[0] : undefined
    const named =
      typeof file === 'string' ? file : typeof program === 'string' && program.includes('/') ? program : undefined
    if (named === undefined || (named === file && 'problem' in parsePluginPath(named.trim()))) return []
    if (await isFile(path.resolve(root, named.trim()))) return []
    const keys = typeof item === 'string' ? [] : file === undefined ? ['command', 0] : ['file']
    const message = `there is no file ${quote(named)} in the planet's root (${root})`
    return [{ ...yaml.placeOf(['plugins', index, ...keys]), message }]
  })
  return (await Promise.all(found)).flat()
}

type Written = { file?: unknown; command?: unknown }

async function isFile(file: string): Promise<boolean> {
  try {
    return (await stat(file)).isFile()
  } catch {
    return false
  }
}
