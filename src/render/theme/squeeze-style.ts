/**
 * The built-in style as it is sent: without comments, and without white space and zeros that mean nothing. Quoted text stays. The source
 * is written for people to read and to start their own style from; the squeezed style is loaded by every visitor.
 */
export function squeezeStyle(css: string): string {
  return css
    .replace(/\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//g, '')
    .split(/("[^"\n]*")/)
    .map((part, index) => (index % 2 === 1 ? part : squeeze(part)))
    .join('')
    .trim()
}

function squeeze(css: string): string {
  return css
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,>]) ?/g, '$1')
    .replace(/([a-z-]): /g, '$1:')
    .replaceAll(';}', '}')
    .replace(/(?<![\w.])0(?=\.\d)/g, '')
}
