import { readFileSync } from 'node:fs'

const file = new URL('../package.json', import.meta.url)

/** The version of planet, as in package.json: "1.2.3". */
export const version = (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version
