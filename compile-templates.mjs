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
    const lean = /\bloop\b|\{% (include|block)/.test(template) ? code : code.replace(/^frame\.set\("loop\.\w+", .*\);$/gm, '')
    return `['${createHash('sha256').update(template).digest('hex')}', (() => {\n${lean}\n})()]`
  })
  return `export const compiledTemplates = new Map([\n${rows.join(',\n')}\n])\n`
}
