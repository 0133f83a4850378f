/** Text of a feed or a server, safe on a terminal and in a log: one line, without control characters. */
export function makeLine(text: string): string {
  return text.replace(/[\s\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ').trim()
}
