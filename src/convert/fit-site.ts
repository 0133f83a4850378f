import { fitAddress } from './fit-address.ts'

/** The address of a blog's page as other programs have it, mended as that of a feed; as it was where nothing can be made of it. */
export function fitSite(written: string): { site: string; change: string | undefined } {
  const fitted = fitAddress(written)
  return 'url' in fitted && fitted.change !== undefined
    ? { site: fitted.url, change: fitted.change }
    : { site: written, change: undefined }
}
