import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { ConfigProblem } from './config-error.ts'
import { parseListPath, parsePluginPath } from './parse-address.ts'
import type { ParsedYaml } from './parse-yaml.ts'
import { quote } from './quote.ts'

/** A file that feeds.yaml names, and where it names it. */
type Named = { file: string; keys: (string | number)[] }

/** Every plug-in and every reading list of feeds.yaml whose file is missing; a program is checked only where it is named by a path. */
export async function findMissingFiles(yaml: ParsedYaml, root: string): Promise<ConfigProblem[]> {
  const named = [...listOf(yaml, 'plugins').flatMap(namePlugin), ...listOf(yaml, 'include').flatMap(nameList)]
  const found = named.map(async ({ file, keys }): Promise<ConfigProblem[]> => {
    const kind = await findKind(path.resolve(root, file.trim()))
    if (kind === 'file') return []
    const message =
      kind === 'folder'
        ? `${quote(file)} is a folder; expected a file in it`
        : `there is no file ${quote(file)} in the planet's root (${root})`
    return [{ ...yaml.placeOf(keys), message }]
  })
  return (await Promise.all(found)).flat()
}

function listOf(yaml: ParsedYaml, key: string): unknown[] {
  const list = yaml.valueAt([key])
  return Array.isArray(list) ? list : []
}

function namePlugin(item: unknown, index: number): Named[] {
  const { file, command } = typeof item === 'string' ? { file: item, command: undefined } : ((item ?? {}) as Plugin)
  const program = Array.isArray(command) ? command[0] : undefined
  if (typeof file === 'string') {
    if ('problem' in parsePluginPath(file.trim())) return []
    return [{ file, keys: ['plugins', index, ...(typeof item === 'string' ? [] : ['file'])] }]
  }
  const isPath = typeof program === 'string' && program.includes('/')
  return isPath ? [{ file: program, keys: ['plugins', index, 'command', 0] }] : []
}

function nameList(item: unknown, index: number): Named[] {
  const url = typeof item === 'string' ? item : ((item ?? {}) as List).url
  if (typeof url !== 'string' || /^[a-z][a-z0-9+.-]*:/i.test(url.trim()) || 'problem' in parseListPath(url.trim()))
    return []
  return [{ file: url, keys: ['include', index, ...(typeof item === 'string' ? [] : ['url'])] }]
}

type Plugin = { file?: unknown; command?: unknown }
type List = { url?: unknown }

async function findKind(file: string): Promise<'file' | 'folder' | 'nothing'> {
  try {
    return (await stat(file)).isDirectory() ? 'folder' : 'file'
  } catch {
    return 'nothing'
  }
}
