/** Where a copy of a picture stands in the site. The file is named by a hash of its content: another picture has another name. */
export function picturePath(hash: string, width: number): string {
  return `pictures/${hash}-${width}.webp`
}
