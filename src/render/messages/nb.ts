import type { Translation } from './messages.ts'

/** Norwegian Bokmål. Not yet read by a native speaker. */
export const nb: Translation = {
  thousands: '\u00a0',
  gathers: '{name}: det et fellesskap skriver på bloggene sine, på ett sted.',
  skip: 'Gå til innholdet',
  pages: 'Sider',
  latest: 'Siste nytt',
  blogs: 'Blogger',
  archive: 'Arkiv',
  about: 'Om',
  subscribe: 'Abonner',
  subscriptions: 'Abonnementer ({count})',
  tags: 'Emneord',
  quiet: 'Stille',
  feed: 'strøm',
  feedOf: 'Strøm fra {name}',
  unreachable: 'kan ikke nås siden {date}',
  gone: 'borte siden {date}',
  by: 'av {author}, {time}',
  alsoIn: 'også på {blogs}',
  untitled: 'Uten tittel',
  untitledStart: 'Uten tittel — {start}',
  attachment: 'Vedlegg',
  shortened: 'Forkortet for å holde strømmen liten; hele teksten: {link}',
  feedNotice: 'Dette er en nyhetsstrøm: legg adressen inn i en strømleser, så kommer nye innlegg av seg selv.',
  readOn: { one: 'Les videre (1 ord, {minutes} min)', other: 'Les videre ({count} ord, {minutes} min)' },
  readAll: 'Les videre',
  quoted: '«{text}»',
  code: 'Kode {number} i «{title}»',
  table: 'Tabell {number} i «{title}»',
  picture: 'Bilde: {text}',
  days: 'Dager',
  months: 'Måneder',
  years: 'År',
  older: 'Eldre: {date} →',
  newer: '← Nyere: {date}',
  olderEntries: 'Eldre innlegg',
  nothing: 'Her er det ikke noe ennå',
  nothingRead: 'Bloggene på denne planeten er ikke lest ennå. {command} sier hvorfor.',
  nothingAdded:
    'Ingen blogg er lagt til ennå. Skriv adressen til en strøm under {key} i {file}, og kjør deretter {command}.',
  nothingPosted: 'Ingen innlegg ennå.',
  updated: 'Oppdatert: {time} ({zone})',
  times: 'Tider: {zone}.',
  blogCount: { one: '1 blogg', other: '{count} blogger' },
  ask: 'Vil du legges til eller fjernes? Spør {owner}.',
  feeds: 'Strømmer',
  listOfBlogs: 'OPML (listen over blogger)',
  rights: 'Tekstene tilhører forfatterne sine.',
  software: 'Laget med {name}.',
  daysWithPosts: 'Dager med innlegg: {month}',
  allOf: 'Alt fra {month}',
  byMonth: 'Tidligere innlegg etter måned',
  website: 'Nettsted',
  language: 'Språk',
  firstPost: 'Første innlegg',
  lastPost: 'Siste innlegg',
  noLongerListed: 'Bloggen er ikke lenger med på planeten. Det den skrev her, blir stående.',
  filedUnder: { one: '1 blogg har dette emneordet:', other: '{count} blogger har dette emneordet:' },
  posts: { one: '1 innlegg på tolv måneder', other: '{count} innlegg på tolv måneder' },
  postsAndLast: '{posts}, sist {date}',
  noPosts: 'ingen innlegg på tolv måneder',
  feedStates: 'Hvordan det står til med strømmene',
  blog: 'Blogg',
  state: 'Tilstand',
  stateFine: 'lest',
  stateNew: 'ikke lest ennå',
  statePaused: 'satt på pause',
  stateServerError: 'tjeneren svarer med en feil siden {date}',
  stateNoFeed: 'ingen lesbar strøm siden {date}',
  stateQuarantined: 'undersøkes siden {date}: den ser ut som en annen blogg',
  stateQuiet: 'stille siden {date}',
  notFound: 'Siden finnes ikke',
  notFoundText:
    'Den kan være flyttet eller aldri ha vært her. Alt som er skrevet her, finnes i {archive}; det nyeste er på {front}.',
  notFoundFront: 'forsiden',
  notFoundArchive: 'arkivet',
  subscribeText:
    'Legg adressen inn i en strømleser, så kommer det som skrives her av seg selv: ingen konto, ingen e-postadresse, ingen algoritme.',
  subscribeEverything: 'Alt',
  subscribeTag: 'Bare ett emneord',
  subscribeList: 'Alle blogger, hver for seg',
  subscribeListText: 'Listen kan importeres i en strømleser, som så selv spør hver blogg.',
  addressOf: 'Adresse: {name}',
  copy: 'Kopier',
  copied: 'Kopiert',
  tools: 'Lesehjelp',
  markNew: 'Merk det som er nytt siden forrige besøk',
  isNew: 'nytt',
  shortcuts: 'Hurtigtaster',
  shortcutList:
    'j: neste innlegg. k: forrige innlegg. n: neste dag. p: forrige dag. o: åpne. /: søk, der det finnes. ?: denne listen.',
  weeks: 'Uker',
  digestWeekly: 'Ukens oversikt',
  digestDaily: 'Dagens oversikt',
  digestText: 'Ett innlegg for hver uke eller dag, med alt i: for e-posttjenester og for dem som leser sjelden.',
  titles: 'Titler',
  onThisPage: 'På denne siden',
  toTop: 'Til toppen',
  textSize: 'Tekststørrelse',
  sizeSmall: 'liten',
  sizeNormal: 'vanlig',
  sizeLarge: 'stor',
  longPosts: 'Lange innlegg',
  longAsIs: 'som på denne siden',
  longBrief: 'bare begynnelsen',
  longWhole: 'hele',
  original: 'Original',
  aboutPlanet: `# Om {title}

{title} er en planet: en side som samler det et fellesskap skriver. Hvert innlegg kommer fra noens egen blogg, gjennom strømmen som bloggen publiserer, og fører tilbake dit. Vil du følge med, les de [nyeste innleggene]({front}) eller [abonner]({subscribe}).

## Slik kommer du med

Bloggen din trenger en strøm (de fleste har en) og noe å si til folk her. {ask}

## Slik kommer du av igjen

På samme måte. En blogg kan tas av listen, og det den har skrevet, av disse sidene.

## Hvem tekstene tilhører

Hver tekst og hvert bilde tilhører den som har laget det, på vilkårene til bloggen det kommer fra. Ingenting her endrer på det. Det et innlegg sier, er forfatterens mening.

## Hva nettleseren din gjør her

Programmet som skriver disse sidene, legger verken inn informasjonskapsler eller tellere. Bilder og opptak kommer fra bloggenes egne tjenere, og nettleseren forteller dem ikke hvor du ser dem. Hva tjeneren til disse sidene noterer, kan programmet ikke si.`,
  aboutAsk: 'Skriv til {owner} med adressen til bloggen.',
  aboutAskNobody: 'Spør den som driver planeten.',
}
