const escapes: Record<string, string> = { '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/**
 * Put words in the place of MathML: its alttext, else the TeX that it was made from, else the text of its elements.
 * Linear in time, whatever stands there.
 */
export function replaceMath(html: string): string {
  const lower = html.toLowerCase()
  let result = ''
  let at = 0
  for (;;) {
    const start = lower.indexOf('<math', at)
    const end = start === -1 ? -1 : lower.indexOf('</math', start)
    if (end === -1 || !/[\s/>]/.test(html.charAt(start + 5))) break
    const close = html.indexOf('>', end)
    const stop = close === -1 ? html.length : close + 1
    result += html.slice(at, start) + sayMath(html.slice(start, end))
    at = stop
  }
  return result + html.slice(at)
}

function sayMath(math: string): string {
  const [, attributes = '', content = ''] = /^<math([^>]*)>([\s\S]*)$/i.exec(math) ?? []
  const [, , alttext] = /\balttext\s*=\s*(["'])([\s\S]*?)\1/i.exec(attributes) ?? []
  if (alttext?.trim()) return escapeText(alttext.trim())
  const tex = content.toLowerCase().indexOf('<annotation')
  const encoded = tex === -1 ? '' : content.slice(tex).replace(/<\/annotation[\s\S]*$/i, '')
  if (/^<annotation[^>]*(tex|latex)/i.test(encoded)) return escapeText(encoded.replace(/^[^>]*>/, '').trim())
  const shown = tex === -1 ? content : content.slice(0, tex)
  return shown
    .replace(/<[^>]*>/g, ' ')
    .replace(/[<>]/g, escapeText)
    .replace(/\s+/g, ' ')
    .trim()
}

function escapeText(text: string): string {
  return text.replace(/[<>"]/g, (sign) => escapes[sign] ?? sign)
}
