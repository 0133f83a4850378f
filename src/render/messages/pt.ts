import type { Translation } from './messages.ts'

/** Portuguese of Portugal. Not yet read by a native speaker. */
export const pt: Translation = {
  thousands: '\u00a0',
  gathers: '{name}: o que uma comunidade escreve nos seus blogues, num só lugar.',
  skip: 'Saltar para o conteúdo',
  pages: 'Páginas',
  latest: 'Mais recentes',
  blogs: 'Blogues',
  archive: 'Arquivo',
  about: 'Sobre',
  subscribe: 'Subscrever',
  subscriptions: 'Subscrições ({count})',
  tags: 'Etiquetas',
  languages: 'Línguas',
  popular: 'Ligações populares',
  popularWeek: 'O que mais blogues indicaram numa semana.',
  popularMonth: 'O que mais blogues indicaram num mês.',
  quiet: 'Silenciosos',
  feed: 'feed',
  feedOf: 'Feed de {name}',
  unreachable: 'inacessível desde {date}',
  gone: 'desaparecido desde {date}',
  by: 'por {author}, {time}',
  alsoIn: 'também em {blogs}',
  untitled: 'Sem título',
  untitledStart: 'Sem título — {start}',
  attachment: 'Anexo',
  shortened: 'Abreviado para que este feed se mantenha pequeno; o texto completo: {link}',
  feedNotice: 'Isto é um feed: ponha o endereço num leitor de feeds e os novos artigos chegam até si.',
  readOn: {
    one: 'Continuar a ler (1 palavra, {minutes} min)',
    many: 'Continuar a ler ({count} de palavras, {minutes} min)',
    other: 'Continuar a ler ({count} palavras, {minutes} min)',
  },
  readAll: 'Continuar a ler',
  quoted: '«{text}»',
  code: 'Código {number} em «{title}»',
  table: 'Tabela {number} em «{title}»',
  picture: 'Imagem: {text}',
  days: 'Dias',
  months: 'Meses',
  years: 'Anos',
  older: 'Anterior: {date} →',
  newer: '← Seguinte: {date}',
  olderEntries: 'Artigos anteriores',
  nothing: 'Ainda não há nada aqui',
  nothingRead: 'Os blogues deste planeta ainda não foram lidos. {command} diz porquê.',
  nothingAdded:
    'Ainda não foi adicionado nenhum blogue. Ponha o endereço de um feed em {key}, no ficheiro {file}, e execute {command}.',
  nothingPosted: 'Ainda não há artigos.',
  updated: 'Atualizado: {time} ({zone})',
  times: 'Horas de {zone}.',
  blogCount: { one: '1 blogue', many: '{count} de blogues', other: '{count} blogues' },
  ask: 'Para entrar ou sair, escreva a {owner}.',
  feeds: 'Feeds',
  listOfBlogs: 'OPML (a lista de blogues)',
  rights: 'Os textos pertencem aos seus autores.',
  software: 'Feito com {name}.',
  daysWithPosts: 'Dias com artigos: {month}',
  allOf: 'Tudo: {month}',
  byMonth: 'Artigos anteriores, por mês',
  website: 'Sítio web',
  language: 'Língua',
  firstPost: 'Primeiro artigo',
  lastPost: 'Último artigo',
  noLongerListed: 'Este blogue já não faz parte do planeta. O que aqui escreveu fica.',
  filedUnder: {
    one: '1 blogue tem esta etiqueta:',
    many: '{count} de blogues têm esta etiqueta:',
    other: '{count} blogues têm esta etiqueta:',
  },
  posts: {
    one: '1 artigo em doze meses',
    many: '{count} de artigos em doze meses',
    other: '{count} artigos em doze meses',
  },
  postsAndLast: '{posts}, o último em {date}',
  noPosts: 'nenhum artigo em doze meses',
  feedStates: 'Como estão os feeds',
  blog: 'Blogue',
  state: 'Estado',
  stateFine: 'lido',
  stateNew: 'ainda não lido',
  statePaused: 'em pausa',
  stateServerError: 'o servidor responde com um erro desde {date}',
  stateNoFeed: 'sem feed legível desde {date}',
  stateQuarantined: 'em verificação desde {date}: parece ser outro blogue',
  stateQuiet: 'silencioso desde {date}',
  notFound: 'Esta página não existe',
  notFoundText:
    'Talvez tenha mudado de lugar, talvez nunca tenha existido. Tudo o que aqui se escreveu está no {archive}; o mais recente está na {front}.',
  notFoundFront: 'primeira página',
  notFoundArchive: 'arquivo',
  subscribeText:
    'Ponha este endereço num leitor de feeds e o que aqui se escreve chega até si: sem conta, sem e-mail, sem algoritmo.',
  subscribeEverything: 'Tudo',
  subscribeTag: 'Só uma etiqueta',
  subscribeList: 'Todos os blogues, um a um',
  subscribeListText: 'Esta lista pode ser importada num leitor de feeds, que depois consulta cada blogue por si.',
  addressOf: 'Endereço: {name}',
  copy: 'Copiar',
  copied: 'Copiado',
  tools: 'Ajudas de leitura',
  markNew: 'Assinalar o que é novo desde a minha última visita',
  isNew: 'novo',
  shortcuts: 'Atalhos de teclado',
  shortcutList:
    'j: artigo seguinte. k: artigo anterior. n: dia seguinte. p: dia anterior. o: abri-lo. /: pesquisa, se houver. ?: esta lista.',
  weeks: 'Semanas',
  digestWeekly: 'Resumo semanal',
  digestDaily: 'Resumo diário',
  digestText:
    'Uma entrada por semana ou por dia, com tudo lá dentro: para serviços de correio e para quem lê raramente.',
  titles: 'Títulos',
  onThisPage: 'Nesta página',
  toTop: 'Voltar ao topo',
  textSize: 'Tamanho do texto',
  sizeSmall: 'pequeno',
  sizeNormal: 'normal',
  sizeLarge: 'grande',
  longPosts: 'Artigos longos',
  longAsIs: 'como nesta página',
  longBrief: 'só o início',
  longWhole: 'completos',
  original: 'Original',
  search: 'Pesquisar',
  searchNoScript:
    'A pesquisa precisa de JavaScript. Sem ele, todos os artigos estão no {archive}, e os mais recentes em {titles}.',
  searchNothing: 'Nada foi encontrado.',
  searchFound: 'Resultados: {count}',
  searchMore: 'Mais resultados',
  searchAll: 'Todos',
  searchNewest: 'Mais recentes primeiro',
  searchFailed: 'Não foi possível carregar a pesquisa.',
  aboutPlanet: `# Sobre {title}

{title} é um planeta: uma página que reúne o que uma comunidade escreve. Cada artigo vem do blogue de alguém, através do feed que esse blogue publica, e leva de volta a ele. Para acompanhar, leia os [artigos mais recentes]({front}) ou [subscreva]({subscribe}).

## Como entrar

O seu blogue precisa de um feed (quase todos têm um) e de algo a dizer às pessoas daqui. {ask}

## Como sair

Da mesma forma. Um blogue pode ser retirado da lista, e o que escreveu, destas páginas.

## De quem são os textos

Cada texto e cada imagem pertence a quem os fez, nas condições do blogue de onde vêm. Nada aqui muda isso. O que um artigo diz é a opinião de quem o escreveu.

## O que o seu navegador faz aqui

O programa que escreve estas páginas não põe nelas cookies nem contadores. As imagens e gravações vêm dos servidores dos próprios blogues, aos quais o seu navegador não diz onde as vê. O que o servidor destas páginas regista, o programa não pode dizer.`,
  aboutAsk: 'Escreva a {owner} com o endereço.',
  aboutAskNobody: 'Pergunte a quem mantém este planeta.',
}
