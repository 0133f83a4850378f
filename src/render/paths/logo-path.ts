/** Where the logo stands in the site. */
export function logoPath(logo: string): string {
  return `logo${/\.[a-z0-9]+$/i.exec(logo)?.[0].toLowerCase() ?? ''}`
}
