/** Some feeds put a CDATA section into one, or escape one: HTML would read it as a comment, and a plain text would show its signs. */
export function unwrapSection(text: string): string {
  if (!text.includes('<![CDATA[')) return text
  const trimmed = text.trim()
  return trimmed.startsWith('<![CDATA[') && trimmed.endsWith(']]>') ? trimmed.slice('<![CDATA['.length, -3) : text
}
