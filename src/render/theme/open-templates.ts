import { createHash } from 'node:crypto'
import nunjucks from 'nunjucks'
import { escapeXml } from '../../text/escape-xml.ts'
import { remember } from '../../text/remember.ts'
import type { MessageKey, Translate } from '../messages/open-messages.ts'
import { compiledTemplates } from './compiled-templates.ts'
import { findVariable } from './find-variable.ts'
import { findRefused, guardView, refuseName } from './guard-view.ts'
import type { TemplateSource } from './list-used.ts'
import { templateOptions } from './template-options.ts'

/** Templates by name, everything that they print escaped unless it is marked as HTML. */
export type Templates = { render(name: string, view: object, translate: Translate): string }

/** What templates are made from: their texts, by the name under which others extend, import or include them. */
export type TemplateSources = {
  sources: Map<string, TemplateSource>
  /** Some templates are the operator's own, and may ask for names that do not exist. */
  isOwn: boolean
}

/**
 * Where templates are the operator's own, all are compiled at once, and names that do not exist are refused as they render; built-in
 * templates are compiled when first used, each once.
 *
 * @throws Error with the file and the line, where a template does not compile
 */
export function openTemplates({ sources, isOwn }: TemplateSources): Templates {
  const environment = new nunjucks.Environment(makeLoader(sources), templateOptions)
  guardGlobals(environment)
  Object.assign(environment, { waterfall: doInTurn })
  for (const name of isOwn ? sources.keys() : []) {
    try {
      environment.getTemplate(name, true)
    } catch (error) {
      throw explain(error, name, sources)
    }
  }
  const openTranslate = remember(makeTranslate)
  return {
    render(name, view, translate) {
      try {
        const shown = isOwn ? guardView({ ...view }) : view
        return environment.render(name, { t: openTranslate(translate), ...shown })
      } catch (error) {
        throw explain(error, name, sources)
      }
    },
  }
}

function makeLoader(sources: Map<string, TemplateSource>): nunjucks.ILoader {
  return {
    getSource(name) {
      const source = sources.get(name)
      const compiled = source && compiledTemplates.get(createHash('sha256').update(source.text).digest('hex'))
      const src = compiled === undefined ? source?.text : { type: 'code', obj: compiled }
      // nunjucks accepts null, for a missing template, and a template compiled already; its types do not say so.
      return (source && { src, path: source.file, noCache: false }) as nunjucks.LoaderSource
    },
  }
}

/** The globals, where nunjucks looks last for a name that neither the template nor the view has. */
function guardGlobals(environment: nunjucks.Environment): void {
  const inner = environment as unknown as { globals: Record<string, unknown> }
  inner.globals = new Proxy(inner.globals, {
    has: () => true,
    get(target, key) {
      if (typeof key === 'symbol' || Object.hasOwn(target, key)) return Reflect.get(target, key)
      return refuseName(key, ['what docs/themes.md lists for this page'])
    },
  })
}

type Task = (...values: unknown[]) => void

/**
 * Called by nunjucks for an `include`: each task gets the results of the one before, and a function to call when it is done. With nunjucks'
 * own, everything rendered so far survived V8's collections of young garbage, which took half of their time and a sixth of a build's
 * memory.
 */
function doInTurn(tasks: Task[], done: () => void): void {
  let at = 0
  const next = (_error?: unknown, ...values: unknown[]) => {
    const task = tasks[at++]
    if (task === undefined) done()
    else task(...values, next)
  }
  next()
}

/** The function that a template calls for the site's own words: values are escaped unless they are marked as HTML. */
function makeTranslate(translate: Translate) {
  const translatePlain = remember((key: MessageKey) => new nunjucks.runtime.SafeString(translate(key, {}, escapeXml)))
  return (key: MessageKey, values?: Record<string, unknown>) => {
    // Most messages have no values, and are used on every page.
    if (values === undefined) return translatePlain(key)
    const given = Object.entries(values).filter(([name]) => name !== '__keywords')
    const safe = Object.fromEntries(given.map(([name, value]) => [name, makeSafe(value)]))
    return new nunjucks.runtime.SafeString(translate(key, safe, escapeXml))
  }
}

function makeSafe(value: unknown): string | number {
  if (typeof value === 'number') return value
  return value instanceof nunjucks.runtime.SafeString ? String(value) : escapeXml(String(value))
}

/** nunjucks names the template that was rendered, even where the mistake is in a template that it uses: find that one. */
function explain(error: unknown, name: string, sources: Map<string, TemplateSource>): Error {
  const file = sources.get(name)?.file ?? name
  const message = error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error)
  const refused = findRefused(message)
  if (refused !== undefined) return complain(findVariable(refused.name, name, sources) ?? file, refused.sentence, error)
  const [, line, reason = message] = /\[Line (\d+), Column \d+\] (.*)$/.exec(message) ?? []
  const plain = reason.replace(/^(?:\(\S+\) |Template render error: |Error: )+/, '')
  const isNothing = plain.includes('null or undefined')
  const what = isNothing ? `${plain}; in this line of it, or of a template that it uses` : plain
  return complain(line === undefined ? file : `${file}, line ${line}`, what, error)
}

function complain(place: string, what: string, cause: unknown): Error {
  return new Error(`a template cannot be used: ${place}: ${what}. The site is as it was`, { cause })
}
