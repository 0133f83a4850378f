import { fitAddress } from './fit-address.ts'

/** The address of a blog's page as other programs write it, mended like that of a feed; unchanged where it cannot be mended. */
export function fitSite(written: string): { site: string; change: string | undefined } {
  const fitted = fitAddress(written)
  return 'url' in fitted && fitted.change !== undefined
    ? { site: fitted.url, change: fitted.change }
    : { site: written, change: undefined }
}
