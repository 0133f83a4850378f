import type { Translation } from './messages.ts'

/** Galician. Not yet read by a native speaker. */
export const gl: Translation = {
  thousands: '.',
  gathers: '{name}: o que unha comunidade escribe nos seus blogs, nun só lugar.',
  skip: 'Ir ao contido',
  pages: 'Páxinas',
  latest: 'O máis recente',
  blogs: 'Blogs',
  archive: 'Arquivo',
  about: 'Acerca de',
  subscribe: 'Subscribirse',
  subscriptions: 'Subscricións ({count})',
  tags: 'Etiquetas',
  languages: 'Linguas',
  popular: 'Ligazóns populares',
  popularWeek: 'O que máis blogs ligaron nunha semana.',
  popularMonth: 'O que máis blogs ligaron nun mes.',
  quiet: 'Sen novidades',
  feed: 'fonte',
  feedOf: 'Fonte de {name}',
  unreachable: 'inaccesible desde o {date}',
  gone: 'desaparecido desde o {date}',
  by: 'por {author}, {time}',
  alsoIn: 'tamén en {blogs}',
  untitled: 'Sen título',
  untitledStart: 'Sen título — {start}',
  attachment: 'Anexo',
  shortened: 'Abreviado para que esta fonte siga sendo pequena; o texto completo: {link}',
  feedNotice: 'Isto é unha fonte: engade o seu enderezo a un lector de fontes e as novas entradas chegarán soas.',
  readOn: { one: 'Seguir lendo (1 palabra, {minutes} min)', other: 'Seguir lendo ({count} palabras, {minutes} min)' },
  readAll: 'Seguir lendo',
  quoted: '«{text}»',
  code: 'Código {number} en «{title}»',
  table: 'Táboa {number} en «{title}»',
  picture: 'Imaxe: {text}',
  days: 'Días',
  months: 'Meses',
  years: 'Anos',
  older: 'Anterior: {date} →',
  newer: '← Seguinte: {date}',
  olderEntries: 'Entradas anteriores',
  nothing: 'Aquí aínda non hai nada',
  nothingRead: 'Os blogs deste planeta aínda non se leron. {command} di por que.',
  nothingAdded:
    'Aínda non se engadiu ningún blog. Pon o enderezo dunha fonte baixo {key} en {file} e despois executa {command}.',
  nothingPosted: 'Aínda non hai entradas.',
  updated: 'Actualizado: {time} ({zone})',
  times: 'Horas de {zone}.',
  blogCount: { one: '1 blog', other: '{count} blogs' },
  ask: 'Para entrar ou saír, escribe a {owner}.',
  feeds: 'Fontes',
  listOfBlogs: 'OPML (a lista de blogs)',
  rights: 'Os textos pertencen aos seus autores.',
  software: 'Feito con {name}.',
  daysWithPosts: 'Días con entradas: {month}',
  allOf: 'Todo: {month}',
  byMonth: 'Entradas anteriores, por mes',
  website: 'Sitio web',
  language: 'Lingua',
  firstPost: 'Primeira entrada',
  lastPost: 'Última entrada',
  noLongerListed: 'Este blog xa non forma parte do planeta. O que escribiu aquí queda.',
  filedUnder: { one: '1 blog ten esta etiqueta:', other: '{count} blogs teñen esta etiqueta:' },
  posts: { one: '1 entrada en doce meses', other: '{count} entradas en doce meses' },
  postsAndLast: '{posts}; a última, o {date}',
  noPosts: 'ningunha entrada en doce meses',
  feedStates: 'Como están as fontes',
  blog: 'Blog',
  state: 'Estado',
  stateFine: 'lido',
  stateNew: 'aínda sen ler',
  statePaused: 'en pausa',
  stateServerError: 'o seu servidor responde cun erro desde o {date}',
  stateNoFeed: 'sen unha fonte lexible desde o {date}',
  stateQuarantined: 'en revisión desde o {date}: parece outro blog',
  stateQuiet: 'sen novidades desde o {date}',
  notFound: 'Esta páxina non existe',
  notFoundText:
    'Pode que se movese ou que nunca existise. Todo o que se escribiu aquí está no {archive}; o máis recente, na {front}.',
  notFoundFront: 'portada',
  notFoundArchive: 'arquivo',
  subscribeText:
    'Engade este enderezo a un lector de fontes e o que se escriba aquí chegará só: sen conta, sen correo, sen algoritmo.',
  subscribeEverything: 'Todo',
  subscribeTag: 'Só unha etiqueta',
  subscribeList: 'Todos os blogs, un por un',
  subscribeListText: 'Esta lista pódese importar nun lector de fontes, que consultará cada blog pola súa conta.',
  addressOf: 'Enderezo: {name}',
  copy: 'Copiar',
  copied: 'Copiado',
  tools: 'Axudas de lectura',
  markNew: 'Marcar o novo desde a miña última visita',
  isNew: 'novo',
  shortcuts: 'Atallos de teclado',
  shortcutList:
    'j: entrada seguinte. k: entrada anterior. n: día seguinte. p: día anterior. o: abrila. /: busca, se a hai. ?: esta lista.',
  weeks: 'Semanas',
  digestWeekly: 'Resumo semanal',
  digestDaily: 'Resumo diario',
  digestText:
    'Unha entrada por semana ou por día, con todo dentro: para servizos de correo e para quen le de cando en vez.',
  titles: 'Títulos',
  onThisPage: 'Nesta páxina',
  toTop: 'Volver arriba',
  textSize: 'Tamaño do texto',
  sizeSmall: 'pequeno',
  sizeNormal: 'normal',
  sizeLarge: 'grande',
  longPosts: 'Entradas longas',
  longAsIs: 'como nesta páxina',
  longBrief: 'só o comezo',
  longWhole: 'completas',
  original: 'Orixinal',
  search: 'Buscar',
  searchNoScript:
    'A busca precisa JavaScript. Sen el, todas as entradas están no {archive}, e as máis recentes en {titles}.',
  searchNothing: 'Non se atopou nada.',
  searchFound: 'Resultados: {count}',
  searchMore: 'Máis resultados',
  searchAll: 'Todos',
  searchNewest: 'Primeiro as máis recentes',
  searchFailed: 'Non se puido cargar a busca.',
  aboutPlanet: `# Acerca de {title}

{title} é un planeta: unha páxina que reúne o que escribe unha comunidade. Cada entrada vén do blog de alguén, a través da fonte que ese blog publica, e leva de volta a el. Para seguilo, le as [entradas máis recentes]({front}) ou [subscríbete]({subscribe}).

## Como entrar

O teu blog precisa unha fonte (a maioría ten unha) e algo que dicirlle á xente de aquí. {ask}

## Como saír

Do mesmo xeito. Un blog pode quitarse da lista, e o que escribiu, destas páxinas.

## De quen son os textos

Cada texto e cada imaxe pertence a quen os fixo, segundo as condicións do blog do que veñen. Nada do que hai aquí cambia iso. O que di unha entrada é a opinión de quen a escribiu.

## Que fai aquí o teu navegador

O programa que escribe estas páxinas non pon nelas nin cookies nin contadores. As imaxes e gravacións veñen dos servidores dos propios blogs, aos que o teu navegador non lles di onde as ves. O que anote o servidor destas páxinas non o pode dicir o programa.`,
  aboutAsk: 'Escribe a {owner} co seu enderezo.',
  aboutAskNobody: 'Pregúntalle a quen leve este planeta.',
}
