/** Text in which the passwords of addresses are asterisks: it goes where others may read it, as into a report that is mailed. */
export function maskPasswords(text: string): string {
  return text.replace(/(:\/\/[^\s:@/]{0,200}:)[^\s@/]{1,200}(?=@)/g, '$1***')
}
