import type { Translation } from './messages.ts'

/** Dutch. Not yet read by a native speaker. */
export const nl: Translation = {
  thousands: '.',
  gathers: '{name}: wat een gemeenschap op haar blogs schrijft, op één plek.',
  skip: 'Naar de inhoud',
  pages: 'Pagina’s',
  latest: 'Nieuwste',
  blogs: 'Blogs',
  archive: 'Archief',
  about: 'Over',
  subscribe: 'Abonneren',
  subscriptions: 'Abonnementen ({count})',
  tags: 'Tags',
  quiet: 'Stil',
  feed: 'feed',
  feedOf: 'Feed van {name}',
  unreachable: 'onbereikbaar sinds {date}',
  gone: 'verdwenen sinds {date}',
  by: 'door {author} op {time}',
  alsoIn: 'ook op {blogs}',
  untitled: 'Zonder titel',
  untitledStart: 'Zonder titel — {start}',
  attachment: 'Bijlage',
  shortened: 'Ingekort om deze feed klein te houden; de hele tekst: {link}',
  feedNotice: 'Dit is een feed: zet het adres in een feedlezer en nieuwe berichten komen vanzelf.',
  readOn: { one: 'Lees verder (1 woord, {minutes} min)', other: 'Lees verder ({count} woorden, {minutes} min)' },
  readAll: 'Lees verder',
  quoted: '‘{text}’',
  code: 'Code {number} in ‘{title}’',
  table: 'Tabel {number} in ‘{title}’',
  picture: 'Afbeelding: {text}',
  days: 'Dagen',
  months: 'Maanden',
  years: 'Jaren',
  older: 'Ouder: {date} →',
  newer: '← Nieuwer: {date}',
  olderEntries: 'Oudere berichten',
  nothing: 'Hier staat nog niets',
  nothingRead: 'De blogs van deze planeet zijn nog niet gelezen. {command} zegt waarom.',
  nothingAdded:
    'Er is nog geen blog toegevoegd. Zet het adres van een feed onder {key} in {file} en voer dan {command} uit.',
  nothingPosted: 'Nog geen berichten.',
  updated: 'Bijgewerkt: {time} ({zone})',
  times: 'Tijden: {zone}.',
  blogCount: { one: '1 blog', other: '{count} blogs' },
  ask: 'Toevoegen of verwijderen? Vraag {owner}.',
  feeds: 'Feeds',
  listOfBlogs: 'OPML (de lijst van blogs)',
  rights: 'De teksten zijn van hun auteurs.',
  software: 'Gemaakt met {name}.',
  daysWithPosts: 'Dagen met berichten: {month}',
  allOf: 'Alles van {month}',
  byMonth: 'Eerdere berichten, per maand',
  website: 'Website',
  language: 'Taal',
  firstPost: 'Eerste bericht',
  lastPost: 'Laatste bericht',
  noLongerListed: 'Dit blog hoort niet meer bij de planeet. Wat het hier schreef, blijft.',
  filedUnder: { one: '1 blog heeft deze tag:', other: '{count} blogs hebben deze tag:' },
  posts: { one: '1 bericht in twaalf maanden', other: '{count} berichten in twaalf maanden' },
  postsAndLast: '{posts}, het laatste op {date}',
  noPosts: 'geen berichten in twaalf maanden',
  feedStates: 'Hoe het met de feeds gaat',
  blog: 'Blog',
  state: 'Toestand',
  stateFine: 'gelezen',
  stateNew: 'nog niet gelezen',
  statePaused: 'gepauzeerd',
  stateServerError: 'de server geeft een fout sinds {date}',
  stateNoFeed: 'geen leesbare feed sinds {date}',
  stateQuarantined: 'wordt nagekeken sinds {date}: het lijkt een ander blog',
  stateQuiet: 'stil sinds {date}',
  notFound: 'Deze pagina bestaat niet',
  notFoundText:
    'Misschien is ze verplaatst, misschien was ze er nooit. Alles wat hier is geschreven staat in het {archive}; het nieuwste staat op de {front}.',
  notFoundFront: 'voorpagina',
  notFoundArchive: 'archief',
  subscribeText:
    'Zet dit adres in een feedlezer en wat hier wordt geschreven komt vanzelf: zonder account, zonder mailadres, zonder algoritme.',
  subscribeEverything: 'Alles',
  subscribeTag: 'Alleen één tag',
  subscribeList: 'Alle blogs, elk apart',
  subscribeListText: 'Deze lijst kan in een feedlezer worden ingelezen, die dan zelf elk blog bevraagt.',
  addressOf: 'Adres: {name}',
  copy: 'Kopiëren',
  copied: 'Gekopieerd',
  tools: 'Leeshulp',
  markNew: 'Markeer wat nieuw is sinds mijn vorige bezoek',
  isNew: 'nieuw',
  shortcuts: 'Sneltoetsen',
  shortcutList:
    'j: volgend bericht. k: vorig bericht. n: volgende dag. p: vorige dag. o: openen. /: zoeken, als dat er is. ?: deze lijst.',
  weeks: 'Weken',
  digestWeekly: 'Weekoverzicht',
  digestDaily: 'Dagoverzicht',
  digestText: 'Eén bericht per week of per dag, met alles erin: voor maildiensten en voor wie zelden leest.',
  titles: 'Titels',
  onThisPage: 'Op deze pagina',
  toTop: 'Naar boven',
  textSize: 'Tekstgrootte',
  sizeSmall: 'klein',
  sizeNormal: 'normaal',
  sizeLarge: 'groot',
  longPosts: 'Lange berichten',
  longAsIs: 'zoals op deze pagina',
  longBrief: 'alleen het begin',
  longWhole: 'helemaal',
  original: 'Origineel',
  search: 'Zoeken',
  searchNoScript:
    'Zoeken heeft JavaScript nodig. Zonder staat elk bericht in het {archive}, en het nieuwste onder {titles}.',
  searchNothing: 'Niets gevonden.',
  searchFound: 'Resultaten: {count}',
  searchMore: 'Meer resultaten',
  searchAll: 'Alle',
  searchNewest: 'Nieuwste eerst',
  searchFailed: 'Het zoeken kon niet worden geladen.',
  aboutPlanet: `# Over {title}

{title} is een planeet: een pagina die verzamelt wat een gemeenschap schrijft. Elk bericht komt van iemands eigen blog, via de feed die dat blog publiceert, en leidt daarnaar terug. Volgen? Lees de [nieuwste berichten]({front}) of [abonneer je]({subscribe}).

## Hoe je erbij komt

Je blog heeft een feed nodig (de meeste hebben er een) en iets te zeggen tegen de mensen hier. {ask}

## Hoe je eraf gaat

Op dezelfde manier. Een blog kan van de lijst, en wat het schreef kan van deze pagina’s.

## Van wie de teksten zijn

Elke tekst en elke afbeelding is van de maker, onder de voorwaarden van het blog waar ze vandaan komt. Daar verandert hier niets aan. Wat een bericht zegt is de mening van wie het schreef.

## Wat je browser hier doet

De software die deze pagina’s schrijft, zet er geen cookies en geen tellers in. Afbeeldingen en opnamen komen van de servers van de blogs zelf, waaraan je browser niet vertelt waar je ze ziet. Wat de server van deze pagina’s noteert, kan de software niet zeggen.`,
  aboutAsk: 'Schrijf {owner} met het adres.',
  aboutAskNobody: 'Vraag het aan wie deze planeet beheert.',
}
