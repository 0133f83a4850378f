import { makeJsonSchema } from '../config/make-json-schema.ts'
import { exitCodes } from './exit-codes.ts'

/** `planet schema`: print the schema of feeds.yaml for editors (JSON Schema draft-07). @returns the exit code */
export function runSchema(): number {
  process.stdout.write(`${JSON.stringify(makeJsonSchema(), null, 2)}\n`)
  return exitCodes.done
}
