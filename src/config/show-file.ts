import path from 'node:path'

/** A file's name as one can type it where one stands: from the folder one is in, or whole where it is elsewhere. @param file absolute */
export function showFile(file: string): string {
  const name = path.relative(process.cwd(), file)
  return name === '' || name.startsWith('..') ? file : name
}
