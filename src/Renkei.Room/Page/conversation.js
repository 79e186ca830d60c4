import { room, RoomError } from "./api.js";
import { avatar, conversationMark } from "./avatar.js";
import { composer } from "./composer.js";
import { button, fill, h } from "./dom.js";
import { MessageView } from "./message.js";
import { tell } from "./notices.js";
import { dayOf } from "./time.js";
import { local, t } from "./texts.js";

/** How many messages a column keeps in the document; older and newer ones are read again when wanted. */
const KEPT = 150;

/** One column: a conversation seen by one person. */
export class Conversation {
  #store;
  #views = new Map();
  #order = [];
  #log;
  #start;
  #newest;
  #typing;
  #closeButton;
  #position = 0;
  #more = false;
  #atEnd = true;
  #pinned = true;
  #following = true;
  #loading = null;
  #typingTimer = 0;
  #disposed = false;
  #onScreen;
  #sized;
  #composer;

  constructor(store, key, viewer) {
    this.#store = store;
    this.key = key;
    this.viewer = viewer;
    this.#onScreen = new IntersectionObserver((entries) => this.#seen(entries), { threshold: 0.25 });
    this.element = this.#build();
    // Charts and fonts arrive late; a reader at the end stays at the end.
    this.#sized = new ResizeObserver(() => this.#pinned && this.#toEnd());
    this.#sized.observe(this.#log.firstElementChild);
    this.#sized.observe(this.#log);
    this.load();
  }

  get #conversation() {
    return this.#store.conversationByKey(this.key);
  }

  dispose() {
    this.#disposed = true;
    this.#onScreen.disconnect();
    this.#sized.disconnect();
    clearTimeout(this.#typingTimer);
    this.element.remove();
  }

  /** Tells the column where it stands among its neighbours. */
  place(position) {
    this.#position = position;
    this.#closeButton.hidden = this.#store.columns.length < 2;
  }

  /** Reads the newest messages. */
  async load() {
    this.element.setAttribute("aria-busy", "true");
    const loading = (this.#loading = room.messages(this.key, this.viewer));
    try {
      const { messages, more } = await loading;
      if (this.#disposed || this.#loading !== loading) return;
      this.#loading = null;
      this.#clear();
      this.#more = more;
      this.#atEnd = true;
      this.#pinned = true;
      for (const message of messages) this.#append(message);
      this.#drawEdges();
      this.#toEnd();
      this.#store.markSeen(this.key, this.viewer);
    } catch (error) {
      if (!(error instanceof RoomError)) throw error;
      fill(
        this.#start,
        h("p.problem", { role: "alert" }, t("unreachable")),
        button(t("refreshCard"), { onClick: () => this.load() }),
      );
    } finally {
      if (this.#loading === loading) this.#loading = null;
      this.element.removeAttribute("aria-busy");
    }
  }

  /** An event of the room about this conversation. */
  take(kind, data) {
    if (data.person && data.person !== this.viewer) return;
    const view = this.#views.get(data.message?.id ?? data.messageId);
    if (kind === "message") this.#arrive(data.message);
    else if (kind === "messageUpdated") view?.show(data.message, { refresh: true });
    else if (kind === "messageDeleted") view?.showDeleted(data.message);
    else if (kind === "privateCard") view?.show(data.message);
    else if (kind === "toast" && view) view.say(data.text, data.kind === "info" ? "info" : "problem");
    else if (kind === "typing") this.#showTyping();
  }

  #build() {
    const conversation = this.#conversation;
    const person = this.#store.personById(this.viewer);
    const personal = conversation.kind === "personal";
    const title = personal ? local(person.name) : local(conversation.title);
    this.#closeButton = button(t("closeColumn"), {
      drawing: "close",
      bare: true,
      testid: "close-column",
      onClick: () => this.#store.close(this.#position),
    });
    this.#start = h("div.log-start");
    const inner = h("ol.messages", { "data-testid": "messages" });
    this.#log = h(
      "div.log",
      {
        role: "log",
        "aria-live": "off",
        "aria-label": t("messagesOf", title),
        tabindex: 0,
        on: { scroll: () => this.#scrolled() },
      },
      h("div.log-inner", {}, this.#start, inner),
    );
    this.list = inner;
    this.#typing = h("p.typing", { hidden: true, "data-testid": "typing" }, t("typing"));
    this.#newest = button(t("newest"), {
      drawing: "down",
      kind: "newest",
      testid: "newest",
      hidden: true,
      onClick: () => this.#goToNewest(),
    });
    this.#composer = composer(conversation, this.viewer);
    const section = h(
      "section.conversation",
      {
        "aria-label": personal ? `${title} ${t("personal")}` : `${title} ${t("through", local(person.name))}`,
        "data-testid": "column",
        "data-conversation": this.key,
        "data-viewer": this.viewer,
      },
      h(
        "header.conversation-head",
        {},
        personal ? avatar(person) : conversationMark(conversation.kind),
        h(
          "div.conversation-title",
          {},
          h("h2", {}, title),
          h(
            "p",
            {},
            personal
              ? `${t("personal")}・${local(person.role)}`
              : `${t(conversation.kind)}・${t("through", local(person.name))}`,
          ),
        ),
        personal ? null : this.#viewers(conversation),
        this.#closeButton,
      ),
      this.#log,
      h("div.log-foot", {}, this.#newest, this.#typing),
      this.#composer.element,
    );
    section.addEventListener("focusin", () => this.#store.activate(this.#position));
    section.addEventListener("pointerdown", () => this.#store.activate(this.#position));
    return section;
  }

  /** The members' faces: one click and the column is seen through that person's eyes. */
  #viewers(conversation) {
    return h(
      "div.viewers",
      { role: "group", "aria-label": t("seenBy") },
      conversation.members.map((id) => {
        const member = this.#store.personById(id);
        if (!member) return null;
        const label = t("through", local(member.name));
        return h(
          "button.viewer",
          {
            type: "button",
            "aria-pressed": id === this.viewer,
            "aria-label": label,
            title: label,
            "data-testid": `viewer-${id}`,
            on: { click: () => id !== this.viewer && this.#store.look(this.#position, id) },
          },
          avatar(member, "small"),
        );
      }),
    );
  }

  #clear() {
    this.#onScreen.disconnect();
    this.#views.clear();
    this.#order = [];
    this.list.replaceChildren();
  }

  #view(message) {
    const view = new MessageView(this.#store, this.#conversation, this.viewer, message, (to) =>
      this.#composer.replyTo(to),
    );
    this.#views.set(message.id, view);
    this.#onScreen.observe(view.element);
    return view;
  }

  #append(message) {
    if (this.#views.has(message.id)) return this.#views.get(message.id).show(message);
    const view = this.#view(message);
    this.#heading(message, this.#order.at(-1));
    this.#order.push(message);
    this.list.append(view.element);
  }

  #heading(message, previous) {
    const day = dayOf(message.at, this.#store.language);
    const before = previous ? dayOf(previous.at, this.#store.language) : null;
    const view = this.#views.get(message.id);
    view.startDay(day === before ? null : day);
    view.follow(
      day === before &&
        previous?.from.id === message.from.id &&
        (message.attachments ?? []).length === 0 &&
        Date.parse(message.at) - Date.parse(previous.at) < 300_000,
    );
  }

  #arrive(message) {
    this.#hideTyping();
    if (!this.#atEnd) {
      this.#newest.hidden = false;
      return;
    }
    const follow = this.#following || message.from.id === this.viewer;
    this.#append(message);
    if (follow) this.#trimTop();
    this.#drawEdges();
    if (follow) this.#toEnd();
    else this.#newest.hidden = false;
    this.#store.markSeen(this.key, this.viewer);
  }

  #trimTop() {
    while (this.#order.length > KEPT) {
      this.#drop(this.#order.shift());
      this.#more = true;
    }
  }

  #drop(message) {
    const view = this.#views.get(message.id);
    this.#onScreen.unobserve(view.element);
    view.element.remove();
    this.#views.delete(message.id);
  }

  async #older() {
    if (this.#loading || !this.#more || this.#order.length === 0) return;
    const loading = (this.#loading = room.messages(this.key, this.viewer, this.#order[0].id));
    this.#drawEdges();
    try {
      const { messages, more } = await loading;
      if (this.#disposed || this.#loading !== loading) return;
      const fromEnd = this.#log.scrollHeight - this.#log.scrollTop;
      const first = this.#order[0];
      this.#more = more;
      const fresh = messages.filter((m) => !this.#views.has(m.id));
      this.list.prepend(...fresh.map((m) => this.#view(m).element));
      fresh.forEach((m, i) => this.#heading(m, fresh[i - 1]));
      this.#heading(first, fresh.at(-1));
      this.#order.unshift(...fresh);
      this.#log.scrollTop = this.#log.scrollHeight - fromEnd;
      while (this.#order.length > KEPT) {
        this.#drop(this.#order.pop());
        this.#atEnd = false;
        this.#newest.hidden = false;
      }
    } catch (error) {
      tell(error);
    } finally {
      if (this.#loading === loading) this.#loading = null;
      this.#drawEdges();
    }
  }

  #drawEdges() {
    if (this.#loading) fill(this.#start, h("p.note", {}, t("loading")));
    else if (this.#more)
      fill(this.#start, button(t("older"), { kind: "small", testid: "older", onClick: () => this.#older() }));
    else if (this.#order.length === 0) fill(this.#start, this.#beginning());
    else this.#start.replaceChildren();
  }

  /** Where the newest message is read from: the end, or the beginning of a card that is taller than the column. */
  get #endPosition() {
    const { scrollHeight, clientHeight } = this.#log;
    const bottom = Math.max(0, scrollHeight - clientHeight);
    const last = this.list.lastElementChild;
    return last ? Math.min(bottom, last.offsetTop - 4) : bottom;
  }

  /** An empty chat offers the first words. */
  #beginning() {
    if (this.#conversation.kind !== "personal") return h("p.note", {}, t("emptyShared"));
    const say = (text) => room.say(this.key, { person: this.viewer, text, mention: false }).catch(tell);
    return [
      h("p.note", {}, t("empty")),
      h(
        "div.first-words",
        {},
        t("firstWords").map((text) => button(text, { kind: "small", testid: "first-word", onClick: () => say(text) })),
      ),
    ];
  }

  #scrolled() {
    const { scrollTop } = this.#log;
    const end = this.#endPosition;
    this.#following = this.#atEnd && scrollTop > end - 60;
    this.#pinned = this.#following && scrollTop < end + 60;
    if (this.#following) this.#newest.hidden = true;
    if (scrollTop < 200) this.#older();
  }

  #toEnd() {
    this.#log.scrollTop = this.#endPosition;
    this.#pinned = true;
    this.#following = true;
    this.#newest.hidden = true;
  }

  #goToNewest() {
    if (this.#atEnd) this.#toEnd();
    else this.load();
  }

  #showTyping() {
    this.#typing.hidden = false;
    clearTimeout(this.#typingTimer);
    this.#typingTimer = setTimeout(() => this.#hideTyping(), 3000);
  }

  #hideTyping() {
    this.#typing.hidden = true;
  }

  #seen(entries) {
    for (const entry of entries) if (entry.isIntersecting) this.#viewOf(entry.target)?.cameOnScreen();
  }

  #viewOf(element) {
    return this.#views.get(element.dataset.messageId);
  }
}
