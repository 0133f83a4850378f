import type { Translation } from './messages.ts'

/** French. Not yet read by a native speaker. */
export const fr: Translation = {
  thousands: '\u202f',
  gathers: '{name} : ce qu’une communauté écrit sur ses blogs, en un seul endroit.',
  skip: 'Aller au contenu',
  pages: 'Pages',
  latest: 'À la une',
  blogs: 'Blogs',
  archive: 'Archives',
  about: 'À propos',
  subscribe: 'S’abonner',
  subscriptions: 'Abonnements ({count})',
  tags: 'Étiquettes',
  languages: 'Langues',
  popular: 'Liens populaires',
  popularWeek: 'Ce vers quoi le plus de blogs ont renvoyé en une semaine.',
  popularMonth: 'Ce vers quoi le plus de blogs ont renvoyé en un mois.',
  quiet: 'Silencieux',
  feed: 'flux',
  feedOf: 'Flux de {name}',
  unreachable: 'injoignable depuis le {date}',
  gone: 'disparu depuis le {date}',
  by: 'par {author}, {time}',
  alsoIn: 'aussi sur {blogs}',
  untitled: 'Sans titre',
  untitledStart: 'Sans titre — {start}',
  attachment: 'Pièce jointe',
  shortened: 'Abrégé pour que ce flux reste léger ; le texte entier : {link}',
  feedNotice: 'Ceci est un flux : ajoutez son adresse à un lecteur de flux, et les nouveaux billets viendront à vous.',
  readOn: {
    one: 'Lire la suite (1 mot, {minutes} min)',
    many: 'Lire la suite ({count} de mots, {minutes} min)',
    other: 'Lire la suite ({count} mots, {minutes} min)',
  },
  readAll: 'Lire la suite',
  quoted: '« {text} »',
  code: 'Code {number} dans « {title} »',
  table: 'Tableau {number} dans « {title} »',
  picture: 'Image : {text}',
  days: 'Jours',
  months: 'Mois',
  years: 'Années',
  older: 'Plus ancien : {date} →',
  newer: '← Plus récent : {date}',
  olderEntries: 'Billets plus anciens',
  nothing: 'Rien ici pour l’instant',
  nothingRead: 'Les blogs de cette planète n’ont pas encore été lus. {command} dit pourquoi.',
  nothingAdded:
    'Aucun blog n’a encore été ajouté. Mettez l’adresse d’un flux sous {key} dans {file}, puis lancez {command}.',
  nothingPosted: 'Aucun billet pour l’instant.',
  updated: 'Mis à jour : {time} ({zone})',
  times: 'Heures : {zone}.',
  blogCount: { one: '1 blog', many: '{count} de blogs', other: '{count} blogs' },
  ask: 'Pour être ajouté ou retiré, écrivez à {owner}.',
  feeds: 'Flux',
  listOfBlogs: 'OPML (la liste des blogs)',
  rights: 'Les textes appartiennent à leurs auteurs.',
  software: 'Fait avec {name}.',
  daysWithPosts: 'Jours avec des billets : {month}',
  allOf: 'Tout : {month}',
  byMonth: 'Billets précédents, par mois',
  website: 'Site web',
  language: 'Langue',
  firstPost: 'Premier billet',
  lastPost: 'Dernier billet',
  noLongerListed: 'Ce blog ne fait plus partie de la planète. Ce qu’il a écrit ici reste.',
  filedUnder: {
    one: '1 blog porte cette étiquette :',
    many: '{count} de blogs portent cette étiquette :',
    other: '{count} blogs portent cette étiquette :',
  },
  posts: {
    one: '1 billet en douze mois',
    many: '{count} de billets en douze mois',
    other: '{count} billets en douze mois',
  },
  postsAndLast: '{posts}, le dernier le {date}',
  noPosts: 'aucun billet en douze mois',
  feedStates: 'L’état des flux',
  blog: 'Blog',
  state: 'État',
  stateFine: 'lu',
  stateNew: 'pas encore lu',
  statePaused: 'en pause',
  stateServerError: 'son serveur répond par une erreur depuis le {date}',
  stateNoFeed: 'aucun flux lisible depuis le {date}',
  stateQuarantined: 'en cours de vérification depuis le {date} : on dirait un autre blog',
  stateQuiet: 'silencieux depuis le {date}',
  notFound: 'Cette page n’existe pas',
  notFoundText:
    'Elle a peut-être changé de place, ou n’a jamais existé. Tout ce qui a été écrit ici est dans les {archive} ; le plus récent est en {front}.',
  notFoundFront: 'page d’accueil',
  notFoundArchive: 'archives',
  subscribeText:
    'Ajoutez cette adresse à un lecteur de flux, et ce qui s’écrit ici viendra à vous : sans compte, sans adresse e-mail, sans algorithme.',
  subscribeEverything: 'Tout',
  subscribeTag: 'Une seule étiquette',
  subscribeList: 'Tous les blogs, un par un',
  subscribeListText:
    'Cette liste peut être importée dans un lecteur de flux, qui interrogera alors chaque blog lui-même.',
  addressOf: 'Adresse : {name}',
  copy: 'Copier',
  copied: 'Copié',
  tools: 'Aides à la lecture',
  markNew: 'Marquer ce qui est nouveau depuis ma dernière visite',
  isNew: 'nouveau',
  shortcuts: 'Raccourcis clavier',
  shortcutList:
    'j : billet suivant. k : billet précédent. n : jour suivant. p : jour précédent. o : l’ouvrir. / : recherche, s’il y en a une. ? : cette liste.',
  weeks: 'Semaines',
  digestWeekly: 'Résumé hebdomadaire',
  digestDaily: 'Résumé quotidien',
  digestText:
    'Une entrée par semaine ou par jour, avec tout dedans : pour les services de courriel et pour qui lit rarement.',
  titles: 'Titres',
  onThisPage: 'Sur cette page',
  toTop: 'Haut de page',
  textSize: 'Taille du texte',
  sizeSmall: 'petite',
  sizeNormal: 'normale',
  sizeLarge: 'grande',
  longPosts: 'Billets longs',
  longAsIs: 'comme sur cette page',
  longBrief: 'seulement le début',
  longWhole: 'en entier',
  original: 'Original',
  search: 'Recherche',
  searchNoScript:
    'La recherche a besoin de JavaScript. Sans lui, tous les billets sont dans les {archive}, et les plus récents sous {titles}.',
  searchNothing: 'Rien n’a été trouvé.',
  searchFound: 'Résultats : {count}',
  searchMore: 'Plus de résultats',
  searchAll: 'Tous',
  searchNewest: 'Les plus récents d’abord',
  searchFailed: 'La recherche n’a pas pu être chargée.',
  byLastPost: 'Par dernier billet',
  byName: 'Par nom',
  discuss: 'Discuter',
  notSaid: 'non précisé',
  postCount: { one: '1 billet', many: '{count} de billets', other: '{count} billets' },
  shades: 'Plus la teinte d’un jour est forte, plus on a publié ; maximum en un jour : {posts}.',
  stats: 'Statistiques',
  statsBlog: 'Billets par blog',
  statsGrowth: 'Blogs à la fin de chaque année',
  statsHour: 'Billets par heure',
  statsLanguage: 'Billets par langue',
  statsMonth: 'Billets par mois',
  statsWeekday: 'Billets par jour de la semaine',
  dayPosts: '{day} : {posts}',
  aboutPlanet: `# À propos de {title}

{title} est une planète : une page qui rassemble ce qu’écrit une communauté. Chaque billet vient du blog de quelqu’un, par le flux que ce blog publie, et y ramène. Pour suivre, lisez les [derniers billets]({front}) ou [abonnez-vous]({subscribe}).

## Comment être ajouté

Votre blog a besoin d’un flux (la plupart en ont un) et de quelque chose à dire aux gens d’ici. {ask}

## Comment être retiré

De la même façon. Un blog peut être retiré de la liste, et ce qu’il a écrit, de ces pages.

## À qui sont ces textes

Chaque texte et chaque image appartient à son auteur, selon les conditions du blog d’où il vient. Rien ici n’y change quoi que ce soit. Ce que dit un billet est l’opinion de son auteur.

## Ce que fait votre navigateur ici

Le logiciel qui écrit ces pages n’y met ni cookies ni compteurs. {media} Ce que note le serveur de ces pages, le logiciel ne peut le dire.`,
  aboutMedia:
    'Les images et les enregistrements viennent des serveurs des blogs eux-mêmes, auxquels votre navigateur ne dit pas où vous les voyez.',
  aboutMediaKept:
    'Les images sont des copies conservées ici ; les enregistrements viennent des serveurs des blogs eux-mêmes, et seulement quand vous les lancez.',
  aboutAsk: 'Écrivez à {owner} en donnant son adresse.',
  aboutAskNobody: 'Demandez à la personne qui s’occupe de cette planète.',
}
