import type { KnownPicture } from '../../model.ts'

/** What is known of the pictures of a site, by address; `isOurs`: only pictures of which the site has copies are shown. */
export type PicturesOfSite = { isOurs: boolean; find(address: string): KnownPicture | undefined }
