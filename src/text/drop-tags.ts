/**
 * The words of stored HTML as a paragraph, for HTML whose structure is more than we can cope with: the structure is not looked at, and no
 * time is lost. Text between tags is escaped already.
 */
export function dropTags(html: string): string {
  const words = html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\s+/g, ' ')
  return `<p>${words}</p>`
}
