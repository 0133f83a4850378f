import { readFileSync } from 'node:fs'
import { packageRoot } from './package-root.ts'

const file = new URL('package.json', packageRoot)

/** The version of planet, as in package.json: "1.2.3". */
export const version = (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version

declare const __BUILD__: string | undefined

/** Identifies this build of the program; `undefined` where it runs from its sources, which change without a build. */
export const buildId = typeof __BUILD__ === 'undefined' ? undefined : __BUILD__
