import path from 'node:path'
import type { Import, Source } from './read-source.ts'
import type { Rules } from './rules.ts'

/** What a file does that it must not, each in a sentence. */
export function findBreaches(source: Source, rules: Rules): string[] {
  return [
    ...source.imports.flatMap((one) => checkImport(source.file, one, rules)),
    ...checkUses(source, rules),
    ...checkName(source, rules),
    ...checkLength(source, rules),
  ].map((breach) => `${source.file}${breach}`)
}

/**
 * Files that import each other, types included: neither can be read, or moved, without the other.
 *
 * @returns one line a circle, which ends where it begins
 */
export function findCircles(sources: Pick<Source, 'file' | 'imports'>[]): string[] {
  const targets = new Map(
    sources.map(({ file, imports }) => [file, imports.flatMap((one) => resolve(file, one) ?? [])]),
  )
  const done = new Set<string>()
  const circles: string[] = []
  const visit = (file: string, way: string[]): void => {
    if (way.includes(file)) return void circles.push([...way.slice(way.indexOf(file)), file].join(' → '))
    if (done.has(file)) return
    for (const target of targets.get(file) ?? []) visit(target, [...way, file])
    done.add(file)
  }
  for (const file of targets.keys()) visit(file, [])
  return circles
}

function checkImport(file: string, { kind, target, line }: Import, rules: Rules): string[] {
  if (kind === 'computed' && isIn(file, rules.loads)) return []
  if (kind === 'computed') return [`:${line} imports what nobody can read there; write the name of what is imported`]
  if (kind === 'require') return [`:${line} requires ${target || 'something'}; import it`]
  const own = resolve(file, { target })
  if (own !== undefined) {
    const seen = [partOf(file), ...(findPart(file, rules.sees) ?? [])]
    return seen.includes(partOf(own)) || seen.includes(own) ? [] : [`:${line} may not import ${own}`]
  }
  if (target.startsWith('node:')) {
    return isIn(file, rules.node[target.slice('node:'.length)]) ? [] : [`:${line} may not import ${target}`]
  }
  const name = target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/')
  return isIn(file, rules.homes[name]) ? [] : [`:${line} is no home of ${name}`]
}

function checkUses({ file, uses }: Source, rules: Rules): string[] {
  return uses
    .filter(({ kind }) => !isIn(file, rules.uses[kind]))
    .map(({ text, line }) => `:${line} may not use ${text}`)
}

/** A file is named for the function, or the type, that it exports; a command, `check.ts`, for what runs it: `runCheck`. */
function checkName({ file, exports }: Source, { namedOtherwise }: Rules): string[] {
  const name = path.basename(file, '.ts')
  const names = isIn(file, ['commands/']) ? [name, `run-${name}`] : [name]
  const isNamed = exports.some((one) => names.includes(toKebab(one)))
  if (isIn(file, namedOtherwise))
    return isNamed && namedOtherwise.includes(file) ? [': is named for an export; take it off the list'] : []
  return isNamed ? [] : [`: exports no ${toCamel(name)}, only ${exports.join(', ') || 'nothing'}`]
}

function checkLength({ file, lines }: Source, { mostLines, longer }: Rules): string[] {
  const most = longer[file] ?? mostLines
  return lines > most ? [`: has ${lines} lines, more than ${most}: two ideas may want two files`] : []
}

/** The file that an import names, from src/; `undefined` where that is a package. */
function resolve(file: string, { target }: Pick<Import, 'target'>): string | undefined {
  return target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : undefined
}

/** The folder that a file is in; one that lies in src/ itself is a part of its own. */
function partOf(file: string): string {
  const folder = path.posix.dirname(file)
  return folder === '.' ? file : folder
}

function findPart(file: string, sees: Rules['sees']): string[] | undefined {
  return sees[partOf(file)]
}

/** @param places files, and folders that end in "/" */
function isIn(file: string, places: string[] | undefined): boolean {
  return places?.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place)) ?? false
}

function toKebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()
}

function toCamel(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())
}
