import type { Translation } from './messages.ts'

/** Japanese. Not yet read by a native speaker. */
export const ja: Translation = {
  thousands: ',',
  gathers: '{name}：コミュニティのブログの記事を一か所で。',
  skip: '本文へ移動',
  pages: 'ページ',
  latest: '最新',
  blogs: 'ブログ',
  archive: 'アーカイブ',
  about: 'このサイトについて',
  subscribe: '購読',
  subscriptions: '購読中（{count}）',
  tags: 'タグ',
  quiet: '更新停止中',
  feed: 'フィード',
  feedOf: '{name}のフィード',
  unreachable: '{date}から接続できません',
  gone: '{date}から消えています',
  by: '{author}、{time}',
  alsoIn: '{blogs}にも掲載',
  untitled: '無題',
  untitledStart: '無題 — {start}',
  attachment: '添付ファイル',
  shortened: 'フィードを小さく保つため省略しました。全文：{link}',
  feedNotice: 'これはフィードです。このアドレスをフィードリーダーに登録すると、新しい記事が自動的に届きます。',
  readOn: { other: '続きを読む（{count}語、{minutes}分）' },
  readAll: '続きを読む',
  quoted: '「{text}」',
  code: '「{title}」のコード{number}',
  table: '「{title}」の表{number}',
  picture: '画像：{text}',
  days: '日',
  months: '月',
  years: '年',
  older: '古い記事：{date} →',
  newer: '← 新しい記事：{date}',
  olderEntries: '過去の記事',
  nothing: 'まだ何もありません',
  nothingRead: 'このプラネットのブログはまだ読み込まれていません。理由は{command}で確認できます。',
  nothingAdded:
    'ブログがまだ登録されていません。{file}の{key}にフィードのアドレスを書き、{command}を実行してください。',
  nothingPosted: 'まだ記事がありません。',
  updated: '更新：{time}（{zone}）',
  times: '時刻は{zone}です。',
  blogCount: { other: '{count}件のブログ' },
  ask: '追加・削除のご依頼は{owner}まで。',
  feeds: 'フィード',
  listOfBlogs: 'OPML（ブログ一覧）',
  rights: '文章の著作権は各著者にあります。',
  software: '{name}で作成しています。',
  daysWithPosts: '記事のある日：{month}',
  allOf: '{month}のすべての記事',
  byMonth: '過去の記事（月別）',
  website: 'ウェブサイト',
  language: '言語',
  firstPost: '最初の記事',
  lastPost: '最新の記事',
  noLongerListed: 'このブログは現在プラネットに参加していません。ここに掲載された記事は残ります。',
  filedUnder: { other: '{count}件のブログがこのタグに登録されています：' },
  posts: { other: '12か月間に{count}件の記事' },
  postsAndLast: '{posts}、最新は{date}',
  noPosts: '12か月間記事なし',
  feedStates: 'フィードの状態',
  blog: 'ブログ',
  state: '状態',
  stateFine: '読み込み済み',
  stateNew: '未読み込み',
  statePaused: '一時停止中',
  stateServerError: '{date}からサーバーがエラーを返しています',
  stateNoFeed: '{date}から読み込めるフィードがありません',
  stateQuarantined: '{date}から確認中：別のブログのようです',
  stateQuiet: '{date}から更新なし',
  notFound: 'ページが見つかりません',
  notFoundText:
    '移動したか、もともと存在しないページです。これまでの記事は{archive}に、最新の記事は{front}にあります。',
  notFoundFront: 'トップページ',
  notFoundArchive: 'アーカイブ',
  subscribeText:
    'このアドレスをフィードリーダーに登録すると、ここの記事が自動的に届きます。アカウントもメールアドレスもアルゴリズムも不要です。',
  subscribeEverything: 'すべて',
  subscribeTag: 'タグごと',
  subscribeList: 'すべてのブログを個別に',
  subscribeListText: 'この一覧をフィードリーダーに取り込むと、リーダーが各ブログを直接購読します。',
  addressOf: 'アドレス：{name}',
  copy: 'コピー',
  copied: 'コピーしました',
  tools: '閲覧の補助',
  markNew: '前回の訪問以降の新しい記事に印をつける',
  isNew: '新着',
  shortcuts: 'キーボードショートカット',
  shortcutList: 'j：次の記事。k：前の記事。n：次の日。p：前の日。o：開く。/：検索（ある場合）。?：この一覧。',
  weeks: '週',
  digestWeekly: '週間まとめ',
  digestDaily: '日刊まとめ',
  digestText: '週または日ごとに一つの記事にすべてをまとめます。メール配信サービスや、ときどき読む方に。',
  titles: 'タイトル一覧',
  onThisPage: 'このページの内容',
  toTop: '先頭へ戻る',
  textSize: '文字の大きさ',
  sizeSmall: '小',
  sizeNormal: '標準',
  sizeLarge: '大',
  longPosts: '長い記事',
  longAsIs: 'このページのまま',
  longBrief: '冒頭だけ',
  longWhole: '全文',
  original: '元の記事',
  aboutPlanet: `# {title}について

{title}は「プラネット」です。コミュニティの人々が書いたものを集めたページです。記事はそれぞれのブログが公開しているフィードから取得し、元のブログにリンクしています。[最新の記事]({front})を読むか、[購読]({subscribe})してください。

## 参加するには

ブログのフィード（ほとんどのブログにあります）と、ここの読者に向けた話題が必要です。{ask}

## 掲載をやめるには

同じ方法でご連絡ください。ブログを一覧から外すことも、記事をこのサイトから取り除くこともできます。

## 文章の権利

文章と画像の権利は、元のブログの条件のもとで、それぞれの作者にあります。ここでの掲載によって変わることはありません。記事の内容は著者個人の意見です。

## ブラウザの動作

このサイトを作るソフトウェアは、ページにクッキーもアクセスカウンターも入れません。画像や音声は各ブログのサーバーから届きますが、どこで見ているかをブラウザが伝えることはありません。このサイトのサーバーが何を記録するかは、ソフトウェアからはわかりません。`,
  aboutAsk: 'ブログのアドレスを添えて{owner}までご連絡ください。',
  aboutAskNobody: 'このプラネットの運営者にお問い合わせください。',
}
