import { room, RoomError } from "./api.js";
import { Columns } from "./columns.js";
import { fill } from "./dom.js";
import { listen } from "./events.js";
import { lessonPanel } from "./lesson.js";
import { plainText } from "./markdown.js";
import { announce, toast } from "./notices.js";
import { Panels } from "./panels.js";
import { peopleRail } from "./people.js";
import { Store } from "./store.js";
import { applyTheme, followSystem } from "./theme.js";
import { local, speak, t } from "./texts.js";
import { topbar } from "./topbar.js";
import { troublePanel } from "./trouble.js";
import { Wire } from "./wire.js";

const at = (id) => document.getElementById(id);
const store = new Store(localStorage);
const wire = new Wire(store);
applyTheme(store.theme);
followSystem(store);
const narrow = matchMedia("(max-width: 899px)");
store.narrow = narrow.matches;
narrow.addEventListener("change", () => store.set({ narrow: narrow.matches }));

store.on("language", () => {
  speak(store.language);
  document.documentElement.lang = store.language;
  document.title = t("appTitle");
  fill(at("skip"), t("skip"));
});
store.on("theme", () => applyTheme(store.theme));

const columns = new Columns(at("columns"), at("tabs"), store);
peopleRail(at("rail"), store);
topbar(at("topbar"), at("rail"), store);
new Panels(at("panel"), store, { lesson: lessonPanel, trouble: troublePanel, wire: (s) => wire.panel(s) });

async function readState() {
  try {
    store.takeState(await room.state());
    notice(null);
    return true;
  } catch (error) {
    if (!(error instanceof RoomError)) throw error;
    store.set({ language: store.language ?? "ja" });
    notice(t("disconnected"));
    return false;
  }
}

function notice(text) {
  at("notice").hidden = text === null;
  fill(at("notice"), text ?? "");
}

/** What the room's events change outside the columns. */
const changes = {
  message: ({ message, person }) => {
    store.countMessage(message, person);
    if (message.from.kind === "bot") {
      announceMessage(message);
      metBot(message.conversation);
    }
  },
  clock: (data) => store.set({ clock: { ...(data.clock ?? data), receivedAt: performance.now() } }),
  trouble: (data) => store.set({ trouble: data.trouble ?? data }),
  bot: (data) => store.set({ bot: data.bot ?? data }),
  lesson: (data) => store.set({ lesson: data.lesson ?? data }),
  wire: () => wire.happened(),
  people: async () => store.set({ people: (await room.state()).people }),
  reset: () => readAgain(),
};

/** Who hears from the bot in her or his own chat has the app by now. */
function metBot(key) {
  const conversation = store.conversationByKey(key);
  const person = conversation?.kind === "personal" ? store.personById(conversation.members[0]) : null;
  if (person?.installed === false)
    store.set({ people: store.people.map((p) => (p === person ? { ...p, installed: true } : p)) });
}

function announceMessage(message) {
  const conversation = store.conversationByKey(message.conversation);
  if (!conversation || !store.columns.some((c) => c.conversation === conversation.key)) return;
  const words = message.summary || plainText(message.text) || t("card");
  announce(t("newMessage", local(conversation.title), "Renkei", words.slice(0, 140)));
}

async function readAgain() {
  wire.clear();
  if (await readState()) columns.reload();
}

let lost = false;
listen(
  (kind, data) => {
    const target = data.message ? { conversation: data.message.conversation, ...data } : data;
    changes[kind]?.(target);
    if (target.conversation) columns.take(kind, target);
  },
  (connected) => {
    if (connected && lost) readAgain();
    lost = !connected;
    notice(connected ? null : t("disconnected"));
  },
);

addEventListener("unhandledrejection", (event) => {
  if (event.reason instanceof RoomError) {
    event.preventDefault();
    toast(t("failed"), "problem");
  }
});

await readState();
