import type { KnownPicture } from '../../model.ts'

/** What is known of the pictures of a site, by address; `isOurs`: no others are shown than those that the site has copies of. */
export type PicturesOfSite = { isOurs: boolean; find(address: string): KnownPicture | undefined }
