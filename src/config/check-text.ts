/** What XML, and so atom.xml, cannot hold. */
const unprintable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Cs}/u

/** A text that can be shown. */
export function checkText(text: string): { value: string } | { problem: string } {
  const letter = unprintable.exec(text)?.[0].codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')
  return letter === undefined
    ? { value: text }
    : { problem: `a character that cannot be shown (U+${letter}); take it out` }
}
