/**
 * Text without what XML 1.0 (section 2.2) forbids: control characters, lone surrogates, U+FFFE and U+FFFF; and without
 * the two signs that make text run backwards from there on.
 */
export function stripForbidden(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202d\u202e]|\p{Surrogate}/gu, '')
}
