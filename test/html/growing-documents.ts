import { elements, globalAttributes, namesOf } from '../../src/html/elements.ts'

/** A document that grows with a number, made by a rule. */
export type GrowingDocument = { name: string; make(size: number): string }

const open = (name: string) => `<${name}>`
const isVoid = (name: string) => elements.get(name)?.isVoid === true
const names = [...elements.keys(), 'my-note']

/** Each element that the table knows, in depth, in width, without ends, and around blocks; each attribute, long and often. */
const byRule: GrowingDocument[] = [
  ...names.flatMap((name): GrowingDocument[] => [
    { name: `<${name}> in itself`, make: (n) => open(name).repeat(n) + `a</${name}>`.repeat(isVoid(name) ? 0 : n) },
    { name: `<${name}> beside itself`, make: (n) => `${open(name)}a</${name}>`.repeat(n) },
    { name: `<${name}> without an end, between blocks`, make: (n) => `${open(name)}a<div>b</div>`.repeat(n) },
    { name: `one <${name}> around blocks`, make: (n) => `${open(name)}${'<div>a</div>'.repeat(n)}</${name}>` },
    { name: `one <${name}> around lines`, make: (n) => `${open(name)}${'a<i>b</i>'.repeat(n)}</${name}>` },
    { name: `one <${name}> around items`, make: (n) => `${open(name)}${'<li>a<td>b<dt>c<rt>d'.repeat(n)}</${name}>` },
  ]),
  ...attributesOf().flatMap(([name, attribute]): GrowingDocument[] => [
    { name: `<${name} ${attribute}>, long`, make: (n) => `<${name} ${attribute}="${'a'.repeat(8 * n)}">b</${name}>` },
    {
      name: `<${name} ${attribute}>, long, around blocks`,
      make: (n) => `<${name} ${attribute}="${'&'.repeat(4 * n)}">${'<div>a</div>'.repeat(n / 4)}</${name}>`,
    },
  ]),
]

/** What one would try who means harm. */
const byMalice: GrowingDocument[] = [
  { name: 'ruby in picture in ruby', make: (n) => `${'<ruby><picture>'.repeat(n)}a${'</picture></ruby>'.repeat(n)}` },
  { name: 'marks in marks around blocks', make: (n) => `${'<b><i><u>'.repeat(60)}${'<div>a</div>'.repeat(n)}` },
  { name: 'links in links around blocks', make: (n) => `${'<a href="/x">'.repeat(150)}${'<div>a</div>'.repeat(n)}` },
  { name: 'items that end what is around', make: (n) => '<li><div>'.repeat(n) + '</div></li>'.repeat(n) },
  { name: 'ends of what was never open', make: (n) => `${'<div>'.repeat(150)}${'</x>'.repeat(n)}` },
  { name: 'ends of what was ended', make: (n) => `${'<li><div>'.repeat(n)}${'</b></div>'.repeat(n)}` },
  { name: 'tables in cells', make: (n) => '<table><tr><td>'.repeat(n) },
  { name: 'cells that span all', make: (n) => `<table>${'<tr><td colspan=1000 rowspan=65534>a'.repeat(n)}</table>` },
  { name: 'cells that span rows', make: (n) => `<table>${'<tr><td rowspan=9999>a'.repeat(n)}</table>` },
  { name: 'raw elements without an end', make: (n) => '<title><textarea><xmp><script>'.repeat(n) },
  { name: 'raw elements that nearly end', make: (n) => `<script>${'</scrip></script'.repeat(n)}` },
  { name: 'half tags', make: (n) => '<a'.repeat(n) },
  { name: 'half attributes', make: (n) => '<a b="'.repeat(n) },
  {
    name: 'attributes without number',
    make: (n) => `<p ${Array.from({ length: n }, (_, at) => `a${at}=b`).join(' ')}>c`,
  },
  { name: 'comments without an end', make: (n) => '<!--'.repeat(n) },
  { name: 'sections without an end', make: (n) => '<![CDATA['.repeat(n) },
  { name: 'references without an end', make: (n) => '&am&#x&lt'.repeat(n) },
  { name: 'unbroken text', make: (n) => 'a'.repeat(20 * n) },
  { name: 'unbroken signs', make: (n) => '!'.repeat(20 * n) },
  { name: 'unbroken letters without blanks between words', make: (n) => '漢'.repeat(10 * n) },
  { name: 'blanks', make: (n) => `a${' '.repeat(20 * n)}b` },
  { name: 'no-break spaces', make: (n) => `<h2>${'\u00a0'.repeat(20 * n)}</h2>` },
  { name: 'a set of pictures', make: (n) => `<img srcset="${'a.png 1x,'.repeat(n)}">` },
  { name: 'commas in a set of pictures', make: (n) => `<img srcset="${','.repeat(10 * n)}">` },
  {
    name: 'conditions of pictures that nearly hold',
    make: (n) =>
      `<picture><source srcset=a.png media="${'(a: b) and '.repeat(16)}x"><img src=a.png srcset="a.png 1w" sizes="${'(a: b) and '.repeat(40)}x"></picture>`.repeat(
        n / 10,
      ),
  },
  { name: 'addresses with blanks', make: (n) => `<a href="a${' '.repeat(4 * n)}b${'\n'.repeat(n)}c">d</a>`.repeat(20) },
  { name: 'short addresses', make: (n) => '<a href="a">b</a>'.repeat(n) },
  { name: 'formulas in formulas', make: (n) => '<math><mtext>'.repeat(n) },
  { name: 'drawings that HTML ends', make: (n) => '<svg><p>'.repeat(n) },
]

export const growingDocuments: GrowingDocument[] = [...byRule, ...byMalice]

function attributesOf(): [name: string, attribute: string][] {
  const own = namesOf((rule) => rule.fate === 'stays').flatMap((name): [string, string][] =>
    (elements.get(name)?.attributes ?? []).map((attribute) => [name, attribute]),
  )
  return [...globalAttributes.map((attribute): [string, string] => ['b', attribute]), ...own]
}
