import type { Translation } from './messages.ts'

/** Swedish. Not yet read by a native speaker. */
export const sv: Translation = {
  thousands: '\u00a0',
  gathers: '{name}: vad en gemenskap skriver på sina bloggar, på ett ställe.',
  skip: 'Hoppa till innehållet',
  pages: 'Sidor',
  latest: 'Senaste',
  blogs: 'Bloggar',
  archive: 'Arkiv',
  about: 'Om',
  subscribe: 'Prenumerera',
  subscriptions: 'Prenumerationer ({count})',
  tags: 'Taggar',
  quiet: 'Tysta',
  feed: 'flöde',
  feedOf: 'Flöde från {name}',
  unreachable: 'går inte att nå sedan {date}',
  gone: 'borta sedan {date}',
  by: 'av {author}, {time}',
  alsoIn: 'även på {blogs}',
  untitled: 'Utan titel',
  untitledStart: 'Utan titel — {start}',
  attachment: 'Bilaga',
  shortened: 'Förkortat för att hålla flödet litet; hela texten: {link}',
  feedNotice: 'Det här är ett flöde: lägg in adressen i en flödesläsare så kommer nya inlägg av sig själva.',
  readOn: { one: 'Läs vidare (1 ord, {minutes} min)', other: 'Läs vidare ({count} ord, {minutes} min)' },
  readAll: 'Läs vidare',
  quoted: '”{text}”',
  code: 'Kod {number} i ”{title}”',
  table: 'Tabell {number} i ”{title}”',
  picture: 'Bild: {text}',
  days: 'Dagar',
  months: 'Månader',
  years: 'År',
  older: 'Äldre: {date} →',
  newer: '← Nyare: {date}',
  olderEntries: 'Äldre inlägg',
  nothing: 'Här finns inget än',
  nothingRead: 'Den här planetens bloggar har inte lästs än. {command} säger varför.',
  nothingAdded:
    'Ingen blogg har lagts till än. Skriv adressen till ett flöde under {key} i {file} och kör sedan {command}.',
  nothingPosted: 'Inga inlägg än.',
  updated: 'Uppdaterad: {time} ({zone})',
  times: 'Tider: {zone}.',
  blogCount: { one: '1 blogg', other: '{count} bloggar' },
  ask: 'Vill du läggas till eller tas bort? Fråga {owner}.',
  feeds: 'Flöden',
  listOfBlogs: 'OPML (listan över bloggar)',
  rights: 'Texterna tillhör sina författare.',
  software: 'Gjord med {name}.',
  daysWithPosts: 'Dagar med inlägg: {month}',
  allOf: 'Allt från {month}',
  byMonth: 'Tidigare inlägg, månadsvis',
  website: 'Webbplats',
  language: 'Språk',
  firstPost: 'Första inlägget',
  lastPost: 'Senaste inlägget',
  noLongerListed: 'Bloggen är inte längre med på planeten. Det den skrev här finns kvar.',
  filedUnder: { one: '1 blogg har den här taggen:', other: '{count} bloggar har den här taggen:' },
  posts: { one: '1 inlägg på tolv månader', other: '{count} inlägg på tolv månader' },
  postsAndLast: '{posts}, senast {date}',
  noPosts: 'inga inlägg på tolv månader',
  feedStates: 'Hur flödena mår',
  blog: 'Blogg',
  state: 'Tillstånd',
  stateFine: 'läst',
  stateNew: 'inte läst än',
  statePaused: 'pausad',
  stateServerError: 'servern svarar med fel sedan {date}',
  stateNoFeed: 'inget läsbart flöde sedan {date}',
  stateQuarantined: 'granskas sedan {date}: den ser ut som en annan blogg',
  stateQuiet: 'tyst sedan {date}',
  notFound: 'Sidan finns inte',
  notFoundText:
    'Den kan ha flyttats eller aldrig ha funnits. Allt som har skrivits här finns i {archive}; det senaste finns på {front}.',
  notFoundFront: 'förstasidan',
  notFoundArchive: 'arkivet',
  subscribeText:
    'Lägg in adressen i en flödesläsare så kommer det som skrivs här av sig självt: inget konto, ingen e-postadress, ingen algoritm.',
  subscribeEverything: 'Allt',
  subscribeTag: 'Bara en tagg',
  subscribeList: 'Alla bloggar, var för sig',
  subscribeListText: 'Listan kan importeras i en flödesläsare, som sedan själv frågar varje blogg.',
  addressOf: 'Adress: {name}',
  copy: 'Kopiera',
  copied: 'Kopierat',
  tools: 'Läshjälp',
  markNew: 'Markera det som är nytt sedan mitt senaste besök',
  isNew: 'nytt',
  shortcuts: 'Kortkommandon',
  shortcutList:
    'j: nästa inlägg. k: föregående inlägg. n: nästa dag. p: föregående dag. o: öppna. /: sök, där det finns. ?: den här listan.',
  weeks: 'Veckor',
  digestWeekly: 'Veckosammandrag',
  digestDaily: 'Dagssammandrag',
  digestText: 'Ett inlägg per vecka eller dag, med allt i: för e-posttjänster och för den som läser sällan.',
  titles: 'Rubriker',
  onThisPage: 'På den här sidan',
  toTop: 'Till toppen',
  textSize: 'Textstorlek',
  sizeSmall: 'liten',
  sizeNormal: 'normal',
  sizeLarge: 'stor',
  longPosts: 'Långa inlägg',
  longAsIs: 'som på den här sidan',
  longBrief: 'bara början',
  longWhole: 'hela',
  original: 'Original',
  aboutPlanet: `# Om {title}

{title} är en planet: en sida som samlar vad en gemenskap skriver. Varje inlägg kommer från någons egen blogg, genom flödet som bloggen publicerar, och leder tillbaka dit. Vill du följa med, läs de [senaste inläggen]({front}) eller [prenumerera]({subscribe}).

## Så kommer du med

Din blogg behöver ett flöde (de flesta har ett) och något att säga till människorna här. {ask}

## Så kommer du bort

På samma sätt. En blogg kan tas bort från listan, och det den skrev från de här sidorna.

## Vems texterna är

Varje text och bild tillhör den som gjort den, på villkoren hos bloggen den kommer från. Inget här ändrar på det. Vad ett inlägg säger är författarens åsikt.

## Vad din webbläsare gör här

Programmet som skriver sidorna lägger varken in kakor eller räknare. Bilder och inspelningar kommer från bloggarnas egna servrar, och webbläsaren berättar inte för dem var du ser dem. Vad sidornas server antecknar kan programmet inte säga.`,
  aboutAsk: 'Skriv till {owner} med bloggens adress.',
  aboutAskNobody: 'Fråga den som sköter planeten.',
}
