/** The room refused a request or could not be reached; `status` is 0 in the latter case. */
export class RoomError extends Error {
  constructor(status, message) {
    super(message);
    this.name = "RoomError";
    this.status = status;
  }
}

async function call(method, path, body) {
  let response;
  try {
    response = await fetch(`/room/api/${path}`, {
      method,
      headers: body === undefined ? {} : { "content-type": "application/json" },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (cause) {
    throw new RoomError(0, String(cause));
  }
  const text = await response.text();
  let answer = {};
  if (text !== "") {
    try {
      answer = JSON.parse(text);
    } catch {
      throw new RoomError(response.status, text.slice(0, 200));
    }
  }
  // The room also says so in a good answer when the bot could not be reached or refused.
  if (!response.ok || answer?.error)
    throw new RoomError(response.status, answer?.error?.message ?? response.statusText);
  return answer;
}

const get = (path) => call("GET", path);
const post = (path, body = {}) => call("POST", path, body);
const conversation = (key, what) => `conversations/${encodeURIComponent(key)}/${what}`;

/** The practice room's own API (docs/practice-room.md); every call may throw {@link RoomError}. */
export const room = {
  state: () => get("state"),

  messages: (key, viewer, before) => {
    const query = new URLSearchParams({ viewer, limit: "50" });
    if (before) query.set("before", before);
    return get(conversation(key, `messages?${query}`));
  },
  /** @param {{person: string, text: string, mention: boolean, replyTo?: string}} said */
  say: (key, said) => post(conversation(key, "say"), said),
  press: (key, press) => post(conversation(key, "press"), press),
  refresh: (key, person, messageId) => post(conversation(key, "refresh"), { person, messageId }),
  react: (key, person, messageId, type) => post(conversation(key, "react"), { person, messageId, type }),

  submitDialog: (submission) => post("dialog/submit", submission),
  query: (query) => post("compose/query", query),
  composeAction: (action) => post("compose/action", action),
  sendComposed: (chosen) => post("compose/send", chosen),
  answerFile: (answer) => post("files/answer", answer),

  moveClock: (move) => post("clock", move),
  trouble: (change) => post("trouble", change),
  killBot: () => post("bot/kill"),
  startBot: () => post("bot/start"),
  reset: () => post("reset"),
  setLocale: (person, locale) => post(`people/${encodeURIComponent(person)}/locale`, { locale }),
  install: (person) => post(`people/${encodeURIComponent(person)}/install`),

  wire: (after) => get(`wire?after=${after}&limit=200`),
};
