/** The color of a piece of code: one of `codeColors`. */
export type CodeColor = (typeof codeColors)[number]

/** Comment, keyword, string, number or other constant, name that is defined or known, line that a patch removes, line that it adds. */
export const codeColors = ['hl-c', 'hl-k', 'hl-s', 'hl-n', 'hl-f', 'hl-d', 'hl-i'] as const

const none = 'none'

/** Names of highlight.js and Prism. */
const words = new Map<string, CodeColor | typeof none>()
for (const [color, names] of [
  ['hl-c', 'comment quote doctag prolog doctype cdata shebang'],
  ['hl-k', 'keyword selector-tag selector name template-tag bullet meta tag atrule rule important storage this'],
  [
    'hl-s',
    'string regexp regex link code char char_ escape_ attr-value url string-2 template-string triple-quoted-string',
  ],
  ['hl-n', 'number literal symbol boolean constant constant_ entity atom nil'],
  [
    'hl-f',
    'title section built_in builtin type attr attribute attr-name property function function_ class-name class_ selector-class selector-id selector-attr selector-pseudo decorator annotation def',
  ],
  ['hl-d', 'deletion deleted'],
  ['hl-i', 'addition inserted'],
  [none, 'subst interpolation'],
] as const) {
  for (const name of names.split(' ')) words.set(name, color)
}

/** Of GitHub. */
const github = new Map<string, CodeColor | typeof none>([
  ['c', 'hl-c'],
  ['k', 'hl-k'],
  ['ent', 'hl-k'],
  ['s', 'hl-s'],
  ['pds', 'hl-s'],
  ['sr', 'hl-s'],
  ['c1', 'hl-n'],
  ['en', 'hl-f'],
  ['e', 'hl-f'],
  ['md', 'hl-d'],
  ['mi1', 'hl-i'],
  ['s1', none],
  ['pse', none],
])

/** Of Pygments, Rouge and Chroma, which name a kind by its first letters; pandoc has some of its own. */
const short: readonly [RegExp, CodeColor][] = [
  [/^(c|ch|cm|c1|cs|cd|cpf|co|do|an)$/, 'hl-c'],
  [/^(k[cdnprtw]?|kw|cf|im|ow|nt|cp|pp)$/, 'hl-k'],
  [/^(s|s[abcdehirsx12]|st|vs|dl)$/, 'hl-s'],
  [/^(m|m[bfhio]|mx|il|l|ld|no|dv|bn|fl|cn)$/, 'hl-n'],
  [/^(n[abcdef]|nn|nx?f|fm|bp|fu|dt|at|gh|gu)$/, 'hl-f'],
  [/^gd$/, 'hl-d'],
  [/^gi$/, 'hl-i'],
]

/** What older versions of highlight.js put around a whole definition. */
const frames = new Set(['hljs-function', 'hljs-class', 'hljs-params', 'hljs-tag'])

/**
 * The color of a piece of code that the blog's own highlighter has colored, from its classes.
 *
 * @returns `undefined` where they say nothing about it
 */
export function findCodeColor(classes: string): CodeColor | typeof none | undefined {
  for (const name of classes.slice(0, 200).split(/\s+/)) {
    const own = codeColors.find((color) => color === name)
    if (own !== undefined) return own
    if (frames.has(name)) return undefined
    const [, prefix, rest = ''] = /^(hljs|token|cm|pl)-(.+)$/.exec(name) ?? []
    const found =
      prefix === 'pl'
        ? github.get(rest)
        : (words.get(rest === '' ? name : rest) ?? short.find(([kind]) => kind.test(name))?.[1])
    if (found !== undefined) return found
  }
  return undefined
}
