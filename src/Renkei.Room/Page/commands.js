/**
 * The message extension's commands as the app's manifest declares them: a search from the compose box, and turning a
 * message into a note of the action log.
 */
export const commands = [
  {
    id: "playbook",
    type: "query",
    context: ["compose"],
    title: { ja: "プレイブックを検索", en: "Search the playbook" },
  },
  { id: "note", type: "action", context: ["message"], title: { ja: "このメッセージを記録", en: "Note this message" } },
];
