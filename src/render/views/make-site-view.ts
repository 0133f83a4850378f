import type { ImageMode, Page } from '../../model.ts'
import type { SiteView } from '../../theme.ts'
import { hasArchivePage } from '../paths/has-archive-page.ts'
import { logoPath } from '../paths/logo-path.ts'
import { makePageUrl, makeSiteUrl } from '../paths/make-site-url.ts'
import { cardPath, manifestPath, pagePath } from '../paths/page-path.ts'
import { listFeedLinks } from './list-feed-links.ts'
import { namePage } from './name-page.ts'
import { readsFromRight } from './reads-from-right.ts'
import type { ViewContext } from './view-context.ts'

export function makeSiteView(page: Page, context: ViewContext): SiteView {
  const { planet, link, translate, card } = context
  const links = {
    front: link('index.html'),
    blogs: link('blogs/index.html'),
    archive: hasArchivePage(planet) ? link('archive/index.html') : '',
    popular: planet.archive.links === 'none' ? '' : link('links/index.html'),
    about: link('about/index.html'),
    titles: link('titles/index.html'),
    subscribe: link('subscribe/index.html'),
    stats: planet.archive.stats ? link('stats/index.html') : '',
    style: link('planet.css'),
    script: link('planet.js'),
    icon: link('favicon.svg'),
    bigIcon: link('icon.png'),
    manifest: link(manifestPath),
    opml: planet.outputs.includes('opml') ? link('opml.xml') : '',
  }
  const own = [
    { text: translate('latest'), link: links.front, kind: 'front' },
    { text: translate('blogs'), link: links.blogs, kind: 'blogs' },
    { text: translate('archive'), link: links.archive, kind: 'archive' },
    { text: translate('popular'), link: links.popular, kind: 'links' },
    { text: translate('about'), link: links.about, kind: 'about' },
    { text: translate('subscribe'), link: links.subscribe, kind: 'subscribe' },
    { text: translate('search'), link: planet.search ? link('search/index.html') : '', kind: 'search' },
  ]
  const navigation = own
    .filter((item) => item.link !== '')
    .map((item) => ({
      text: item.text,
      link: item.link,
      isHere: item.kind === page.kind,
      isOurs: true,
      rel: item.kind === 'search' ? 'search' : '',
    }))
  return {
    planet: {
      title: planet.title,
      description: planet.description ?? '',
      language: planet.language,
      direction: readsFromRight(planet.language) ? 'rtl' : 'ltr',
      timezone: planet.timezone,
      owner: makeOwner(context),
      logo: planet.theme.logo === undefined ? '' : link(logoPath(planet.theme.logo)),
      version: planet.version,
    },
    page: {
      kind: page.kind,
      title: namePage(page, context),
      picture: makeSiteUrl(card === undefined ? findPicture(planet.theme.logo) : cardPath, planet),
      card: card ?? null,
      canonical: page.kind === 'notFound' ? '' : makePageUrl(pagePath(page), planet),
      robots: planet.robots === 'noindex' || page.kind === 'notFound' ? 'noindex' : '',
      policy: makePolicy(planet.images, page.kind === 'search'),
    },
    links,
    navigation: [
      ...navigation,
      ...planet.theme.links.map(({ text, url }) => ({
        text,
        link: url,
        isHere: false,
        isOurs: false,
        rel: 'noopener',
      })),
    ],
    feeds: listFeedLinks(context),
  }
}

function findPicture(logo: string | undefined): string {
  const path = logo === undefined ? '' : logoPath(logo)
  return /\.(png|jpe?g|gif|webp)$/.test(path) ? path : 'icon.png'
}

/** The owner's address: a mail address, else a page; a name alone gives no link. */
function makeOwner({ planet }: ViewContext): SiteView['planet']['owner'] {
  const { name, email, url } = planet.owner ?? {}
  const text = name ?? email ?? url
  if (text === undefined) return null
  return { text, link: email === undefined ? (url ?? '') : `mailto:${email}` }
}

/**
 * P-45. Pictures and recordings of entries come from anywhere, everything else from here or not at all. Our scripts connect nowhere; but
 * where a page may connect to nothing, Chromium keeps even Lighthouse from reading robots.txt. WebAssembly is allowed on the search page
 * alone, which needs it.
 */
function makePolicy(images: ImageMode, isSearch: boolean): string {
  const pictures = images === 'remote' ? '* data:' : "'self'"
  return `default-src 'none'; style-src 'self'; script-src 'self'${isSearch ? " 'wasm-unsafe-eval'" : ''}; img-src ${pictures}; media-src *; form-action 'none'; base-uri 'none'; connect-src 'self'; manifest-src 'self'`
}
