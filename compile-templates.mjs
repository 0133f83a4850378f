import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'
import nunjucks from 'nunjucks'

/**
 * What is to stand in src/render/theme/compiled-templates.ts: in what is published, and where tests run the source, which would compile
 * each template again for each planet.
 */
export async function compileTemplates() {
const options = { entryPoints: ['src/render/theme/template-options.ts'], format: 'esm', write: false }
  const [{ text }] = (await build(options)).outputFiles
  const { templateOptions } = await import(`data:text/javascript,${encodeURIComponent(text)}`)
  const names = readdirSync('templates', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.njk'))
  const rows = names.sort().map((name) => {
    const template = readFileSync(path.join('templates', name), 'utf8')
    const code = nunjucks.compiler.compile(template, [], [], name, templateOptions)
    // A loop counts its turns in seven ways; where nothing can ask for them, it need not.
    const lean = mayAskForTurns(template) ? code : code.replace(/^frame\.set\("loop\.\w+", .*\);$/gm, '')
    return `['${createHash('sha256').update(template).digest('hex')}', (() => {\n${shorten(lean, templateOptions)}\n})()]`
  })
  return `${helpers}export const compiledTemplates = new Map([\n${rows.join(',\n')}\n])\n`
}

/** True where a loop's own variables are named, or where one goes round what another template may have written. */
function mayAskForTurns(template) {
  let depth = 0
  for (const [, tag] of template.matchAll(/\{%-? *(for|endfor|include|block)\b/g)) {
    if (tag === 'for') depth += 1
    else if (tag === 'endfor') depth -= 1
    else if (depth > 0) return true
  }
  return /\bloop\b/.test(template)
}

/** What prints a value as nunjucks does: most of them are texts without anything to escape, and are seen to be at once. */
const helpers = `const special = /[&<>"'\`\\\\]/
const print = (runtime, value, line, column) =>
  typeof value === 'string' && !special.test(value)
    ? value
    : runtime.suppressValue(runtime.ensureDefined(value, line, column), true)
`

/**
 * The same code with fewer calls of nunjucks' runtime: a page prints thousands of values. No view has functions, so that a member is one
 * of JavaScript's; no name of a variable has a dot but those of a loop.
 */
function shorten(code, { autoescape, throwOnUndefined }) {
  if (!autoescape || !throwOnUndefined) throw new Error('print() escapes, and lets nothing be undefined')
  const simple = String.raw`(?:\w+|runtime\.contextOrFrameLookup\(context, frame, "\w+"\))(?:\?\.\w+)*`
  const member = new RegExp(String.raw`runtime\.memberLookup\(\((${simple})\),"(\w+)"\)`, 'g')
  let shorter = code
  for (let before; before !== shorter; ) [before, shorter] = [shorter, shorter.replace(member, '$1?.$2')]
  return shorter
    .replace(/ \+= runtime\.suppressValue\(runtime\.ensureDefined\((.*),(\d+),(\d+)\), env\.opts\.autoescape\);$/gm, ' += print(runtime, $1, $2, $3);')
    .replace(new RegExp(String.raw`print\(runtime, env\.getFilter\("safe"\)\.call\(context, (${simple})\), \d+, \d+\);`, 'g'), '$1 ?? "";')
    .replace(/^frame\.set\("(\w+)", (\w+)\);$/gm, 'frame.variables.$1 = $2;')
}
