import path from 'node:path'

/** True where a path is the folder itself, or is anywhere below it. Both are absolute; links are not followed. */
export function isInside(file: string, folder: string): boolean {
  const way = path.relative(folder, file)
  return way === '' || (way !== '..' && !way.startsWith(`..${path.sep}`) && !path.isAbsolute(way))
}
