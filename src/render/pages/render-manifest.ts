import type { Planet, SiteFile } from '../../model.ts'
import { manifestPath } from '../paths/page-path.ts'
import { readsFromRight } from '../views/reads-from-right.ts'

/** What a telephone needs to install the site beside its apps (W3C Web Application Manifest). Its links are relative to the manifest. */
export function renderManifest({ title, description, language }: Planet): SiteFile {
  const manifest = {
    name: title,
    description,
    lang: language,
    dir: readsFromRight(language) ? 'rtl' : 'ltr',
    start_url: '.',
    scope: '.',
    display: 'browser',
    background_color: '#ffffff',
    theme_color: '#ffffff',
    icons: [
      { src: 'icon.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
    ],
  }
  return { path: manifestPath, bytes: `${JSON.stringify(manifest, null, 2)}\n` }
}
