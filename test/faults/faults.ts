import zlib from 'node:zlib'
import type { ProblemCode } from '../../src/model.ts'
import {
  answer,
  answerAndEnd,
  answerAndReset,
  answerForEver,
  inTurn,
  redirect,
  respond,
  type Script,
  silence,
} from '../servers/open-scripted-server.ts'
import { atom, billionLaughs, item, json, kept, quadraticBlowup, rss } from './feeds.ts'

/**
 * One way in which a server or a feed misbehaves, and what is right: the problem's code; "Kept" is on the page; or it asks us to
 * wait, and is obeyed.
 */
export type Fault = { name: string; script: Script; comes: ProblemCode | 'Kept' | 'waiting' }

/** Where a redirect must never get to. */
export type Victim = { port: number }

const ok = 'HTTP/1.1 200 OK\r\n'
const good = rss()
const gzip = zlib.gzipSync(good)
const packed = (encoding: string, body: Uint8Array) => respond(200, { 'Content-Encoding': encoding }, body)
const xml = (body: string | Uint8Array, type = 'application/xml') =>
  respond(200, { 'Content-Type': type }, typeof body === 'string' ? Buffer.from(body) : body)
const latin1 = (text: string) => Buffer.from(text, 'latin1')
const utf16 = (text: string) => Buffer.from(text, 'utf16le')
const bigEndian = (text: string) => utf16(text).swap16()

export function listFaults(victim: Victim): Fault[] {
  return [
    ...connection.map(([name, comes, script]) => ({ name, comes, script })),
    ...listRedirects(victim),
    ...statuses.map(([status, comes]) => ({
      name: `status ${status}`,
      comes,
      script: respond(status, {}, status === 204 || status === 304 ? '' : good),
    })),
    ...bodies.map(([name, comes, script]) => ({ name, comes, script })),
    // It counts its requests, so that each server needs one of its own.
    { name: 'answers well, then never again', comes: 'Kept', script: inTurn(xml(good), silence) },
    ...contents.map(([name, body]) => ({ name, comes: 'Kept' as const, script: xml(body) })),
  ]
}

const length = `Content-Length: ${Buffer.byteLength(good)}\r\n`
const chunks = `${Buffer.byteLength(good).toString(16)}\r\n${good}\r\n0\r\n\r\n`

type Row = [name: string, comes: Fault['comes'], script: Script]

const connection: Row[] = [
  ['closes at once', 'RESET', (socket) => void socket.end()],
  ['resets at once', 'RESET', (socket) => void socket.resetAndDestroy()],
  ['resets in the headers', 'RESET', answerAndReset(`${ok}Content-Le`)],
  ['resets in the body', 'RESET', answerAndReset(`${ok}Content-Length: 9999\r\n\r\n${good}`)],
  ['resets in chunks', 'RESET', answerAndReset(`${ok}Transfer-Encoding: chunked\r\n\r\nfff\r\n<rss>`)],
  ['says nothing', 'TIMEOUT', silence],
  ['drips its headers', 'TIMEOUT', answerForEver(ok, 'X: y\r\n', 300)],
  ['drips its body', 'TIMEOUT', answerForEver(`${ok}\r\n<rss>`, ' ', 300)],
  ['hints for ever', 'TIMEOUT', answerForEver('', 'HTTP/1.1 103 Early Hints\r\n\r\n', 300)],
  ['stops in the body', 'TIMEOUT', answer(`${ok}Content-Length: 9999\r\n\r\n${good}`)],
  ['stops between chunks', 'TIMEOUT', answer(`${ok}Transfer-Encoding: chunked\r\n\r\n5\r\n<rss>\r\n`)],
  ['sends less than it said', 'RESET', answerAndEnd(`${ok}Content-Length: 9999\r\n\r\n${good}`)],
  ['sends more than it said', 'Kept', answerAndEnd(`${ok}Content-Length: ${good.length}\r\n\r\n${good}and more`)],
  ['says one length twice', 'Kept', answerAndEnd(`${ok}${length}${length}\r\n${good}`)],
  ['says a length beside chunks', 'Kept', answerAndEnd(`${ok}Transfer-Encoding: chunked\r\n${length}\r\n${chunks}`)],
  ['ends lines with a line feed', 'Kept', answerAndEnd(`${ok}X: y\r\n${length}\r\n`.replaceAll('\r\n', '\n') + good)],
  [
    'ends chunks with a line feed',
    'Kept',
    answerAndEnd(`${ok}Transfer-Encoding: chunked\r\n\r\n${chunks.replaceAll('\r\n', '\n')}`),
  ],
  ['writes http in small letters', 'Kept', answerAndEnd(`http/1.1 200 OK\r\n${length}\r\n${good}`)],
  ['folds a header', 'Kept', answerAndEnd(`${ok}X: y\r\n z\r\n${length}\r\n${good}`)],
  ['a blank before a colon', 'Kept', answerAndEnd(`${ok}X : y\r\n${length}\r\n${good}`)],
  ['nothing before a colon', 'Kept', answerAndEnd(`${ok}: y\r\n${length}\r\n${good}`)],
  ['Latin-1 in the name of a header', 'Kept', answerAndEnd(latin1(`${ok}X-\u00e9: y\r\n${length}\r\n${good}`))],
  ['is packed as utf-8', 'Kept', packed('utf-8', Buffer.from(good))],
  ['is packed as none', 'Kept', packed('none', Buffer.from(good))],
  ['writes after what it packed', 'Kept', packed('gzip', Buffer.concat([gzip, Buffer.from('<!-- cached -->')]))],
  ['says two lengths', 'RESET', answerAndEnd(`${ok}Content-Length: 5\r\nContent-Length: 6\r\n\r\n${good}`)],
  ['says a negative length', 'Kept', answerAndEnd(`${ok}Content-Length: -5\r\n\r\n${good}`)],
  ['says a length in words', 'Kept', answerAndEnd(`${ok}Content-Length: many\r\n\r\n${good}`)],
  ['says no length and closes', 'Kept', answerAndEnd(`${ok}\r\n${good}`)],
  ['speaks HTTP/1.0', 'Kept', answerAndEnd(`HTTP/1.0 200 OK\r\n\r\n${good}`)],
  ['speaks HTTP/0.9', 'PROTOCOL', answerAndEnd(good)],
  ['speaks SMTP', 'PROTOCOL', answerAndEnd('220 mail.example ESMTP\r\n')],
  ['speaks noise', 'PROTOCOL', answerAndEnd(Buffer.from([0, 255, 27, 91, 51, 49, 109, 0, 13, 10]))],
  ['speaks TLS', 'PROTOCOL', answerAndEnd(Buffer.from([21, 3, 1, 0, 2, 2, 70]))],
  ['chunks of no number', 'PROTOCOL', answerAndEnd(`${ok}Transfer-Encoding: chunked\r\n\r\nxyz\r\n<rss>\r\n0\r\n\r\n`)],
  ['a header without a colon', 'Kept', answerAndEnd(`${ok}nonsense\r\n\r\n${good}`)],
  ['a terminal escape in a header', 'Kept', answerAndEnd(`${ok}ETag: "\u001b[31m"\r\n\r\n${good}`)],
  [
    'a terminal escape in the status line',
    'HTTP_STATUS',
    answerAndEnd('HTTP/1.1 500 \u009b31mred\r\nContent-Length: 0\r\n\r\n'),
  ],
  ['one header for ever', 'TOO_LARGE', answerForEver(`${ok}X: `, 'a'.repeat(10_000))],
  ['headers for ever', 'TOO_LARGE', answerForEver(ok, 'Set-Cookie: a=b\r\n'.repeat(500))],
  ['a body for ever', 'TOO_LARGE', answerForEver(`${ok}\r\n<rss>`, ' '.repeat(100_000))],
  [
    'chunks for ever',
    'TOO_LARGE',
    answerForEver(`${ok}Transfer-Encoding: chunked\r\n\r\n`, `2710\r\n${'a'.repeat(10_000)}\r\n`),
  ],
  [
    'switches protocols',
    'RESET',
    answerAndEnd('HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n'),
  ],
  ['a validator of 50 kB', 'Kept', respond(200, { ETag: `"${'e'.repeat(50_000)}"` }, good)],
  ['cookies', 'Kept', respond(200, { 'Set-Cookie': 'a=b; Max-Age=99999' }, good)],
]

function listRedirects({ port }: Victim): Fault[] {
  const refused: [name: string, location: string][] = [
    ['to loopback', `http://127.0.0.1:${port}/`],
    ['to loopback, in decimal', `http://2130706433:${port}/`],
    ['to loopback, in octal', `http://0177.0.0.1:${port}/`],
    ['to loopback, in hexadecimal', `http://0x7f.0.0.1:${port}/`],
    ['to loopback, shortened', `http://127.1:${port}/`],
    ['to loopback, all zeros', `http://0.0.0.0:${port}/`],
    ['to loopback, IPv6', `http://[::1]:${port}/`],
    ['to loopback, mapped into IPv6', `http://[::ffff:127.0.0.1]:${port}/`],
    ['to loopback, through NAT64', `http://[64:ff9b::7f00:1]:${port}/`],
    ['to localhost', `http://localhost:${port}/`],
    ['to localhost with a dot', `http://localhost.:${port}/`],
    ['to a name under localhost', `http://a.localhost:${port}/`],
    ['to loopback with a name before it', `http://blog.example@127.0.0.1:${port}/`],
    ['to loopback in full-width digits', `http://１２７.０.０.１:${port}/`],
    ['to link-local', 'http://169.254.169.254/latest/meta-data/'],
    ['to a private network', 'http://10.0.0.1/'],
    ['to a shared network', 'http://100.64.0.1/'],
    ['to multicast', 'http://224.0.0.1/'],
  ]
  const bad: [name: string, location: string][] = [
    ['to a file', 'file:///etc/passwd'],
    ['to ftp', 'ftp://127.0.0.1/'],
    ['to javascript', 'javascript:alert(1)'],
    ['to data', 'data:text/xml,<rss/>'],
    ['to gopher', 'gopher://127.0.0.1:70/_x'],
    ['to nothing', ''],
    ['to no address', 'http://'],
    ['to a port beyond all ports', 'http://blog.example:99999/'],
    ['to itself', ''],
  ]
  return [
    ...refused.map(([name, location]) => ({
      name: `redirects ${name}`,
      comes: 'PRIVATE_ADDRESS' as const,
      script: redirect(302, Buffer.from(location).toString('latin1')),
    })),
    ...bad.map(([name, location]): Fault => {
      const script: Script =
        name === 'to itself'
          ? (socket, { target }) => redirect(301, target)(socket, { target } as never)
          : redirect(301, location)
      return { name: `redirects ${name}`, comes: 'REDIRECT', script }
    }),
    { name: 'redirects without saying where', comes: 'REDIRECT', script: respond(302) },
    {
      name: 'redirects to a path with a terminal escape',
      comes: 'HTTP_STATUS',
      script: redirect(302, '\u009b31m://x/'),
    },
    { name: 'redirects for ever', comes: 'REDIRECT', script: redirectOn(1000) },
    { name: 'redirects six times', comes: 'REDIRECT', script: redirectOn(6) },
    { name: 'redirects five times', comes: 'Kept', script: redirectOn(5) },
    { name: 'redirects in a circle', comes: 'REDIRECT', script: redirectOn(1000, 2) },
    {
      name: 'redirects with a body that never ends',
      comes: 'REDIRECT',
      script: answerForEver('HTTP/1.1 302 Found\r\n\r\n', 'a'.repeat(10_000)),
    },
  ]
}

/** Redirects to the next number, so many times; back to the first after a few, where said. */
function redirectOn(times: number, circle = Number.POSITIVE_INFINITY): Script {
  return (socket, request) => {
    const [path = '', number = '0'] = request.target.split('?')
    const next = (Number(number) + 1) % circle
    const script = Number(number) < times ? redirect(302, `${path}?${next}`) : xml(good)
    script(socket, request)
  }
}

const statuses: [status: number, comes: Fault['comes']][] = [
  [201, 'HTTP_STATUS'],
  [203, 'Kept'],
  [204, 'EMPTY'],
  [206, 'HTTP_STATUS'],
  [226, 'HTTP_STATUS'],
  [300, 'HTTP_STATUS'],
  [304, 'PROTOCOL'],
  [400, 'HTTP_STATUS'],
  [401, 'HTTP_STATUS'],
  [403, 'HTTP_STATUS'],
  [404, 'HTTP_STATUS'],
  [406, 'HTTP_STATUS'],
  [410, 'GONE'],
  [418, 'HTTP_STATUS'],
  // Obeyed, that is no failure on its first day.
  [429, 'waiting'],
  [451, 'HTTP_STATUS'],
  [500, 'HTTP_STATUS'],
  [502, 'HTTP_STATUS'],
  [503, 'HTTP_STATUS'],
  [504, 'HTTP_STATUS'],
  [520, 'HTTP_STATUS'],
  [999, 'HTTP_STATUS'],
]

const bodies: Row[] = [
  ['a challenge of Cloudflare', 'BLOCKED', respond(403, { 'cf-mitigated': 'challenge' }, '<html>')],
  ['gzip', 'Kept', packed('gzip', gzip)],
  ['gzip cut off', 'ENCODING', packed('gzip', gzip.subarray(0, -12))],
  ['gzip that is none', 'Kept', packed('gzip', Buffer.from(good))],
  ['gzip that does not say so', 'Kept', xml(gzip)],
  ['gzip twice', 'Kept', packed('gzip', zlib.gzipSync(gzip))],
  ['gzip four times, and said', 'ENCODING', packed('gzip, gzip, gzip, gzip', gzip)],
  ['gzip with a broken sum', 'ENCODING', packed('gzip', Buffer.concat([gzip.subarray(0, -8), Buffer.alloc(8, 1)]))],
  ['a gzip bomb', 'TOO_LARGE', packed('gzip', zlib.gzipSync(Buffer.alloc(200_000_000)))],
  [
    'a brotli bomb',
    'TOO_LARGE',
    packed(
      'br',
      zlib.brotliCompressSync(Buffer.alloc(200_000_000), { params: { [zlib.constants.BROTLI_PARAM_QUALITY]: 2 } }),
    ),
  ],
  ['brotli that is none', 'ENCODING', packed('br', Buffer.from(good))],
  ['an encoding that was not asked for', 'ENCODING', packed('zstd', Buffer.from(good))],
  ['an encoding with a terminal escape', 'ENCODING', packed('\u009b31m', Buffer.from(good))],
  ['nothing', 'EMPTY', respond(200)],
  ['blanks', 'EMPTY', xml(' \r\n\t ')],
  ['a byte order mark', 'EMPTY', xml('\ufeff')],
  ['a web page', 'HTML', xml('<!doctype html><title>Hi</title><p>No feed', 'text/html')],
  ['a web page that says it is a feed', 'HTML', xml('<!doctype html><title>Hi</title><p>No feed')],
  [
    'a web page with a terminal escape in its feed’s address',
    'HTML',
    xml('<!doctype html><link rel=alternate type="application/rss+xml" href="/\u009b31m">', 'text/html'),
  ],
  ['an error page with 200', 'HTML', xml('<html><body><h1>Database error</h1></body></html>', 'text/html')],
  ['a sitemap', 'NOT_A_FEED', xml('<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url/></urlset>')],
  ['an OPML list', 'NOT_A_FEED', xml('<opml version="2.0"><body/></opml>')],
  ['SOAP', 'NOT_A_FEED', xml('<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope"/>')],
  ['JSON that is no feed', 'NOT_A_FEED', xml('{"error":"\\u001b[31mred"}', 'application/json')],
  ['JSON that is broken', 'UNREADABLE', xml('{"version":', 'application/json')],
  ['text', 'NOT_A_FEED', xml('Not found\u001b[31m', 'text/plain')],
  ['PHP', 'NOT_A_FEED', xml('<?php echo 1; ?>', 'text/plain')],
  [
    'an image',
    'UNREADABLE',
    xml(Buffer.from('89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489', 'hex'), 'image/png'),
  ],
  [
    'a PDF',
    'UNREADABLE',
    xml(
      Buffer.concat([
        Buffer.from('%PDF-1.7\n'),
        Buffer.from(Array.from({ length: 4000 }, (_, index) => (index * 37) % 256)),
      ]),
    ),
  ],
  ['zero bytes', 'UNREADABLE', xml(Buffer.alloc(5000))],
  [
    'random bytes',
    'UNREADABLE',
    xml(Buffer.from(Array.from({ length: 9000 }, (_, index) => (index * index * 31 + index * 7) % 256))),
  ],
  ['a feed as text/plain', 'Kept', xml(good, 'text/plain')],
  ['a feed as a web page', 'Kept', xml(good, 'text/html')],
  ['a feed as an image', 'Kept', xml(good, 'image/png')],
  ['a feed without a type', 'Kept', respond(200, {}, good)],
  ['a feed with a type that is none', 'Kept', xml(good, ';;;charset=;"')],
  ['UTF-16 with a mark', 'Kept', xml(Buffer.concat([Buffer.from([0xff, 0xfe]), utf16(good)]))],
  ['UTF-16, big end first', 'Kept', xml(Buffer.concat([Buffer.from([0xfe, 0xff]), bigEndian(good)]))],
  ['UTF-16 without a mark', 'Kept', xml(utf16(good))],
  ['UTF-8 with a mark', 'Kept', xml(`\ufeff${good}`)],
  ['UTF-8 that says UTF-16', 'Kept', xml(rss(kept, 'Blog', '<?xml version="1.0" encoding="utf-16"?>'))],
  ['windows-1252 that says UTF-8', 'Kept', xml(latin1(rss(item('<title>\u0093Caf\u00e9\u0094</title>') + kept)))],
  ['a charset that nobody knows', 'Kept', xml(rss(kept, 'Blog', '<?xml version="1.0" encoding="x-klingon"?>'))],
  ['a charset with a terminal escape', 'Kept', xml(good, 'text/xml; charset=\u009b31m')],
  [
    'UTF-7',
    'Kept',
    xml(rss(item('<title>+ADw-script+AD4-</title>') + kept, 'Blog', '<?xml version="1.0" encoding="utf-7"?>')),
  ],
]

const paths = [
  '../../../etc/passwd',
  '..\\..\\x',
  'NUL',
  'CON',
  'a\u2215b',
  '.',
  '..',
  '/',
  '%2e%2e%2f',
  'x'.repeat(10_000),
]
const escapes = '\u001b[31m\u0007\u009b2J\u0000\u202ered\u2066'
const inXml = (text: string) =>
  text.replace(/\u0000/g, '').replace(/[\u0080-\uffff]/g, (letter) => `&#${letter.charCodeAt(0)};`)

/** What is wrong with what a feed says: "Kept" is kept in each. */
const contents: [name: string, body: string][] = [
  ['a billion laughs', billionLaughs],
  ['a quadratic blow-up', quadraticBlowup],
  [
    'an external entity',
    rss(
      item('<title>&x;</title>') + kept,
      'Blog',
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ),
  ],
  [
    'an external entity of the web',
    rss(
      item('<title>&x;</title>') + kept,
      'Blog',
      '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1:1/">]>',
    ),
  ],
  [
    'a parameter entity',
    rss(kept, 'Blog', '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;]>'),
  ],
  [
    'an external document type',
    rss(kept, 'Blog', '<?xml version="1.0"?><!DOCTYPE rss SYSTEM "http://127.0.0.1:1/rss.dtd">'),
  ],
  ['an inclusion', rss(`<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>${kept}`)],
  ['a stylesheet', rss(kept, 'Blog', '<?xml version="1.0"?><?xml-stylesheet href="http://127.0.0.1:1/x.xsl"?>')],
  ['100,000 nested elements', rss(`${kept}${item(`<description>${'<d>'.repeat(100_000)}</description>`)}`)],
  [
    '100,000 nested elements of HTML',
    rss(kept + item(`<description><![CDATA[${'<div>'.repeat(100_000)}]]></description>`)),
  ],
  ['an attribute of 5 MB', rss(`${kept}<item a="${'x'.repeat(5_000_000)}"><title>Long</title></item>`)],
  ['a title of 5 MB', rss(kept + item(`<title>${'x'.repeat(5_000_000)}</title>`))],
  ['an entry of 5 MB', rss(kept + item(`<title>Long</title><description>${'word '.repeat(1_000_000)}</description>`))],
  ['100,000 entries', rss(kept + item('<title>Many</title>').repeat(100_000))],
  ['a hundred thousand categories', rss(kept + item(`<title>C</title>${'<category>c</category>'.repeat(100_000)}`))],
  ['cut off in a tag', rss(kept).replace(/<\/channel>.*/, '<item><titl')],
  ['cut off in a section', rss(kept).replace(/<\/channel>.*/, '<item><title><![CDATA[Half')],
  ['bare ampersands', rss(`${item('<title>R&D & more</title>')}${kept}`)],
  ['end tags that do not fit', rss(`${item('<title>A</titel></b>')}${kept}`)],
  ['junk before it', `Warning: mysql_connect() in /var/www on line 3\n${rss(kept)}`],
  ['junk after it', `${rss(kept)}\n<!-- 0.3 s --><script>track()</script>`],
  ['the same id twice', rss(kept + item('<title>Twice</title><guid>kept</guid>'))],
  [
    'no ids, dates or links',
    rss(kept + item('<title>A</title>') + item('<title>B</title>') + item('<description>C</description>')),
  ],
  ['empty entries', rss(kept + item('').repeat(20))],
  ['ids that want to be paths', rss(kept + paths.map((path) => item(`<title>P</title><guid>${path}</guid>`)).join(''))],
  ['a title that wants to be a path', rss(kept, '../../../../etc/passwd')],
  ['a title that is a device', rss(kept, 'CON')],
  ['a title of 10,000 letters', rss(kept, 'T'.repeat(10_000))],
  [
    'categories that want to be paths',
    rss(kept + item(`<title>C</title>${paths.map((path) => `<category>${path}</category>`).join('')}`)),
  ],
  [
    'ids that every object has',
    rss(kept + item('<title>P</title><guid>__proto__</guid>') + item('<title>C</title><guid>constructor</guid>')),
  ],
  [
    'elements that every object has',
    rss(`<constructor>x</constructor><__proto__>y</__proto__><toString>z</toString>${kept}`),
  ],
  [
    'JSON with keys that every object has',
    `{"version":"https://jsonfeed.org/version/1.1","title":"Blog","__proto__":{"polluted":1},"items":[{"id":"kept","title":"Kept","content_text":"x","__proto__":{"title":"y"},"constructor":{"prototype":{"x":1}}}]}`,
  ],
  [
    'JSON with the wrong types',
    json([{ id: 5, title: ['a'], content_html: { a: 1 }, authors: 'Ana', tags: 7, attachments: [null, 3] }], {
      home_page_url: 5,
      authors: [null],
    }),
  ],
  ['JSON nested 100,000 deep', json([]).replace('"items"', `"x":${'['.repeat(100_000)}${']'.repeat(100_000)},"items"`)],
  [
    'JSON with control characters',
    json([{ id: 'c', title: escapes, url: `https://blog.example/${escapes}`, content_html: `<p>${escapes}</p>` }], {
      title: `Blog ${escapes}`,
    }),
  ],
  [
    'impossible dates',
    rss(
      kept +
        ['never', '0000-00-00', '99 Feb 9999', '1', '-1', '1e400', '31 Dec 275761', '2020-13-45T99:99:99Z']
          .map((date) => item(`<title>${date}</title><pubDate>${date}</pubDate>`))
          .join(''),
    ),
  ],
  [
    'dates at both ends of time',
    rss(
      kept +
        item('<title>Old</title><pubDate>Thu, 01 Jan 0001 00:00:00 GMT</pubDate>') +
        item('<title>Late</title><pubDate>Fri, 31 Dec 9999 23:59:59 GMT</pubDate>'),
    ),
  ],
  [
    'terminal escapes in titles',
    rss(kept + item(`<title>Red ${inXml(escapes)}</title><guid>${inXml(escapes)}</guid>`), `Blog ${inXml(escapes)}`),
  ],
  ['raw control characters', rss(kept + item('<title>\u0001\u0008\u000c\u001b[31m</title>'), 'Blog \u001b[31m')],
  [
    'addresses with terminal escapes',
    rss(
      kept +
        item(
          `<title>L</title><link>https://blog.example/${inXml(escapes)}</link><enclosure url="https://blog.example/${inXml(escapes)}" type="${inXml(escapes)}" length="-5"/>`,
        ),
    ),
  ],
  [
    'authors that are no people',
    rss(
      kept +
        item(
          '<title>A</title><author>&lt;script&gt;alert(1)&lt;/script&gt;</author><dc:creator>=HYPERLINK("x")</dc:creator>',
        ),
    ),
  ],
  [
    'links that are no links',
    rss(
      kept +
        ['javascript:alert(1)', 'http://', 'http://[', '%%%', 'data:,x', 'x'.repeat(100_000)]
          .map((link, index) => item(`<title>${index}</title><link>${link}</link>`))
          .join(''),
    ),
  ],
  [
    'a feed that says it is another',
    rss(`<atom:link xmlns:atom="http://www.w3.org/2005/Atom" rel="self" href="http://127.0.0.1:1/other"/>${kept}`),
  ],
  [
    'an Atom source that speaks for another',
    atom(
      '<entry><id>urn:2</id><title>Not mine</title><updated>2020-01-01T00:00:00Z</updated><source><id>https://victim.example/</id><title>Victim</title></source></entry>',
    ),
  ],
  [
    'content out of line',
    atom(
      '<entry><id>urn:2</id><title>Out</title><updated>2020-01-01T00:00:00Z</updated><content src="http://127.0.0.1:1/x" type="text/html"/></entry>',
    ),
  ],
  [
    'content of a type that is none',
    atom(
      `<entry><id>urn:2</id><title>Type</title><updated>2020-01-01T00:00:00Z</updated><content type="application/x-${'x'.repeat(5000)}">AAAA</content></entry>`,
    ),
  ],
  [
    'base64 that is none',
    atom(
      '<entry><id>urn:2</id><title>B</title><updated>2020-01-01T00:00:00Z</updated><content type="image/png">!!!not base64!!!</content></entry>',
    ),
  ],
  [
    'an xml:base that leads astray',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:base="javascript:alert(1)"><title>Blog</title><entry xml:base="http://["><id>urn:kept</id><title>Kept</title><link href="x"/></entry></feed>`,
  ],
  ['languages that are none', rss(`<language>"&gt;&lt;script&gt;</language>${kept}`)],
  [
    'a script in every field',
    rss(
      kept +
        item(
          '<title>&lt;script&gt;alert(1)&lt;/script&gt;</title><description>&lt;img src=x onerror=alert(1)&gt;</description><category>&lt;b onclick=alert(1)&gt;</category>',
        ),
      '&lt;script&gt;alert(1)&lt;/script&gt;',
    ),
  ],
  [
    'numbers beyond all numbers',
    rss(
      `<ttl>99999999999999999999</ttl><skipHours>${'<hour>99</hour>'.repeat(1000)}</skipHours>${kept}${item('<title>N</title><enclosure url="https://blog.example/x" length="1e999" type="a/b"/>')}`,
    ),
  ],
]
