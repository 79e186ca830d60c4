import { avatar, conversationMark } from "./avatar.js";
import { Conversation } from "./conversation.js";
import { fill, h } from "./dom.js";
import { local, t } from "./texts.js";

/** The conversations side by side, and on a narrow screen the tabs that switch between them. */
export class Columns {
  #main;
  #tabs;
  #store;
  #open = [];

  constructor(main, tabs, store) {
    [this.#main, this.#tabs, this.#store] = [main, tabs, store];
    store.on("columns", () => this.#arrange());
    store.on("active", () => this.#markActive());
    store.on("narrow", () => this.#markActive());
    store.on("unread", () => this.#drawTabs());
    store.on("language", () => this.reload());
  }

  /** Forgets what is drawn and reads every open conversation again. */
  reload() {
    for (const { conversation } of this.#open) conversation.dispose();
    this.#open = [];
    this.#arrange();
  }

  /** Hands an event to every column that shows its conversation. */
  take(kind, data) {
    for (const { conversation } of this.#open)
      if (conversation.key === data.conversation) conversation.take(kind, data);
  }

  #arrange() {
    const wanted = this.#store.columns ?? [];
    const kept = wanted.map((column) => {
      const found = this.#open.find((o) => o.key === column.conversation && o.viewer === column.viewer);
      if (found) return found;
      const conversation = new Conversation(this.#store, column.conversation, column.viewer);
      return { key: column.conversation, viewer: column.viewer, conversation };
    });
    for (const old of this.#open) if (!kept.includes(old)) old.conversation.dispose();
    this.#open = kept;
    const elements = kept.map((o) => o.conversation.element);
    // Moving an element in the document resets its scroll position, so only differences are touched.
    for (const child of [...this.#main.children]) if (!elements.includes(child)) child.remove();
    elements.forEach((element, i) => {
      if (this.#main.children[i] !== element) this.#main.insertBefore(element, this.#main.children[i] ?? null);
    });
    if (elements.length === 0) fill(this.#main, h("p.nothing", {}, t("noColumns")));
    this.#markActive();
  }

  #markActive() {
    this.#open.forEach(({ conversation }, i) => {
      conversation.element.classList.toggle("active", i === this.#store.active);
      conversation.place(i);
      this.#store.markSeen(conversation.key, conversation.viewer);
      if (i === this.#store.active) conversation.element.scrollIntoView({ block: "nearest", inline: "nearest" });
    });
    this.#drawTabs();
  }

  #drawTabs() {
    this.#tabs.setAttribute("aria-label", t("openPeople"));
    fill(
      this.#tabs,
      (this.#store.columns ?? []).map((column, i) => {
        const conversation = this.#store.conversationByKey(column.conversation);
        const person = this.#store.personById(column.viewer);
        if (!conversation || !person) return null;
        const personal = conversation.kind === "personal";
        const unread = this.#store.unreadIn(column.conversation, column.viewer);
        const name = personal ? local(person.name) : local(conversation.title);
        return h(
          "button.tab",
          {
            type: "button",
            "aria-label": unread ? `${name} ${t("unread", unread)}` : name,
            "aria-current": i === this.#store.active,
            "data-testid": `tab-${column.conversation}`,
            on: { click: () => this.#store.activate(i) },
          },
          personal ? avatar(person, "small") : conversationMark(conversation.kind),
          h("span.tab-name", {}, name),
          unread > 0 ? h("span.count", { "aria-hidden": true }, String(Math.min(unread, 99))) : null,
        );
      }),
    );
  }
}
