/** Text on one line of a terminal: tabs and line ends take one column, a character that a terminal would obey becomes U+FFFD. */
export function escapeControl(text: string): string {
  return text
    .replace(/\r\n|[\t\r\n\u2028\u2029]/g, ' ')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '�')
}
