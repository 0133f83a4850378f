import type { Translation } from './messages.ts'

/** Estonian. Not yet read by a native speaker. */
export const et: Translation = {
  thousands: '\u00a0',
  gathers: '{name}: mida kogukond oma blogides kirjutab, ühes kohas.',
  skip: 'Liigu sisu juurde',
  pages: 'Lehed',
  latest: 'Uusimad',
  blogs: 'Blogid',
  archive: 'Arhiiv',
  about: 'Teave',
  subscribe: 'Telli',
  subscriptions: 'Tellimused ({count})',
  tags: 'Sildid',
  quiet: 'Vaikinud',
  feed: 'voog',
  feedOf: 'Voog: {name}',
  unreachable: 'kättesaamatu alates: {date}',
  gone: 'kadunud: {date}',
  by: '{author}, {time}',
  alsoIn: 'ka siin: {blogs}',
  untitled: 'Pealkirjata',
  untitledStart: 'Pealkirjata — {start}',
  attachment: 'Manus',
  shortened: 'Lühendatud, et voog jääks väikeseks; kogu tekst: {link}',
  feedNotice: 'See on voog: lisa selle aadress voolugejasse ja uued postitused tulevad ise.',
  readOn: { one: 'Loe edasi (1 sõna, {minutes} min)', other: 'Loe edasi ({count} sõna, {minutes} min)' },
  readAll: 'Loe edasi',
  quoted: '„{text}“',
  code: 'Kood {number} postituses „{title}“',
  table: 'Tabel {number} postituses „{title}“',
  picture: 'Pilt: {text}',
  days: 'Päevad',
  months: 'Kuud',
  years: 'Aastad',
  older: 'Vanem: {date} →',
  newer: '← Uuem: {date}',
  olderEntries: 'Vanemad postitused',
  nothing: 'Siin ei ole veel midagi',
  nothingRead: 'Selle planeedi blogisid ei ole veel loetud. {command} ütleb, miks.',
  nothingAdded: 'Ühtegi blogi ei ole veel lisatud. Kirjuta voo aadress {key} alla failis {file} ja käivita {command}.',
  nothingPosted: 'Postitusi veel ei ole.',
  updated: 'Uuendatud: {time} ({zone})',
  times: 'Kellaajad: {zone}.',
  blogCount: { one: '1 blogi', other: '{count} blogi' },
  ask: 'Lisamine ja eemaldamine: {owner}.',
  feeds: 'Vood',
  listOfBlogs: 'OPML (blogide loend)',
  rights: 'Tekstid kuuluvad nende autoritele.',
  software: 'Tehtud programmiga {name}.',
  daysWithPosts: 'Postitustega päevad: {month}',
  allOf: 'Kõik: {month}',
  byMonth: 'Varasemad postitused kuude kaupa',
  website: 'Veebisait',
  language: 'Keel',
  firstPost: 'Esimene postitus',
  lastPost: 'Viimane postitus',
  noLongerListed: 'See blogi ei kuulu enam planeedile. Siin kirjutatu jääb alles.',
  filedUnder: { one: 'Selle sildi all on 1 blogi:', other: 'Selle sildi all on {count} blogi:' },
  posts: { one: '1 postitus kaheteistkümne kuu jooksul', other: '{count} postitust kaheteistkümne kuu jooksul' },
  postsAndLast: '{posts}, viimane: {date}',
  noPosts: 'kaheteistkümne kuu jooksul postitusi ei ole',
  feedStates: 'Kuidas voogudel läheb',
  blog: 'Blogi',
  state: 'Olek',
  stateFine: 'loetud',
  stateNew: 'veel lugemata',
  statePaused: 'peatatud',
  stateServerError: 'server vastab veaga alates: {date}',
  stateNoFeed: 'loetavat voogu ei ole alates: {date}',
  stateQuarantined: 'kontrollimisel alates: {date}; paistab teise blogina',
  stateQuiet: 'vaikne alates: {date}',
  notFound: 'Sellist lehte ei ole',
  notFoundText:
    'Võib-olla on see kolinud, võib-olla pole seda kunagi olnud. Kõik siin kirjutatu: {archive}; uusim: {front}.',
  notFoundFront: 'esileht',
  notFoundArchive: 'arhiiv',
  subscribeText:
    'Lisa see aadress voolugejasse ja siin kirjutatu tuleb ise sinuni: ilma kontota, ilma e-postita, ilma algoritmita.',
  subscribeEverything: 'Kõik',
  subscribeTag: 'Ainult üks silt',
  subscribeList: 'Kõik blogid, igaüks eraldi',
  subscribeListText: 'Selle loendi saab importida voolugejasse, mis küsib siis iga blogi ise.',
  addressOf: 'Aadress: {name}',
  copy: 'Kopeeri',
  copied: 'Kopeeritud',
  tools: 'Lugemise abivahendid',
  markNew: 'Märgi, mis on uut pärast minu viimast külastust',
  isNew: 'uus',
  shortcuts: 'Klaviatuuri otseteed',
  shortcutList:
    'j: järgmine postitus. k: eelmine postitus. n: järgmine päev. p: eelmine päev. o: ava. /: otsing, kui see on olemas. ?: see loend.',
  weeks: 'Nädalad',
  digestWeekly: 'Nädala kokkuvõte',
  digestDaily: 'Päeva kokkuvõte',
  digestText: 'Üks postitus nädala või päeva kohta, kõik selle sees: postiteenustele ja neile, kes loevad harva.',
  titles: 'Pealkirjad',
  onThisPage: 'Sellel lehel',
  toTop: 'Üles',
  textSize: 'Teksti suurus',
  sizeSmall: 'väike',
  sizeNormal: 'tavaline',
  sizeLarge: 'suur',
  longPosts: 'Pikad postitused',
  longAsIs: 'nagu sellel lehel',
  longBrief: 'ainult algus',
  longWhole: 'tervikuna',
  original: 'Algne',
  aboutPlanet: `# Teave: {title}

{title} on planeet: leht, mis kogub kokku kogukonna kirjutatu. Iga postitus tuleb kellegi enda blogist, selle avaldatud voo kaudu, ja viib sinna tagasi. Kursis püsimiseks loe [uusimaid postitusi]({front}) või [telli]({subscribe}).

## Kuidas liituda

Sinu blogil peab olema voog (enamikul on) ja midagi siinsetele inimestele öelda. {ask}

## Kuidas lahkuda

Samamoodi. Blogi saab loendist eemaldada ja selle kirjutatu neilt lehtedelt samuti.

## Kelle omad on tekstid

Iga tekst ja pilt kuulub autorile, selle blogi tingimustel, kust see pärineb. Miski siin ei muuda seda. Postituses öeldu on autori arvamus.

## Mida teeb siin sinu brauser

Neid lehti kirjutav programm ei pane neisse küpsiseid ega loendureid. Pildid ja salvestised tulevad blogide endi serveritest, millele brauser ei ütle, kus sa neid näed. Mida nende lehtede server üles märgib, seda programm öelda ei saa.`,
  aboutAsk: 'Kirjuta blogi aadress: {owner}.',
  aboutAskNobody: 'Küsi planeedi pidajalt.',
}
