/**
 * A built-in script as it is sent: without lines that are comments, and without indentation. None of our scripts has a string of several
 * lines.
 */
export function squeezeScript(script: string): string {
  return script.replace(/^\s*\/\/.*\n/gm, '').replace(/^\s+/gm, '')
}
