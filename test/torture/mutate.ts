/** A generator of numbers from 0 to 1 that is the same for the same seed (mulberry32). */
export function makeRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** What trips readers: put anywhere into a document. */
const stumblingBlocks = [
  ...[
    ']]>',
    '<![CDATA[',
    '<!--',
    '-->',
    '<?xml version="1.0"?>',
    '&',
    '&nbsp;',
    '&#x0;',
    '&#xD800;',
    '&amp;lt;',
    '&#99999999;',
  ],
  ...[
    '<',
    '>',
    '"',
    "'",
    '\0',
    '\u0008',
    '\uffff',
    '\ufeff',
    '<a href="',
    '</',
    '/>',
    '<x:y>',
    '</item>',
    '</entry>',
    '<item>',
  ],
  ...[
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '&lt;svg onload=alert(1)&gt;',
    '<p>',
    '</p>',
    '<b>'.repeat(300),
  ],
  ...[
    'javascript:alert(1)',
    'data:text/html,x',
    ' xml:base="javascript:1"',
    ' xmlns:a="b"',
    '<title type="xhtml">',
    '<content src="/x"/>',
  ],
  ...[
    '<!DOCTYPE x [<!ENTITY a "&b;&b;"><!ENTITY b "b">]>',
    '&a;',
    '<!ENTITY',
    '\u202e',
    '9'.repeat(400),
    '\r\n\t ',
    '<math><mi>x</mi></math>',
  ],
]

/** One document damaged in one to six ways; now and then the half of another is joined to it. */
export function mutate(document: Uint8Array, other: Uint8Array, random: () => number): Uint8Array {
  const pick = (limit: number) => Math.floor(random() * limit)
  let bytes = Buffer.from(document)
  for (let times = 1 + pick(6); times > 0; times--) {
    const at = pick(bytes.length + 1)
    const end = Math.min(bytes.length, at + pick(200))
    const block = Buffer.from(stumblingBlocks[pick(stumblingBlocks.length)] ?? '')
    const ways = [
      () => Buffer.concat([bytes.subarray(0, at), block, bytes.subarray(at)]),
      () => Buffer.concat([bytes.subarray(0, at), block, bytes.subarray(end)]),
      () => Buffer.concat([bytes.subarray(0, at), bytes.subarray(end)]),
      () => Buffer.concat([bytes.subarray(0, end), bytes.subarray(at)]),
      () => bytes.subarray(0, at),
      () => Buffer.concat([bytes.subarray(0, at), Buffer.from([pick(256), pick(256)]), bytes.subarray(at)]),
      () => Buffer.concat([bytes.subarray(0, at), other.subarray(pick(other.length))]),
    ]
    bytes = Buffer.from(ways[pick(ways.length)]?.() ?? bytes)
  }
  return bytes
}
