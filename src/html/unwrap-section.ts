/** Some feeds put a CDATA section into another, or escape one: HTML would read it as a comment, and a plain text would show its markup. */
export function unwrapSection(text: string): string {
  if (!/^\s*<!\[CDATA\[/.test(text)) return text
  const trimmed = text.trim()
  return trimmed.endsWith(']]>') ? trimmed.slice('<![CDATA['.length, -3) : text
}
