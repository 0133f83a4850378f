/** A built-in script as it is sent: without the lines that are comments, and without indentation. No string of ours has more than a line. */
export function squeezeScript(script: string): string {
  return script.replace(/^\s*\/\/.*\n/gm, '').replace(/^\s+/gm, '')
}
