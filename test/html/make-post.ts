const [holders, marks, voids] = [
  'div blockquote section figure ul ol li figcaption'.split(' '),
  'a b code em span del q u'.split(' '),
  ['br', 'img', 'hr'],
]
const blocks = 'div blockquote section figure p h2 h3 pre ul ol hr'.split(' ')
const all = [...holders, ...marks, ...voids, ...blocks]

const usual = new Map([
  ['a', ['href="/x?a=1&b=2"', 'href="#y"', 'href="https://b.example/z/?q=1&amp;r"']],
  ['img', ['src="/a.png"', 'alt="words"', 'srcset="/a.jpg 640w, /b.jpg 2x"']],
  ['code', ['class="language-js"']],
])
const attributes = [
  ...[...usual.values()].flat(),
  ...['href="javascript:x"', 'href="http://c.example"', 'href=""', 'id="a"', 'id="b"', 'name="n"', 'title="&quot;<b>"'],
  ...['class="x aligncenter"', 'class="twitter-tweet"', 'class="katex-html"', 'aria-hidden="true"', 'title="a &lt; b"'],
  ...['style="text-align: center"', 'style="white-space: pre"', 'style="display:none"', 'hidden', "alt='x'", 'alt=""'],
  ...[
    'src="a b.jpg"',
    'width="640"',
    'height="1"',
    'sizes="100vw"',
    'loading="lazy"',
    'data-src="/l.jpg"',
    'lang="en"',
  ],
  ...[
    'dir="rtl"',
    'value="3"',
    'start="2"',
    'cite="/c"',
    'rel="nofollow"',
    'target="_blank"',
    'data-lang="go"',
    'id=a',
  ],
]
const texts = [
  ...['a', 'a b', '\n', ' ', '\n  ', '&amp;', '&nbsp;', '&#8217;', '&hellip;', 'x > y', 'a & b', '&', '&copy', '&lt;'],
  ...[
    '\u00a0',
    'é 漢',
    '\u{1f600}',
    '\n\nx',
    '&#10;y',
    '<!-- c -->',
    '<!--',
    '&#x1F600;',
    '&nope;',
    '&#128;',
    '&#x202e;',
  ],
]

/** A post as programs write them, made by chance: nested as HTML wants it, but for now and then. The same for the same numbers. */
export function makePost(random: () => number, around = 'div', depth = 0): string {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  let html = ''
  for (let count = random() * 4; count > 0; count--) {
    if (random() < 0.4 || depth > 5)
      html += around.endsWith('l') ? '\n' : pick(random() < 0.6 ? texts.slice(0, 6) : texts)
    else html += makeElement()
  }
  return html

  function makeElement(): string {
    const name = random() < 0.02 ? pick(all) : pick(fitting())
    let tag = `<${name}`
    if (random() < 0.35 || usual.has(name)) {
      for (let more = random() * 3; more > 0.5; more--)
        tag += ` ${pick((random() < 0.5 && usual.get(name)) || attributes)}`
    }
    if (voids.includes(name)) return `${tag}${pick([' />', '/>', '>'])}`
    const caption =
      name === 'figure' && random() < 0.6 ? `<figcaption>${makePost(random, 'p', depth + 1)}</figcaption>` : ''
    return `${tag}>${makePost(random, name, depth + 1)}${caption}${random() < 0.98 ? `</${name}>` : ''}`
  }

  function fitting(): readonly string[] {
    if (around === 'ul' || around === 'ol') return ['li']
    return holders.includes(around) && random() < 0.7 ? blocks : [...marks, 'br', 'img']
  }
}
