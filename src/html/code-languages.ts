import type { Attributes } from './nodes.ts'

/** Grammar of the highlighter → the other names by which people call the language. */
const grammars = {
  bash: 'sh zsh shell-script',
  c: 'h',
  clojure: 'clj cljs edn',
  cpp: 'c++ cc cxx hpp hxx arduino ino',
  csharp: 'c# cs dotnet',
  css: '',
  dart: '',
  diff: 'patch udiff',
  dockerfile: 'docker containerfile',
  elixir: 'ex exs',
  erlang: 'erl',
  go: 'golang',
  graphql: 'gql',
  groovy: 'gradle',
  haskell: 'hs',
  http: 'https',
  ini: 'toml cfg conf properties editorconfig',
  java: '',
  javascript: 'js jsx mjs cjs node ecmascript',
  json: 'json5 jsonc geojson jsonl',
  julia: 'jl',
  kotlin: 'kt kts',
  latex: 'tex',
  less: '',
  lisp: 'elisp emacs-lisp common-lisp cl',
  lua: '',
  makefile: 'make mk',
  markdown: 'md mkd mdx',
  nginx: 'nginxconf',
  nix: '',
  objectivec: 'objc objective-c obj-c',
  ocaml: 'ml',
  perl: 'pl perl5',
  php: 'php5 php7',
  powershell: 'ps1 pwsh posh',
  python: 'py python2 python3 py3 gyp ipython pycon',
  r: 'rlang splus',
  ruby: 'rb gemspec irb rails',
  rust: 'rs',
  scala: 'sbt',
  scheme: 'scm racket guile',
  scss: 'sass',
  shell: 'console shellsession sh-session shell-session terminal bash-session',
  sql: 'mysql pgsql postgresql plsql sqlite tsql',
  swift: '',
  typescript: 'ts tsx mts cts',
  vim: 'viml vimscript',
  xml: 'html xhtml svg rss atom xsl xslt plist html5 markup vue svelte',
  yaml: 'yml',
} as const

export type Grammar = keyof typeof grammars

const grammarOf = new Map(
  Object.entries(grammars).flatMap(([name, others]) =>
    [name, ...others.split(' ')].filter(Boolean).map((known) => [known, name as Grammar] as const),
  ),
)

/** The grammar for a language as people name it; `undefined` for one that we cannot color. */
export function findGrammar(language: string): Grammar | undefined {
  return grammarOf.get(language.toLowerCase())
}

/** Classes which tell that a class beside them names a language. */
const markers =
  /(?:^|\s)(?:highlight|highlighter-\w+|hljs|sourceCode|src|codehilite|prettyprint|syntaxhighlighter|code)(?:\s|$)/

/**
 * The language of a piece of code, as the many programs that color code for blogs mark it: on the code, on its box, or on what is around it.
 *
 * @param name of the element
 * @returns lower case
 */
export function findCodeLanguage(name: string, attributes: Attributes): string | undefined {
  if (attributes.size === 0) return undefined
  const names = attributes.get('class') ?? ''
  const isBox = name !== 'pre' && name !== 'code'
  const [, plain] = /(?:^|\s)lang(?:uage)?-([\w+#.-]{1,30})/.exec(names) ?? []
  if (plain !== undefined) return plain.toLowerCase()
  const [, brush] = /(?:^|[\s;])brush:\s*([\w+#.-]{1,30})/.exec(names) ?? []
  if (brush !== undefined) return brush.toLowerCase()
  for (const key of ['data-lang', 'data-language', 'data-enlighter-language']) {
    const value = attributes.get(key)?.trim()
    if (value !== undefined && /^[\w+#.-]{1,30}$/.test(value)) return value.toLowerCase()
  }
  // GitHub, Sphinx and others name the language in a class that may mean something else: only known languages count.
  const [, compound] = /(?:^|\s)(?:highlight-source|highlight-text|highlight|src)-([\w+#-]{1,30})/.exec(names) ?? []
  const told = compound?.toLowerCase().replace(/^(?:html|source)-/, '')
  if (told !== undefined && findGrammar(told) !== undefined) return told
  const isMarked = markers.test(names)
  if (names !== '' && (isMarked || !isBox)) {
    const bare = names.split(/\s+/).find((word) => (isMarked || word.length > 1) && findGrammar(word) !== undefined)
    if (bare !== undefined) return bare.toLowerCase()
  }
  // `lang` more often names a language that people speak.
  const spoken = name === 'pre' ? (attributes.get('lang') ?? '') : ''
  return spoken.length > 2 && findGrammar(spoken) !== undefined ? spoken.toLowerCase() : undefined
}
