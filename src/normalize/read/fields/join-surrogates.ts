const pair = /&#(?:(5[56]\d{3})|x(d[89ab][\da-f]{2}));&#(?:(5[67]\d{3})|x(d[c-f][\da-f]{2}));/gi

/** Join two references that are the UTF-16 halves of one character: `&#55357;&#56832;` is one smile. */
export function joinSurrogates(text: string): string {
  if (!text.includes('&#')) return text
  return text.replace(pair, (whole, high?: string, highHex?: string, low?: string, lowHex?: string) => {
    const first = codeOf(high, highHex)
    const second = codeOf(low, lowHex)
    const isPair = first >= 0xd800 && first < 0xdc00 && second >= 0xdc00 && second < 0xe000
    return isPair ? String.fromCharCode(first, second) : whole
  })
}

function codeOf(decimal: string | undefined, hex: string | undefined): number {
  return decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
}
