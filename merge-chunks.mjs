import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

/**
 * esbuild makes a chunk for each set of entry points that share some modules: a hundred files, of which a command loads forty, most of
 * them smaller than what it costs to find, open and link a file. Chunks that the same of a few chosen entry points load become one file; so do
 * the smallest that import nothing, whoever loads them.
 *
 * @param outputs what esbuild's metafile says of what it wrote
 * @param chosen the sources of those entry points; what none of them loads stays as it is
 * @param others whatever loads a part of that, and should not have to load more
 */
export async function mergeChunks(outputs, chosen, others) {
  const closures = [...chosen, ...others].map((source) => findLoaded(outputs, source))
  const groups = new Map()
  for (const [file, { entryPoint }] of Object.entries(outputs)) {
    if (entryPoint !== undefined || !file.endsWith('.js')) continue
    const loadedBy = closures.map((loaded) => (loaded.has(file) ? 1 : 0)).join('')
    const group = isSmallLeaf(outputs, file) ? 'leaves' : loadedBy
    if (loadedBy.slice(0, chosen.length).includes('1')) groups.set(group, [...(groups.get(group) ?? []), file])
  }
  // Whatever loads a chunk loads all that it imports, too: so groups import each other in one direction only.
  const shared = [...groups.values()].filter((files) => files.length > 1)
  const places = new Map(shared.flatMap((files, group) => files.map((file, place) => [file, { group, place }])))
  const texts = await Promise.all(shared.map((files) => merge(files, outputs)))
  for (const [group, text] of texts.entries()) writeFileSync(nameGroup(group), turnImports(nameGroup(group), text, places))
  for (const file of Object.keys(outputs)) {
    if (places.has(file)) rmSync(file)
    else if (file.endsWith('.js')) writeFileSync(file, turnImports(file, readFileSync(file, 'utf8'), places))
  }
}

/** A few lines that import no other chunk. */
function isSmallLeaf(outputs, file) {
  const { bytes, imports } = outputs[file]
  return bytes < 1024 && !imports.some(({ path: other }) => other in outputs)
}

/** All files that are loaded with an entry point. */
function findLoaded(outputs, source) {
  const [entry] = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === source)
  const loaded = new Set([entry])
  for (const file of loaded) {
    for (const { path: other, kind } of outputs[file].imports) if (kind === 'import-statement' && other in outputs) loaded.add(other)
  }
  return loaded
}

/** Several chunks as one file, which exports all that they export, under names that tell which chunk each came from. */
async function merge(files, outputs) {
  const lines = files.map((file, place) => {
    const names = outputs[file].exports.map((name) => `${name} as ${name}_${place}`)
    return `export { ${names.join(', ')} } from './${path.basename(file)}'`
  })
  const inside = new Set(files.map((file) => path.basename(file)))
  const keepOthers = {
    name: 'others',
    setup({ onResolve }) {
      onResolve({ filter: /.*/ }, (found) => (inside.has(path.basename(found.path)) ? undefined : { path: found.path, external: true }))
    },
  }
  const options = { bundle: true, write: false, format: 'esm', platform: 'node', target: 'node20.19', legalComments: 'inline' }
  const stdin = { contents: lines.join('\n'), resolveDir: path.dirname(files[0]) }
  const { outputFiles } = await build({ ...options, stdin, plugins: [keepOthers] })
  return nameParts(files, outputs) + outputFiles[0].text
}

/** As esbuild does it, for whoever wants to know what is loaded: the packages that some chunks hold parts of. */
function nameParts(files, outputs) {
  const sources = files.flatMap((file) => Object.keys(outputs[file].inputs))
  const packages = new Set(sources.flatMap((source) => /^node_modules\/(?:@[^/]+\/)?[^/]+\//.exec(source) ?? []))
  return [...packages].map((name) => `// ${name}\n`).join('')
}

const nameGroup = (group) => `dist/shared-${group}.js`

/** The text of a file, whose imports of chunks that were merged name what they were merged into. */
function turnImports(file, text, places) {
  return text.replace(/^import (?:\{([^}]*)\} from )?"(\.[^"]+)";$/gm, (line, names, target) => {
    const found = places.get(path.join(path.dirname(file), target))
    if (found === undefined) return line
    const relative = path.relative(path.dirname(file), nameGroup(found.group))
    const from = JSON.stringify(relative.startsWith('.') ? relative : `./${relative}`)
    if (names === undefined) return `import ${from};`
    const turned = names.split(',').map((name) => {
      const [given, own = given] = name.trim().split(' as ')
      return `${given}_${found.place} as ${own}`
    })
    return `import { ${turned.join(', ')} } from ${from};`
  })
}
