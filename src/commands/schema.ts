import { makeJsonSchema } from '../config/make-json-schema.ts'
import { exitCodes } from './exit-codes.ts'
import { printJson } from './print.ts'

/** `planet schema`: print the schema of feeds.yaml for editors (JSON Schema draft-07). @returns the exit code */
export function runSchema(): number {
  printJson(makeJsonSchema(), undefined, 2)
  return exitCodes.done
}
