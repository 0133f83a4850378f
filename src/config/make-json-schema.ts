import { parse } from 'yaml'
import { z } from 'zod'
import { findOwn } from '../text/find-own.ts'
import { oldNames } from './rename-old-keys.ts'
import { schema } from './schema.ts'

type JsonSchema = Record<string, unknown>
/** What is read of zod's types. */
type Definition = { type: string; shape?: Record<string, z.ZodType>; in?: z.ZodType; catchall?: unknown }

/**
 * The schema of feeds.yaml for editors: JSON Schema draft-07, the newest that they support. It is made from the schema that checks the
 * file, so the two cannot disagree; this one is looser, since only the loader can tell what is an address or a time zone.
 */
export function makeJsonSchema(): JsonSchema {
  const { $schema, ...made } = z.toJSONSchema(schema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => refine(zodSchema._zod.def as Definition, jsonSchema as JsonSchema),
  }) as JsonSchema
  return { $schema, title: 'feeds.yaml of Planet', ...made }
}

/** Add what zod leaves out: free keys, optional keys, examples, and short forms. */
function refine(def: Definition, json: JsonSchema): void {
  if (def.shape !== undefined) describeKeys(def.shape, json)
  if (def.catchall !== undefined) Object.assign(json, { additionalProperties: false, patternProperties: { '^x-': {} } })
  if (def.type === 'pipe' && (def.in?._zod.def as Definition | undefined)?.type === 'transform') addShortForm(json)
}

function describeKeys(shape: Record<string, z.ZodType>, json: JsonSchema): void {
  const properties = json.properties as Record<string, JsonSchema>
  const required = Object.entries(shape).flatMap(([key, type]) => (type.safeParse(undefined).success ? [] : [key]))
  if (required.length > 0) json.required = required
  else delete json.required
  for (const [key, type] of Object.entries(shape)) {
    const property = findOwn(properties, key)
    if (property === undefined) continue
    const examples = type.meta()?.examples
    if (Array.isArray(examples)) property.examples = examples.map(readExample)
    // An empty section says nothing: its keys have defaults of their own.
    if (JSON.stringify(property.default) === '{}') delete property.default
  }
  for (const [old, name] of oldNames) {
    const property = findOwn(properties, name)
    const { default: _default, ...kept } = property ?? {}
    const described = { ...kept, description: `The old name of \`${name}\`.`, deprecated: true }
    if (property !== undefined) Object.assign(properties, { [old]: described })
  }
}

/** An example, which the schema keeps as it is written in the file. */
function readExample(example: unknown): unknown {
  return typeof example === 'string' ? parse(example) : example
}

/** A feed, or an entry that was purged, may be written as a bare text, and their list may be empty. */
function addShortForm(json: JsonSchema): void {
  const { description, ...long } = { ...json }
  for (const key of Object.keys(json)) Reflect.deleteProperty(json, key)
  if (description !== undefined) json.description = description
  json.anyOf = [{ type: long.type === 'array' ? 'null' : 'string' }, long]
}
