import { avatar, conversationMark } from "./avatar.js";
import { button, fill, h, icon } from "./dom.js";
import { room } from "./api.js";
import { tell } from "./notices.js";
import { local, t } from "./texts.js";

/** The left rail: everybody of the sample prefecture, and the conversations of the one you are. */
export function peopleRail(rail, store) {
  const draw = () => {
    rail.setAttribute("aria-label", t("people"));
    const focused = rail.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
    fill(
      rail,
      h(
        "div.rail-head",
        {},
        h("h2", {}, t("people")),
        button(t("close"), { drawing: "close", bare: true, kind: "rail-close", onClick: () => showRail(rail, false) }),
      ),
      h(
        "ul.people",
        {},
        store.people.map((person) => entry(person, store, rail)),
      ),
    );
    if (focused) rail.querySelector(`[data-testid="${CSS.escape(focused)}"]`)?.focus();
  };
  rail.addEventListener("keydown", (event) => event.key === "Escape" && showRail(rail, false));
  document.addEventListener("pointerdown", (event) => !rail.contains(event.target) && showRail(rail, false), true);
  for (const topic of ["people", "conversations", "unread", "columns", "language", "trouble"]) store.on(topic, draw);
}

/** On a narrow screen the rail is a sheet over the conversation; Esc or a touch beside it closes it. */
export function showRail(rail, shown) {
  if (rail.classList.contains("shown") === shown) return;
  rail.classList.toggle("shown", shown);
  if (shown) rail.querySelector("[aria-expanded=true], .person")?.focus();
}

function entry(person, store, rail) {
  const own = store.person === person.id;
  const unread = own ? 0 : store.unreadOf(person.id);
  const choose = () => {
    const personal = store.conversationsOf(person.id).find((c) => c.kind === "personal");
    if (personal) store.open(personal.key, person.id);
    else store.set({ person: person.id, people: store.people });
  };
  return h(
    "li",
    { class: own ? "own" : "" },
    h(
      "button.person",
      {
        type: "button",
        "aria-expanded": own,
        "aria-label": [local(person.name), local(person.role), local(person.place), unread ? t("unread", unread) : ""]
          .filter(Boolean)
          .join(" "),
        title: t("beThisPerson", local(person.name)),
        "data-testid": `person-${person.id}`,
        on: { click: choose },
      },
      avatar(person),
      h(
        "span.person-text",
        {},
        h("strong", {}, local(person.name)),
        h("span", {}, [local(person.role), local(person.place)].filter(Boolean).join("・")),
      ),
      unread > 0 ? h("span.count", { "aria-hidden": true }, String(Math.min(unread, 99))) : null,
    ),
    own ? conversationsOf(person, store, rail) : null,
  );
}

function conversationsOf(person, store, rail) {
  const locale = (person.locale ?? "ja-JP").startsWith("ja") ? "ja-JP" : "en-US";
  return h(
    "div.own-conversations",
    {},
    person.notes ? h("p.note", {}, local(person.notes)) : null,
    h(
      "ul",
      {},
      store.conversationsOf(person.id).map((c) => conversationEntry(c, person, store, rail)),
    ),
    !isInstalled(person, store)
      ? h(
          "p.note",
          {},
          t("notInstalled"),
          button(t("install"), {
            kind: "small",
            testid: `install-${person.id}`,
            onClick: () => install(store, person),
          }),
        )
      : null,
    h(
      "label.locale",
      {},
      t("personLanguage"),
      h(
        "select",
        {
          "data-testid": `locale-${person.id}`,
          on: { change: (event) => setLocale(store, person, event.target.value) },
        },
        h("option", { value: "ja-JP", selected: locale === "ja-JP" }, t("japanese")),
        h("option", { value: "en-US", selected: locale === "en-US" }, t("english")),
      ),
    ),
  );
}

function isInstalled(person, store) {
  const removed = store.trouble.some(
    ({ kind, target }) =>
      kind === "uninstalled" &&
      (target.person === person.id || store.conversationByKey(target.conversation)?.members.join() === person.id),
  );
  return person.installed !== false && !removed;
}

async function setLocale(store, person, locale) {
  try {
    await room.setLocale(person.id, locale);
    store.set({ people: store.people.map((p) => (p.id === person.id ? { ...p, locale } : p)) });
  } catch (error) {
    tell(error);
    store.emit("people");
  }
}

async function install(store, person) {
  try {
    await room.install(person.id);
    store.set({ people: store.people.map((p) => (p.id === person.id ? { ...p, installed: true } : p)) });
  } catch (error) {
    tell(error);
  }
}

function conversationEntry(conversation, person, store, rail) {
  const unread = store.unreadIn(conversation.key, person.id);
  const open = store.isOpen(conversation.key, person.id);
  const show = (beside) => {
    store.open(conversation.key, person.id, { beside });
    showRail(rail, false);
  };
  const title = conversation.kind === "personal" ? t("personal") : local(conversation.title);
  return h(
    "li.conversation-entry",
    { class: `${open ? "open" : ""} ${unread ? "unread" : ""}` },
    h(
      "button",
      {
        type: "button",
        "aria-current": open,
        "data-testid": `open-${conversation.key}`,
        "aria-label": unread ? `${title} ${t("unread", unread)}` : title,
        on: { click: () => show(false) },
      },
      conversationMark(conversation.kind),
      h("span", {}, title),
      unread > 0 ? h("span.count", { "aria-hidden": true }, String(Math.min(unread, 99))) : null,
    ),
    open
      ? null
      : h(
          "button.beside",
          {
            type: "button",
            title: t("openBeside"),
            "aria-label": `${title}：${t("openBeside")}`,
            "data-testid": `beside-${conversation.key}`,
            on: { click: () => show(true) },
          },
          icon("add"),
        ),
  );
}
