/** Where a copy of a picture stands in the site. It is named for what is in it: another picture has another name. */
export function picturePath(hash: string, width: number): string {
  return `pictures/${hash}-${width}.webp`
}
