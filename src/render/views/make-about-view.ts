import type { Page, Subscription } from '../../model.ts'
import { escapeXml } from '../../text/escape-xml.ts'
import type { AboutView } from '../../theme.ts'
import { listByName, makeSubscriptionView } from './make-subscription-views.ts'
import { renderMarkdown } from './render-markdown.ts'
import type { ViewContext } from './view-context.ts'

export function makeAboutView(page: Extract<Page, { kind: 'about' }>, context: ViewContext): AboutView {
  const listed = listByName(context.planet.subscriptions.filter(({ active }) => active))
  const html = renderMarkdown(page.text ?? writeAbout(context))
  return {
    text: html.startsWith('<h1') ? html : `<h1>${escapeXml(context.translate('about'))}</h1>\n${html}`,
    subscriptions: listed.map((subscription) => ({
      ...makeSubscriptionView(subscription, context),
      state: translateState(subscription, context),
    })),
  }
}

/** What stands there where the operator wrote nothing. */
function writeAbout({ planet, link, translate }: ViewContext): string {
  const { name, email, url } = planet.owner ?? {}
  const address = email === undefined ? url : `mailto:${email}`
  const text = escapeMarkdown(name ?? email ?? url ?? '')
  const owner = address === undefined ? text : `[${text}](${address})`
  return translate('aboutPlanet', {
    title: escapeMarkdown(planet.title),
    front: link('index.html'),
    subscribe: link('subscribe/index.html'),
    media: translate(planet.images === 'cache' ? 'aboutMediaKept' : 'aboutMedia'),
    ask: owner === '' ? translate('aboutAskNobody') : translate('aboutAsk', { owner }),
  })
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>#]/g, '\\$&')
}

function translateState({ state }: Subscription, { calendar, planet, translate }: ViewContext): string {
  const date = (instant: Date) => calendar.format(instant, planet.show.date)
  switch (state.kind) {
    case 'new':
      return translate('stateNew')
    case 'paused':
      return translate('statePaused')
    case 'gone':
      return translate('gone', { date: date(state.since) })
    case 'quarantined':
      return translate('stateQuarantined', { date: date(state.since) })
    case 'failing':
      return translate(failures[state.problem], { date: date(state.since) })
    case 'quiet':
      return translate('stateQuiet', { date: date(state.since) })
    case 'fine':
      return translate('stateFine')
  }
}

const failures = {
  UNREACHABLE: 'unreachable',
  SERVER_ERROR: 'stateServerError',
  NO_FEED: 'stateNoFeed',
} as const
