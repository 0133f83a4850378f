/** Counts up with every change of what the sanitiser lets through: HTML made by an older one is made again. */
export const sanitiserVersion = 1

const words = (list: string) => list.trim().split(/\s+/)

/** Elements that stay. All others go and their text stays, but for those of `droppedWhole`. */
export const allowedTags = words(`
  a abbr acronym address article aside audio b bdi bdo big blockquote br caption center cite code col colgroup dd del
  details dfn div dl dt em figcaption figure footer h1 h2 h3 h4 h5 h6 header hgroup hr i img ins kbd li main mark nav ol
  p picture pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th thead
  time tr tt u ul var video wbr`)

/** Of a title, which stands in headings and lists: what can be said within a line, and no links. */
export const inlineTags = words(
  'abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small strong sub sup u var',
)

/** Elements that go with all that is in them: it is not for reading, or could be read as something else. */
export const droppedWhole = words(`
  script style noscript template textarea option select xmp svg math title head noembed noframes
  plaintext applet frameset datalist`)

/** Elements without content. */
export const voidTags = words('br col hr img source wbr')

/** Attributes that stay, by element; `*` for all of them. */
export const allowedAttributes: Record<string, string[]> = {
  '*': ['dir', 'id', 'lang', 'title'],
  a: ['href', 'hreflang', 'type'],
  audio: ['src'],
  blockquote: ['cite'],
  code: ['class'],
  col: ['span'],
  colgroup: ['span'],
  del: ['cite', 'datetime'],
  details: ['open'],
  img: ['alt', 'height', 'sizes', 'src', 'srcset', 'width'],
  ins: ['cite', 'datetime'],
  li: ['value'],
  ol: ['reversed', 'start', 'type'],
  pre: ['class'],
  q: ['cite'],
  source: ['media', 'sizes', 'src', 'srcset', 'type'],
  td: ['colspan', 'rowspan'],
  th: ['abbr', 'colspan', 'rowspan', 'scope'],
  time: ['datetime'],
  video: ['height', 'poster', 'src', 'width'],
}
