import { compileRegex } from '../text/compile-regex.ts'

/**
 * A regular expression of Python, Ruby or Perl as feeds.yaml has them: `/…/flags`.
 *
 * @returns `undefined` where it may have another meaning in feeds.yaml, or none
 */
export function fitRegexp(written: string): string | undefined {
  let flags = ''
  const body = written
    .trim()
    .replace(/\(\?([aiLmsux]+)\)/g, (_, letters: string) => {
      flags += letters
      return ''
    })
    .replaceAll('(?P<', '(?<')
    .replaceAll('\\A', '^')
    .replace(/\\[Zz]/g, '$')
  const kept = [...new Set(flags)].filter((flag) => 'ims'.includes(flag)).join('')
  // Verbose expressions (`x`) have blanks that mean nothing; lookaround and back references cannot be matched in linear time.
  if (/[xL]/.test(flags) || body === '' || body.includes('\n') || /\(\?(<?[=!]|P=|\(|#)|\\[1-9]/.test(body))
    return undefined
  if ('problem' in compileRegex(body, kept)) return undefined
  const escaped = body.replace(/(^|[^\\])((?:\\\\)*)\//g, '$1$2\\/')
  return `/${escaped}/${kept}`
}
