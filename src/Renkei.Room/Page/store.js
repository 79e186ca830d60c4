const REMEMBERED = "renkei-practice-room";

/**
 * What the page knows: the room's people, conversations and switches as the server tells them, and what this browser
 * has chosen (language, theme, columns). Topics: people, conversations, columns, active, unread, clock, trouble, bot,
 * lesson, language, theme, panel.
 */
export class Store {
  #listeners = new Map();
  #storage;

  constructor(storage) {
    this.#storage = storage;
    const remembered = JSON.parse(storage.getItem(REMEMBERED) ?? "{}");
    this.language = remembered.language ?? null;
    this.theme = remembered.theme ?? null;
    this.person = remembered.person ?? null;
    this.columns = remembered.columns ?? null;
    this.seen = remembered.seen ?? {};
    this.toured = remembered.toured ?? false;
    this.narrow = false;
    this.active = 0;
    this.panel = null;
    this.unread = new Map();
    this.people = [];
    this.conversations = [];
    this.clock = { now: null, offsetSeconds: 0 };
    this.trouble = [];
    this.bot = { state: "running" };
    this.lesson = null;
  }

  /** @returns {() => void} ends the subscription */
  on(topic, listener) {
    const listeners = this.#listeners.get(topic) ?? new Set();
    this.#listeners.set(topic, listeners.add(listener));
    return () => listeners.delete(listener);
  }

  emit(topic, ...details) {
    for (const listener of [...(this.#listeners.get(topic) ?? [])]) listener(...details);
  }

  /** Sets own properties and tells the listeners of each. */
  set(changes) {
    Object.assign(this, changes);
    this.remember();
    for (const topic of Object.keys(changes)) this.emit(topic);
  }

  remember() {
    const { language, theme, person, columns, seen, toured } = this;
    this.#storage.setItem(REMEMBERED, JSON.stringify({ language, theme, person, columns, seen, toured }));
  }

  /** Takes the server's whole state; columns whose conversation or viewer is gone are dropped. */
  takeState(state) {
    this.language ??= state.language ?? "ja";
    const { people, conversations } = state;
    this.columns = (this.columns ?? []).filter((column) => {
      const found = conversations.find((c) => c.key === column.conversation);
      return found?.members.includes(column.viewer);
    });
    if (this.columns.length === 0) this.columns = firstColumns(conversations);
    this.active = Math.min(this.active, Math.max(0, this.columns.length - 1));
    if (!people.some((p) => p.id === this.person)) this.person = this.columns[0]?.viewer ?? people[0]?.id ?? null;
    Object.assign(this, {
      people,
      conversations,
      clock: { ...state.clock, receivedAt: performance.now() },
      trouble: state.trouble ?? [],
      bot: state.bot ?? this.bot,
      lesson: state.lesson ?? null,
    });
    this.unread.clear();
    for (const conversation of conversations)
      for (const viewer of conversation.members) this.#countFromState(conversation, viewer);
    this.remember();
    for (const topic of [
      "language",
      "people",
      "conversations",
      "columns",
      "unread",
      "clock",
      "trouble",
      "bot",
      "lesson",
    ])
      this.emit(topic);
  }

  #countFromState(conversation, viewer) {
    const place = placeKey(conversation.key, viewer);
    const last = conversation.lastMessageId;
    if (last && this.seen[place] !== last && !this.isShown(conversation.key, viewer)) this.unread.set(place, 1);
  }

  personById(id) {
    return this.people.find((p) => p.id === id);
  }

  conversationByKey(key) {
    return this.conversations.find((c) => c.key === key);
  }

  conversationsOf(person) {
    return this.conversations.filter((c) => c.members.includes(person));
  }

  isOpen(conversation, viewer) {
    return (this.columns ?? []).some((c) => c.conversation === conversation && c.viewer === viewer);
  }

  /** Whether the person has the conversation before her or his eyes; a narrow screen shows one column only. */
  isShown(conversation, viewer) {
    return (this.columns ?? []).some(
      (c, i) => c.conversation === conversation && c.viewer === viewer && (!this.narrow || i === this.active),
    );
  }

  /** The room's time now, in milliseconds since 1970; the clock runs on between the server's reports. */
  now() {
    if (!this.clock.now) return Date.now();
    return Date.parse(this.clock.now) + (performance.now() - this.clock.receivedAt);
  }

  /** Shows a conversation in the active column, or in a new one beside it; one that is open already is activated. */
  open(conversation, viewer, { beside = false } = {}) {
    const open = this.columns.findIndex((c) => c.conversation === conversation && c.viewer === viewer);
    if (open >= 0) this.active = open;
    else if (beside || this.columns.length === 0) {
      this.columns = [...this.columns, { conversation, viewer }].slice(-4);
      this.active = this.columns.length - 1;
    } else this.columns = this.columns.with(this.active, { conversation, viewer });
    this.person = viewer;
    this.remember();
    for (const topic of ["columns", "people"]) this.emit(topic);
  }

  close(position) {
    this.columns = this.columns.toSpliced(position, 1);
    this.active = Math.max(0, Math.min(this.active, this.columns.length - 1));
    this.remember();
    this.emit("columns");
  }

  activate(position) {
    if (this.active === position || !this.columns[position]) return;
    this.active = position;
    this.person = this.columns[position].viewer;
    for (const topic of ["active", "people"]) this.emit(topic);
  }

  /** Changes from whose eyes a column is seen. */
  look(position, viewer) {
    this.columns = this.columns.with(position, { ...this.columns[position], viewer });
    this.person = viewer;
    this.active = position;
    this.remember();
    for (const topic of ["columns", "people"]) this.emit(topic);
  }

  /** @param {string} [only] the one person who sees the message */
  countMessage(message, only) {
    const conversation = this.conversationByKey(message.conversation);
    if (!conversation) return;
    conversation.lastMessageId = message.id;
    conversation.lastAt = message.at;
    for (const viewer of conversation.members) {
      if (viewer === message.from.id || (only && viewer !== only)) continue;
      const place = placeKey(conversation.key, viewer);
      if (!this.isShown(conversation.key, viewer)) this.unread.set(place, (this.unread.get(place) ?? 0) + 1);
    }
    this.emit("unread");
  }

  /** Notes that everything in a conversation was seen, if it is shown at all. */
  markSeen(conversation, viewer) {
    if (!this.isShown(conversation, viewer)) return;
    const place = placeKey(conversation, viewer);
    const last = this.conversationByKey(conversation)?.lastMessageId;
    if (last) this.seen[place] = last;
    this.remember();
    if (this.unread.delete(place)) this.emit("unread");
  }

  unreadIn(conversation, viewer) {
    return this.unread.get(placeKey(conversation, viewer)) ?? 0;
  }

  unreadOf(viewer) {
    return this.conversationsOf(viewer).reduce((sum, c) => sum + this.unreadIn(c.key, viewer), 0);
  }
}

const placeKey = (conversation, viewer) => `${conversation}|${viewer}`;

/** Two personal chats of different people and one channel, as far as the room has them. */
function firstColumns(conversations) {
  const personal = conversations.filter((c) => c.kind === "personal").slice(0, 2);
  const shared = conversations.find((c) => c.kind === "channel") ?? conversations.find((c) => c.kind === "groupChat");
  const columns = personal.map((c) => ({ conversation: c.key, viewer: c.members[0] }));
  if (shared) columns.push({ conversation: shared.key, viewer: shared.members[0] });
  return columns;
}
