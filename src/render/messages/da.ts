import type { Translation } from './messages.ts'

/** Danish. Not yet read by a native speaker. */
export const da: Translation = {
  thousands: '.',
  gathers: '{name}: hvad et fællesskab skriver på sine blogge, samlet ét sted.',
  skip: 'Gå til indholdet',
  pages: 'Sider',
  latest: 'Seneste',
  blogs: 'Blogge',
  archive: 'Arkiv',
  about: 'Om',
  subscribe: 'Abonner',
  subscriptions: 'Abonnementer ({count})',
  tags: 'Emneord',
  quiet: 'Stille',
  feed: 'feed',
  feedOf: 'Feed fra {name}',
  unreachable: 'kan ikke nås siden {date}',
  gone: 'væk siden {date}',
  by: 'af {author}, {time}',
  alsoIn: 'også på {blogs}',
  untitled: 'Uden titel',
  untitledStart: 'Uden titel — {start}',
  attachment: 'Vedhæftet fil',
  shortened: 'Forkortet for at holde feedet lille; hele teksten: {link}',
  feedNotice: 'Dette er et feed: sæt adressen ind i en feedlæser, så kommer nye indlæg af sig selv.',
  readOn: { one: 'Læs videre (1 ord, {minutes} min)', other: 'Læs videre ({count} ord, {minutes} min)' },
  readAll: 'Læs videre',
  quoted: '»{text}«',
  code: 'Kode {number} i »{title}«',
  table: 'Tabel {number} i »{title}«',
  picture: 'Billede: {text}',
  days: 'Dage',
  months: 'Måneder',
  years: 'År',
  older: 'Ældre: {date} →',
  newer: '← Nyere: {date}',
  olderEntries: 'Ældre indlæg',
  nothing: 'Her er ikke noget endnu',
  nothingRead: 'Planetens blogge er ikke læst endnu. {command} siger hvorfor.',
  nothingAdded:
    'Der er ikke tilføjet nogen blog endnu. Skriv adressen på et feed under {key} i {file}, og kør så {command}.',
  nothingPosted: 'Ingen indlæg endnu.',
  updated: 'Opdateret: {time} ({zone})',
  times: 'Tider: {zone}.',
  blogCount: { one: '1 blog', other: '{count} blogge' },
  ask: 'Vil du tilføjes eller fjernes? Spørg {owner}.',
  feeds: 'Feeds',
  listOfBlogs: 'OPML (listen over blogge)',
  rights: 'Teksterne tilhører deres forfattere.',
  software: 'Lavet med {name}.',
  daysWithPosts: 'Dage med indlæg: {month}',
  allOf: 'Alt fra {month}',
  byMonth: 'Tidligere indlæg efter måned',
  website: 'Websted',
  language: 'Sprog',
  firstPost: 'Første indlæg',
  lastPost: 'Seneste indlæg',
  noLongerListed: 'Bloggen er ikke længere med på planeten. Det, den skrev her, bliver stående.',
  filedUnder: { one: '1 blog har dette emneord:', other: '{count} blogge har dette emneord:' },
  posts: { one: '1 indlæg på tolv måneder', other: '{count} indlæg på tolv måneder' },
  postsAndLast: '{posts}, senest {date}',
  noPosts: 'ingen indlæg i tolv måneder',
  feedStates: 'Hvordan det står til med feedene',
  blog: 'Blog',
  state: 'Tilstand',
  stateFine: 'læst',
  stateNew: 'ikke læst endnu',
  statePaused: 'sat på pause',
  stateServerError: 'serveren svarer med en fejl siden {date}',
  stateNoFeed: 'intet læsbart feed siden {date}',
  stateQuarantined: 'undersøges siden {date}: det ligner en anden blog',
  stateQuiet: 'stille siden {date}',
  notFound: 'Siden findes ikke',
  notFoundText:
    'Den kan være flyttet eller aldrig have været her. Alt, hvad der er skrevet her, findes i {archive}; det nyeste er på {front}.',
  notFoundFront: 'forsiden',
  notFoundArchive: 'arkivet',
  subscribeText:
    'Sæt adressen ind i en feedlæser, så kommer det, der skrives her, af sig selv: ingen konto, ingen mailadresse, ingen algoritme.',
  subscribeEverything: 'Alt',
  subscribeTag: 'Kun ét emneord',
  subscribeList: 'Alle blogge, hver for sig',
  subscribeListText: 'Listen kan importeres i en feedlæser, som derefter selv spørger hver blog.',
  addressOf: 'Adresse: {name}',
  copy: 'Kopiér',
  copied: 'Kopieret',
  tools: 'Læsehjælp',
  markNew: 'Markér det, der er nyt siden mit seneste besøg',
  isNew: 'nyt',
  shortcuts: 'Tastaturgenveje',
  shortcutList:
    'j: næste indlæg. k: forrige indlæg. n: næste dag. p: forrige dag. o: åbn. /: søgning, hvor den findes. ?: denne liste.',
  weeks: 'Uger',
  digestWeekly: 'Ugens overblik',
  digestDaily: 'Dagens overblik',
  digestText: 'Ét indlæg for hver uge eller dag, med det hele i: til mailtjenester og til dem, der læser sjældent.',
  titles: 'Titler',
  onThisPage: 'På denne side',
  toTop: 'Til toppen',
  textSize: 'Tekststørrelse',
  sizeSmall: 'lille',
  sizeNormal: 'normal',
  sizeLarge: 'stor',
  longPosts: 'Lange indlæg',
  longAsIs: 'som på denne side',
  longBrief: 'kun begyndelsen',
  longWhole: 'hele',
  original: 'Original',
  aboutPlanet: `# Om {title}

{title} er en planet: en side, der samler, hvad et fællesskab skriver. Hvert indlæg kommer fra nogens egen blog, gennem det feed, som bloggen udgiver, og fører tilbage til den. Vil du følge med, så læs de [nyeste indlæg]({front}) eller [abonner]({subscribe}).

## Sådan kommer du med

Din blog skal have et feed (de fleste har et) og noget at sige til folk her. {ask}

## Sådan kommer du af igen

På samme måde. En blog kan tages af listen, og det, den har skrevet, af disse sider.

## Hvem teksterne tilhører

Hver tekst og hvert billede tilhører den, der har lavet det, på vilkårene for den blog, det kommer fra. Intet her ændrer ved det. Hvad et indlæg siger, er forfatterens mening.

## Hvad din browser gør her

Programmet, der skriver siderne, lægger hverken cookies eller tællere ind. Billeder og optagelser kommer fra bloggenes egne servere, som din browser ikke fortæller, hvor du ser dem. Hvad sidernes server skriver ned, kan programmet ikke sige.`,
  aboutAsk: 'Skriv til {owner} med bloggens adresse.',
  aboutAskNobody: 'Spørg den, der driver planeten.',
}
