const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/gu
/** The forbidden characters, and all surrogates, also those in whole pairs: a quick test, and most texts have none. */
const mayBeForbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ud800-\udfff\ufffe\uffff]/

/**
 * Text without what XML 1.0 (section 2.2) forbids or advises against: control characters, lone surrogates, U+FFFE and U+FFFF. A feed with
 * one of them is not well-formed, and strict readers refuse JSON with them.
 */
export function stripForbidden(text: string): string {
  return mayBeForbidden.test(text) ? text.replace(forbidden, '') : text
}
