import type { Translation } from './messages.ts'

/** Lithuanian. Not yet read by a native speaker. */
export const lt: Translation = {
  thousands: '\u00a0',
  gathers: '{name}: ką bendruomenė rašo savo tinklaraščiuose, vienoje vietoje.',
  skip: 'Pereiti prie turinio',
  pages: 'Puslapiai',
  latest: 'Naujausi',
  blogs: 'Tinklaraščiai',
  archive: 'Archyvas',
  about: 'Apie',
  subscribe: 'Prenumeruoti',
  subscriptions: 'Prenumeratos ({count})',
  tags: 'Žymos',
  quiet: 'Nutilę',
  feed: 'srautas',
  feedOf: 'Srautas: {name}',
  unreachable: 'nepasiekiamas nuo: {date}',
  gone: 'dingęs nuo: {date}',
  by: '{author}, {time}',
  alsoIn: 'taip pat: {blogs}',
  untitled: 'Be pavadinimo',
  untitledStart: 'Be pavadinimo — {start}',
  attachment: 'Priedas',
  shortened: 'Sutrumpinta, kad srautas liktų mažas; visas tekstas: {link}',
  feedNotice: 'Tai srautas: įdėkite jo adresą į srautų skaityklę, ir nauji įrašai ateis patys.',
  readOn: {
    one: 'Skaityti toliau ({count} žodis, {minutes} min)',
    few: 'Skaityti toliau ({count} žodžiai, {minutes} min)',
    many: 'Skaityti toliau ({count} žodžio, {minutes} min)',
    other: 'Skaityti toliau ({count} žodžių, {minutes} min)',
  },
  readAll: 'Skaityti toliau',
  quoted: '„{text}“',
  code: 'Kodas {number} įraše „{title}“',
  table: 'Lentelė {number} įraše „{title}“',
  picture: 'Paveikslėlis: {text}',
  days: 'Dienos',
  months: 'Mėnesiai',
  years: 'Metai',
  older: 'Senesni: {date} →',
  newer: '← Naujesni: {date}',
  olderEntries: 'Senesni įrašai',
  nothing: 'Čia dar nieko nėra',
  nothingRead: 'Šios planetos tinklaraščiai dar neperskaityti. {command} pasakys, kodėl.',
  nothingAdded:
    'Dar nepridėta nė vieno tinklaraščio. Įrašykite srauto adresą prie {key} faile {file} ir paleiskite {command}.',
  nothingPosted: 'Įrašų dar nėra.',
  updated: 'Atnaujinta: {time} ({zone})',
  times: 'Laikas: {zone}.',
  blogCount: {
    one: '{count} tinklaraštis',
    few: '{count} tinklaraščiai',
    many: '{count} tinklaraščio',
    other: '{count} tinklaraščių',
  },
  ask: 'Dėl įtraukimo ar pašalinimo rašykite: {owner}.',
  feeds: 'Srautai',
  listOfBlogs: 'OPML (tinklaraščių sąrašas)',
  rights: 'Tekstai priklauso jų autoriams.',
  software: 'Sukurta su {name}.',
  daysWithPosts: 'Dienos su įrašais: {month}',
  allOf: 'Viskas: {month}',
  byMonth: 'Ankstesni įrašai pagal mėnesius',
  website: 'Svetainė',
  language: 'Kalba',
  firstPost: 'Pirmas įrašas',
  lastPost: 'Paskutinis įrašas',
  noLongerListed: 'Šis tinklaraštis nebepriklauso planetai. Tai, ką jis čia parašė, lieka.',
  filedUnder: {
    one: '{count} tinklaraštis su šia žyma:',
    few: '{count} tinklaraščiai su šia žyma:',
    many: '{count} tinklaraščio su šia žyma:',
    other: '{count} tinklaraščių su šia žyma:',
  },
  posts: {
    one: '{count} įrašas per dvylika mėnesių',
    few: '{count} įrašai per dvylika mėnesių',
    many: '{count} įrašo per dvylika mėnesių',
    other: '{count} įrašų per dvylika mėnesių',
  },
  postsAndLast: '{posts}, paskutinis: {date}',
  noPosts: 'per dvylika mėnesių įrašų nėra',
  feedStates: 'Srautų būklė',
  blog: 'Tinklaraštis',
  state: 'Būklė',
  stateFine: 'perskaitytas',
  stateNew: 'dar neperskaitytas',
  statePaused: 'pristabdytas',
  stateServerError: 'serveris atsako klaida nuo: {date}',
  stateNoFeed: 'nėra skaitomo srauto nuo: {date}',
  stateQuarantined: 'tikrinamas nuo: {date}; panašu į kitą tinklaraštį',
  stateQuiet: 'tyli nuo: {date}',
  notFound: 'Tokio puslapio nėra',
  notFoundText:
    'Galbūt jis perkeltas, o gal jo niekada nebuvo. Viskas, kas čia parašyta: {archive}; naujausi įrašai: {front}.',
  notFoundFront: 'pradžios puslapis',
  notFoundArchive: 'archyvas',
  subscribeText:
    'Įdėkite šį adresą į srautų skaityklę, ir tai, kas čia rašoma, ateis savaime: be paskyros, be el. pašto, be algoritmo.',
  subscribeEverything: 'Viskas',
  subscribeTag: 'Tik viena žyma',
  subscribeList: 'Visi tinklaraščiai, kiekvienas atskirai',
  subscribeListText: 'Šį sąrašą galima importuoti į srautų skaityklę, kuri pati klausinės kiekvieno tinklaraščio.',
  addressOf: 'Adresas: {name}',
  copy: 'Kopijuoti',
  copied: 'Nukopijuota',
  tools: 'Skaitymo pagalba',
  markNew: 'Žymėti, kas nauja nuo mano paskutinio apsilankymo',
  isNew: 'nauja',
  shortcuts: 'Spartieji klavišai',
  shortcutList:
    'j: kitas įrašas. k: ankstesnis įrašas. n: kita diena. p: ankstesnė diena. o: atverti. /: paieška, jei ji yra. ?: šis sąrašas.',
  weeks: 'Savaitės',
  digestWeekly: 'Savaitės apžvalga',
  digestDaily: 'Dienos apžvalga',
  digestText: 'Vienas įrašas savaitei ar dienai, o jame viskas: pašto paslaugoms ir tiems, kas skaito retai.',
  titles: 'Antraštės',
  onThisPage: 'Šiame puslapyje',
  toTop: 'Į viršų',
  textSize: 'Teksto dydis',
  sizeSmall: 'mažas',
  sizeNormal: 'įprastas',
  sizeLarge: 'didelis',
  longPosts: 'Ilgi įrašai',
  longAsIs: 'kaip šiame puslapyje',
  longBrief: 'tik pradžia',
  longWhole: 'visi',
  original: 'Originalas',
  aboutPlanet: `# Apie: {title}

{title} yra planeta: puslapis, kuris surenka, ką rašo bendruomenė. Kiekvienas įrašas ateina iš kieno nors tinklaraščio, per jo skelbiamą srautą, ir veda atgal į jį. Norėdami sekti, skaitykite [naujausius įrašus]({front}) arba [prenumeruokite]({subscribe}).

## Kaip būti įtrauktam

Jūsų tinklaraščiui reikia srauto (dauguma jį turi) ir ką pasakyti čia esantiems žmonėms. {ask}

## Kaip būti pašalintam

Taip pat. Tinklaraštį galima išbraukti iš sąrašo, o tai, ką jis parašė, – iš šių puslapių.

## Kam priklauso tekstai

Kiekvienas tekstas ir paveikslėlis priklauso jo autoriui to tinklaraščio, iš kurio jis atėjo, sąlygomis. Niekas čia to nekeičia. Tai, kas sakoma įraše, yra jo autoriaus nuomonė.

## Ką čia daro jūsų naršyklė

Programa, rašanti šiuos puslapius, nededa į juos nei slapukų, nei skaitiklių. Paveikslėliai ir įrašai ateina iš pačių tinklaraščių serverių, kuriems naršyklė nesako, kur juos matote. Ką užrašo šių puslapių serveris, programa pasakyti negali.`,
  aboutAsk: 'Parašykite nurodydami jo adresą: {owner}.',
  aboutAskNobody: 'Klauskite to, kas prižiūri šią planetą.',
}
