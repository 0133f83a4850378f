/**
 * Name the format of a file written for another program; `planet import` reads all of them.
 *
 * @returns the whole answer to the operator; `undefined` for what may well be YAML
 */
export function findForeignFormat(text: string): string | undefined {
  const kind = nameFormat(text)
  if (kind === undefined) return undefined
  return `this is ${kind}, and no YAML; give it another name, and "planet import NAME" makes feeds.yaml of it`
}

function nameFormat(text: string): string | undefined {
  const lines = text.split(/\r\n|\r|\n/, 1000).map((line) => line.trim())
  const written = lines.filter((line) => line !== '' && !/^[#;]/.test(line))
  const [first = ''] = written
  if (first.startsWith('<')) return /<opml[\s>]/i.test(text.slice(0, 5000)) ? 'a list of feeds in OPML' : 'XML'
  const isIni = /^\[[^\]"'{]+\]$/.test(first) && written.some((line) => /^[\w.-]+\s*[=:]/.test(line))
  if (isIni) return 'an INI file, as Venus and Pluto have them'
  return written.length > 0 && written.every((line) => /^https?:\/\/\S+$/i.test(line))
    ? 'a list of addresses'
    : undefined
}
