import { schema } from './schema.ts'

/** A key of feeds.yaml as the schema describes it; its texts are written as they would be in the file. */
export type KeyDescription = {
  name: string
  about: string
  required: boolean
  default: string | undefined
  example: string | undefined
  /** Of a section, or of one feed. */
  keys: KeyDescription[]
}

/** The parts of zod's types that we read: an object has a shape; lists, defaults and the like wrap another type. */
type Schema = {
  def: { shape?: Record<string, Schema>; element?: Schema; innerType?: Schema; out?: Schema; defaultValue?: unknown }
  meta(): Record<string, unknown> | undefined
  safeParse(value: unknown): { success: boolean }
}

/** Every key of feeds.yaml, in the order of the schema, with those below it. */
export function listKeys(): KeyDescription[] {
  // The static type of a schema hides its inner types.
  return listKeysOf(schema as unknown as Schema)
}

function listKeysOf(type: Schema): KeyDescription[] {
  const { shape, element, innerType, out } = type.def
  const inner = innerType ?? out ?? element
  if (shape === undefined) return inner === undefined ? [] : listKeysOf(inner)
  return Object.entries(shape).map(([name, key]) => {
    const { description, examples } = key.meta() ?? {}
    const [example] = Array.isArray(examples) ? examples : []
    return {
      name,
      about: String(description ?? ''),
      required: !key.safeParse(undefined).success,
      default: writeDefault(key.def.defaultValue),
      example: example === undefined ? undefined : String(example),
      keys: listKeysOf(key),
    }
  })
}

function writeDefault(value: unknown): string | undefined {
  if (Array.isArray(value)) return `[${value.join(', ')}]`
  if (value === undefined || typeof value === 'object') return undefined
  return String(value).startsWith('%') ? `"${value}"` : String(value)
}
