import type { ConfigProblem } from './config-error.ts'
import { isSecretName } from './is-secret-name.ts'
import type { ParsedYaml } from './parse-yaml.ts'

/** Headers, and the address of a database, with a secret written in the file itself: feeds.yaml is shown, shared, and kept in git. */
export function findWrittenSecrets(yaml: ParsedYaml): ConfigProblem[] {
  return [...findPassword(yaml), ...findHeaders(yaml)]
}

function findPassword(yaml: ParsedYaml): ConfigProblem[] {
  const state = yaml.valueAt(['state'])
  if (typeof state !== 'string' || !/^postgres(ql)?:\/\/[^/?#]*:[^/?#$]+@/.test(state)) return []
  const message =
    'a password does not belong into this file: write "state: ${DATABASE_URL}", and set DATABASE_URL in the environment'
  return [{ ...yaml.placeOf(['state']), message }]
}

function findHeaders(yaml: ParsedYaml): ConfigProblem[] {
  const feeds = yaml.valueAt(['feeds'])
  if (!Array.isArray(feeds)) return []
  return feeds.flatMap((_, index) => {
    const path = ['feeds', index, 'headers']
    const headers = yaml.valueAt(path)
    if (typeof headers !== 'object' || headers === null) return []
    const written = Object.entries(headers).filter(([name, value]) => {
      return isSecretName(name) && typeof value === 'string' && !value.includes('${')
    })
    return written.map(([name]) => ({
      ...yaml.placeOfKey([...path, name]),
      message: `a secret does not belong into this file: write "${name}: \${SOME_NAME}", and set SOME_NAME in the environment`,
    }))
  })
}
