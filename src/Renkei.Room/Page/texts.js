/** Interface texts: Japanese first, English beside it. A function takes what is filled in. */
const texts = {
  appTitle: ["Renkei 練習室", "Renkei practice room"],
  skip: ["会話へ移動", "Skip to the conversations"],
  loading: ["読み込んでいます…", "Loading…"],
  disconnected: [
    "練習室とつながっていません。つながり直しています…",
    "Not connected to the practice room. Reconnecting…",
  ],
  failed: [
    "うまくいきませんでした。少し待って、もう一度お試しください。",
    "That did not work. Please wait a moment and try again.",
  ],
  unreachable: [
    "練習室に届きませんでした。もう一度お試しください。",
    "The practice room could not be reached. Please try again.",
  ],
  close: ["閉じる", "Close"],
  cancel: ["やめる", "Cancel"],
  more: ["その他", "More"],

  people: ["人と会話", "People and conversations"],
  openPeople: ["人と会話を選ぶ", "Choose a person or conversation"],
  personal: ["個人チャット", "Personal chat"],
  groupChat: ["グループチャット", "Group chat"],
  channel: ["チャネル", "Channel"],
  unread: [(n) => `未読 ${n} 件`, (n) => `${n} unread`],
  beThisPerson: [(name) => `${name}さんになる`, (name) => `Be ${name}`],
  seenBy: ["見ている人", "Seen by"],
  through: [(name) => `${name}さんの画面`, (name) => `${name}’s view`],
  openBeside: ["横に並べて開く", "Open beside"],
  closeColumn: ["この列を閉じる", "Close this column"],
  personLanguage: ["Teams の表示言語", "Teams language"],
  japanese: ["日本語", "Japanese"],
  english: ["英語", "English"],
  notInstalled: ["アプリが入っていません", "The app is not installed"],
  install: ["アプリを入れる", "Install the app"],
  noColumns: ["左の一覧から、人と会話を選んでください。", "Choose a person and a conversation on the left."],

  messagesOf: [(title) => `${title} のメッセージ`, (title) => `Messages of ${title}`],
  older: ["前のメッセージを読み込む", "Load older messages"],
  newest: ["最新のメッセージへ", "Go to the newest messages"],
  empty: ["まだメッセージはありません。ここから始められます。", "No messages yet. You can begin here."],
  firstWords: [
    ["こんにちは", "段階チェック", "ヘルプ"],
    ["hello", "checklist", "help"],
  ],
  emptyShared: [
    "まだメッセージはありません。@Renkei と付けて話しかけてください。",
    "No messages yet. Mention @Renkei to talk to it.",
  ],
  edited: ["編集済み", "Edited"],
  deleted: ["このメッセージは削除されました", "This message was deleted"],
  typing: ["Renkei が入力しています…", "Renkei is typing…"],
  onlyYou: [(name) => `${name}さんだけに見えています`, (name) => `Only ${name} sees this`],
  everyone: ["全員に見えるカード", "Everyone sees this card"],
  messageMenu: ["このメッセージの操作", "Actions for this message"],
  refreshCard: ["カードを更新", "Refresh card"],
  copyText: ["文字をコピー", "Copy text"],
  reply: ["返信する", "Reply"],
  replyingTo: [(text) => `返信：${text}`, (text) => `Reply to: ${text}`],
  cancelReply: ["返信をやめる", "Do not reply"],
  reactionNames: [
    { like: "いいね", heart: "ステキ", laugh: "笑い", surprised: "びっくり", sad: "悲しい", angry: "怒り" },
    { like: "Like", heart: "Heart", laugh: "Laugh", surprised: "Surprised", sad: "Sad", angry: "Angry" },
  ],

  composer: [(title) => `${title} に書く`, (title) => `Write to ${title}`],
  placeholderPersonal: ["Renkei に話しかける", "Talk to Renkei"],
  placeholderShared: ["書く（@ で Renkei を呼ぶ）", "Write (@ calls Renkei)"],
  send: ["送る", "Send"],
  mention: ["@Renkei を付ける", "Mention @Renkei"],
  unmention: ["宛先の @Renkei を外す", "Remove the @Renkei mention"],
  extensions: ["Renkei の機能を使う", "Use Renkei"],
  searchLabel: ["さがす言葉", "Search words"],
  searchHint: ["例：退院支援、事前情報、認知症", "For example: discharge, dementia"],
  searchNothing: ["見つかりませんでした。別の言葉でお試しください。", "Nothing found. Try other words."],
  searchCount: [(n) => `${n} 件見つかりました`, (n) => `${n} found`],
  insert: ["会話に入れる", "Put into the chat"],

  cardFailed: ["このカードは表示できません。", "This card cannot be shown."],
  cardPending: ["送っています…", "Sending…"],
  actionFailed: ["問題が発生しました。もう一度お試しください。", "Something went wrong. Please try again."],
  openLink: ["リンクは https だけ開けます。", "Only https links can be opened."],
  chartOf: ["グラフ", "Chart"],
  rating: [(v, max) => `${max} 段階の ${v}`, (v, max) => `${v} out of ${max}`],
  percent: [(v) => `${v}%`, (v) => `${v}%`],
  working: ["処理中", "In progress"],

  fileOffer: ["ファイルを受け取りますか", "Would you like this file?"],
  fileAccept: ["許可", "Allow"],
  fileDecline: ["拒否", "Decline"],
  fileReady: ["ファイル", "File"],
  download: ["ダウンロード", "Download"],
  attachment: [(type) => `表示できない添付（${type}）`, (type) => `Attachment that cannot be shown (${type})`],

  practiceRoom: ["練習室", "Practice room"],
  roomClock: ["練習室の時計", "The room’s clock"],
  clockNow: ["今", "Now"],
  clockDay: ["+1日", "+1 day"],
  clockWeek: ["+1週間", "+1 week"],
  clockNext: ["次の通知まで", "To the next reminder"],
  clockMove: ["時計を動かす", "Move the clock"],
  clockNoNext: ["予定されている通知はありません。", "No reminder is planned."],
  clockAlone: ["ボットは時計の変更を受け取れませんでした。", "The bot did not follow the clock."],
  clockMoved: [(time) => `時計を ${time} にしました`, (time) => `The clock is now ${time}`],

  botRunning: ["ボット 動作中", "Bot running"],
  botStarting: ["ボット 起動中", "Bot starting"],
  botStopped: ["ボット 停止中", "Bot stopped"],
  botKill: ["ボットを止める", "Stop the bot"],
  botStart: ["ボットを起動する", "Start the bot"],
  botRestart: ["ボットを再起動する", "Restart the bot"],
  botKillHint: ["電源が落ちたように、途中でも止まります。", "Stops at once, as if the power had failed."],

  reset: ["練習室を初めの状態に戻す", "Reset the practice room"],
  resetTitle: ["初めの状態に戻しますか", "Reset to the beginning?"],
  resetText: [
    "会話、記録、時計がすべて消え、見本の県（ひかり県）からやり直します。元には戻せません。",
    "All conversations, records and the clock are cleared and the sample prefecture starts anew. This cannot be undone.",
  ],
  resetDo: ["初めに戻す", "Reset"],
  resetDone: ["初めの状態に戻しました。", "The room is back at its beginning."],

  settings: ["設定", "Settings"],
  language: ["English", "日本語"],
  languageLabel: ["Switch to English", "日本語に切り替える"],
  themeDark: ["暗い画面にする", "Use the dark theme"],
  themeLight: ["明るい画面にする", "Use the light theme"],

  lesson: ["練習", "Lesson"],
  lessonFirst: ["はじめての方へ", "New here?"],
  lessonTitle: ["はじめての段階チェック", "Your first stage checklist"],
  lessonDone: ["済み", "Done"],
  lessonFinished: [
    "おつかれさまでした。これで段階チェックが使えます。",
    "Well done. You can use the stage checklist now.",
  ],
  lessonProgress: [(done, all) => `${all} のうち ${done} 済み`, (done, all) => `${done} of ${all} done`],
  lessonOpen: ["この会話を開く", "Open this conversation"],
  lessonNone: ["いま選べる練習はありません。", "There is no lesson at the moment."],

  trouble: ["トラブル", "Trouble"],
  troubleTitle: ["困ったことを起こしてみる", "Make things go wrong"],
  troubleIntro: [
    "実際の Teams で起こることを、まねします。スイッチを入れると、選んだ相手だけに起こります。",
    "Imitates what really happens in Teams. A switch affects only the target you choose.",
  ],
  troubleTarget: ["だれに起こすか", "Who is affected"],
  troubleAll: ["全体", "Everyone"],
  troubleCount: ["回数", "Times"],
  troubleAlways: ["ずっと", "Until switched off"],
  troubleElsewhere: ["ほかの相手で発生中", "Active elsewhere"],
  troubleOff: ["止める", "Switch off"],

  wire: ["通信", "Wire"],
  wireTitle: ["Teams とボットのやりとり", "What Teams and the bot say to each other"],
  wireFilter: ["しぼり込み", "Filter"],
  wireFilterHint: ["例：invoke、429、serviceUrl", "For example: invoke, 429, serviceUrl"],
  wireBoth: ["両方", "Both"],
  wireToBot: ["ボットへ", "To the bot"],
  wireFromBot: ["ボットから", "From the bot"],
  wireEmpty: ["まだ通信はありません。", "Nothing yet."],
  wireRequest: ["要求", "Request"],
  wireResponse: ["応答", "Response"],
  wireHeaders: ["ヘッダー", "Headers"],
  wireNoBody: ["本文なし", "No body"],
  wireNoAnswer: ["応答なし", "No answer"],
  wireClear: ["一覧を空にする", "Clear the list"],
  copy: ["コピー", "Copy"],
  copied: ["コピーしました", "Copied"],

  newMessage: [
    (where, from, text) => `${where}：${from}「${text}」`,
    (where, from, text) => `${where}: ${from}: ${text}`,
  ],
  card: ["カード", "Card"],
};

/** The switches of the trouble panel in the order shown: name and what it imitates. */
export const troubles = [
  {
    kind: "throttle",
    name: { ja: "混み合い（429）", en: "Throttled (429)" },
    text: {
      ja: "Teams が「少し待って」と断り、待つ秒数も伝えます。ボットは待ってから送り直すはずです。",
      en: "Teams refuses and says how many seconds to wait. The bot should wait and send again.",
    },
    counted: true,
  },
  {
    kind: "throttleNoRetryAfter",
    name: { ja: "混み合い（秒数なし）", en: "Throttled without a time" },
    text: { ja: "断られますが、いつまで待つかは分かりません。", en: "Refused, without saying how long to wait." },
    counted: true,
  },
  {
    kind: "badGatewayBefore",
    name: { ja: "届く前に失敗（502）", en: "502 before delivery" },
    text: { ja: "送信が失敗し、メッセージも届きません。", en: "Sending fails and the message does not arrive." },
    counted: true,
  },
  {
    kind: "badGatewayAfter",
    name: { ja: "届いたのに失敗（502）", en: "502 after delivery" },
    text: {
      ja: "メッセージは届くのに、ボットには失敗と伝わります。二重に届かないか確かめます。",
      en: "The message arrives, yet the bot is told it failed. Watch for doubles.",
    },
    counted: true,
  },
  {
    kind: "repeatSameId",
    name: { ja: "同じものが二度届く（同じ番号）", en: "Delivered twice, same id" },
    text: {
      ja: "Teams が同じ操作を二度送ります。一度だけ数えるはずです。",
      en: "Teams sends the same thing twice. It should count once.",
    },
  },
  {
    kind: "repeatNewId",
    name: { ja: "同じものが二度届く（別の番号）", en: "Delivered twice, new id" },
    text: {
      ja: "Teams が同じ操作を、別の番号でもう一度送ります。これも一度だけ数えるはずです。",
      en: "Teams sends the same thing again under a new id. It should still count once.",
    },
  },
  {
    kind: "slow",
    name: { ja: "返事が遅い（15秒超）", en: "Slow beyond 15 seconds" },
    text: {
      ja: "通信がとても遅くなり、Teams が待ちきれなくなります。",
      en: "The line is so slow that Teams stops waiting.",
    },
  },
  {
    kind: "blocked",
    name: { ja: "ブロックされている", en: "Blocked by the person" },
    text: {
      ja: "その人がボットをブロックしています。ボットからは届きません。",
      en: "The person has blocked the bot. Nothing from it arrives.",
    },
  },
  {
    kind: "uninstalled",
    name: { ja: "アプリが外されている", en: "App uninstalled" },
    text: {
      ja: "アプリが削除されていて、ボットは会話にいません。",
      en: "The app was removed; the bot is not in the conversation.",
    },
  },
  {
    kind: "wrongToken",
    name: { ja: "にせの署名", en: "Forged token" },
    text: {
      ja: "正しくない署名で話しかけます。ボットは断るはずです。",
      en: "Speaks with a bad signature. The bot should refuse.",
    },
  },
];

let index = 0;

/** Sets the language of everything drawn from now on. @param {"ja"|"en"} language */
export function speak(language) {
  index = language === "ja" ? 0 : 1;
}

/** An interface text in the current language. */
export function t(key, ...values) {
  const text = texts[key][index];
  return typeof text === "function" ? text(...values) : text;
}

/** The current language's half of a `{ja, en}` pair; the other when it is missing. */
export function local(pair) {
  if (pair === null || pair === undefined) return "";
  if (typeof pair === "string") return pair;
  return (index === 0 ? pair.ja : pair.en) ?? pair.ja ?? pair.en ?? "";
}
