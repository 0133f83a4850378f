/** A comment without an end swallows no text: only its `<!--` goes. */
export function openComment(text: string): { text: string; hasOpenComment: boolean } {
  if (!text.includes('<!--')) return { text, hasOpenComment: false }
  const at = text.indexOf('<!--', Math.max(text.lastIndexOf('-->'), text.lastIndexOf('--!>')) + 1)
  if (at < 0) return { text, hasOpenComment: false }
  return { text: text.slice(0, at) + text.slice(at + 4), hasOpenComment: true }
}
