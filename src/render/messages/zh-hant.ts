import type { Translation } from './messages.ts'

/** Chinese in traditional characters. Not yet read by a native speaker. */
export const zhHant: Translation = {
  thousands: ',',
  gathers: '{name}：匯集一個社群的部落格文章。',
  skip: '跳到內文',
  pages: '頁面',
  latest: '最新',
  blogs: '部落格',
  archive: '彙整',
  about: '關於',
  subscribe: '訂閱',
  subscriptions: '訂閱清單（{count}）',
  tags: '標籤',
  quiet: '久未更新',
  feed: '訂閱源',
  feedOf: '{name} 的訂閱源',
  unreachable: '自 {date}起無法連線',
  gone: '自 {date}起已消失',
  by: '{author}，{time}',
  alsoIn: '另見 {blogs}',
  untitled: '無標題',
  untitledStart: '無標題——{start}',
  attachment: '附件',
  shortened: '為保持訂閱源精簡已作刪節；全文：{link}',
  feedNotice: '這是一個訂閱源：把它的網址加入閱讀器，新文章就會自動送達。',
  readOn: { other: '繼續閱讀（{count} 字，{minutes}分鐘）' },
  readAll: '繼續閱讀',
  quoted: '「{text}」',
  code: '「{title}」中的程式碼 {number}',
  table: '「{title}」中的表格 {number}',
  picture: '圖片：{text}',
  days: '日',
  months: '月',
  years: '年',
  older: '較舊：{date} →',
  newer: '← 較新：{date}',
  olderEntries: '較舊的文章',
  nothing: '這裡還沒有內容',
  nothingRead: '本星球的部落格尚未讀取。執行 {command} 可查看原因。',
  nothingAdded: '尚未加入部落格。請在 {file} 的 {key} 下寫入訂閱源網址，然後執行 {command}。',
  nothingPosted: '還沒有文章。',
  updated: '更新於 {time}（{zone}）',
  times: '時間為 {zone} 時間。',
  blogCount: { other: '{count} 個部落格' },
  ask: '如需加入或移除，請聯絡 {owner}。',
  feeds: '訂閱源',
  listOfBlogs: 'OPML（部落格清單）',
  rights: '文章版權歸各作者所有。',
  software: '由 {name} 產生。',
  daysWithPosts: '{month}有文章的日子',
  allOf: '{month}的所有文章',
  byMonth: '過往文章（依月份）',
  website: '網站',
  language: '語言',
  firstPost: '第一篇文章',
  lastPost: '最後一篇文章',
  noLongerListed: '此部落格已不在本星球之列，已發表的文章仍會保留。',
  filedUnder: { other: '{count} 個部落格屬於此標籤：' },
  posts: { other: '十二個月內 {count} 篇文章' },
  postsAndLast: '{posts}，最近一篇在 {date}',
  noPosts: '十二個月內沒有文章',
  feedStates: '訂閱源狀態',
  blog: '部落格',
  state: '狀態',
  stateFine: '已讀取',
  stateNew: '尚未讀取',
  statePaused: '已暫停',
  stateServerError: '自 {date}起伺服器回應錯誤',
  stateNoFeed: '自 {date}起沒有可讀取的訂閱源',
  stateQuarantined: '自 {date}起查核中：看起來是另一個部落格',
  stateQuiet: '自 {date}起沒有更新',
  notFound: '沒有這個頁面',
  notFoundText: '它可能已移動，也可能從未存在。這裡發表過的一切都在{archive}中；最新內容在{front}。',
  notFoundFront: '首頁',
  notFoundArchive: '彙整',
  subscribeText: '把這個網址加入閱讀器，這裡的新文章就會自動送達：不需帳號，不需電子郵件，沒有演算法。',
  subscribeEverything: '全部',
  subscribeTag: '僅一個標籤',
  subscribeList: '所有部落格，逐一訂閱',
  subscribeListText: '可將此清單匯入閱讀器，由閱讀器直接讀取每個部落格。',
  addressOf: '網址：{name}',
  copy: '複製',
  copied: '已複製',
  tools: '閱讀輔助',
  markNew: '標記上次造訪以來的新內容',
  isNew: '新',
  shortcuts: '鍵盤快速鍵',
  shortcutList: 'j：下一篇。k：上一篇。o：開啟。?：本清單。',
  aboutPlanet: `# 關於 {title}

{title} 是一個「星球」：匯集一個社群所寫文章的頁面。每篇文章都來自某個人自己的部落格，透過該部落格發布的訂閱源取得，並連結回原文。歡迎閱讀[最新文章]({front})或[訂閱]({subscribe})。

## 如何加入

你的部落格需要有訂閱源（大多數部落格都有），並且有話想對這裡的讀者說。{ask}

## 如何退出

方法相同。部落格可以從清單中移除，它的文章也可以從這些頁面中移除。

## 文章的歸屬

每篇文章、每張圖片都屬於其作者，並遵循來源部落格的條款。這裡的任何內容都不改變這一點。文章內容僅代表作者個人觀點。

## 瀏覽器在這裡做什麼

產生這些頁面的軟體不會加入 Cookie，也不會加入計數器。圖片和音訊來自各部落格自己的伺服器，瀏覽器不會告訴它們你在哪裡瀏覽。至於本站伺服器記錄了什麼，軟體無從得知。`,
  aboutAsk: '請把部落格網址寄給 {owner}。',
  aboutAskNobody: '請聯絡本星球的維護者。',
}
