import { room, RoomError } from "./api.js";
import { attachmentView } from "./attachments.js";
import { avatar, botAvatar } from "./avatar.js";
import { commands } from "./commands.js";
import { runComposeAction } from "./compose-action.js";
import { showTask, taskPress } from "./dialog.js";
import { button, fill, h, icon } from "./dom.js";
import { openMenu } from "./menu.js";
import { messageText, quote } from "./message-text.js";
import { announce, tell, toast } from "./notices.js";
import { reactionButtons, reactionChoices } from "./reactions.js";
import { clockTime } from "./time.js";
import { local, t } from "./texts.js";

const CARD = "application/vnd.microsoft.card.adaptive";

/** Teams refreshes a card by itself once it is older than this. */
const REFRESH_AGE = 60_000;

/** One message as one person sees it; it redraws itself when the room says it changed. */
export class MessageView {
  #store;
  #conversation;
  #viewer;
  #reply;
  #message;
  #drawn = null;
  #touched = false;
  #refreshedFor = null;
  #day = h("div.day", { hidden: true });
  #edited = h("span.edited", { hidden: true });
  #body = h("div.message-body", { tabindex: -1 });
  #audience = h("p.audience", { hidden: true });
  #result = h("div.result", { hidden: true });
  #reactions = h("div.reactions");
  #menu;

  /** @param {(message: object) => void} reply called when the viewer wants to answer this message */
  constructor(store, conversation, viewer, message, reply) {
    [this.#store, this.#conversation, this.#viewer, this.#reply] = [store, conversation, viewer, reply];
    this.#message = message;
    this.#menu = this.#menuButton();
    this.element = this.#frame();
    this.#draw();
  }

  /** Puts a day heading above the message, or takes it away. */
  startDay(day) {
    this.#day.hidden = day === null;
    fill(this.#day, h("span", {}, day ?? ""));
  }

  /** Whether the message follows one of the same sender closely enough to go without name and face. */
  follow(follows) {
    this.element.classList.toggle("follows", follows);
  }

  /** Shows the message as it is from now on. @param {{refresh?: boolean}} [because] refresh: it was updated for everyone */
  show(message, { refresh = false } = {}) {
    this.#message = message;
    this.#draw();
    if (refresh) this.#refreshIfListed(true);
  }

  showDeleted(message) {
    this.show({ ...(message ?? this.#message), deleted: true });
  }

  /** An answer of the bot to a press, under the card. @param {"info"|"problem"} kind */
  say(text, kind = "info") {
    const role = kind === "problem" ? "alert" : "status";
    this.#result.hidden = false;
    fill(this.#result, h("p", { class: kind, role, "data-testid": "press-result" }, String(text ?? t("actionFailed"))));
  }

  cameOnScreen() {
    this.#refreshIfListed(false);
  }

  get #fromBot() {
    return this.#message.from.kind === "bot";
  }

  /** A line of the room itself, such as that the clock was moved. */
  get #fromRoom() {
    return this.#message.from.kind === "room";
  }

  /** What stays the same for the life of a message: who said it and when. */
  #frame() {
    const { id, from, at } = this.#message;
    const own = from.id === this.#viewer;
    const sender = this.#store.personById(from.id) ?? { id: from.id, name: from.name };
    const name = this.#fromBot ? "Renkei" : this.#fromRoom ? t("practiceRoom") : local(sender.name);
    const time = clockTime(at, this.#store.language);
    return h(
      "li.message",
      {
        class: [own ? "own" : "", this.#fromBot ? "from-bot" : "", this.#fromRoom ? "from-room" : ""].join(" "),
        dataset: { messageId: id },
        on: { input: () => (this.#touched = true) },
      },
      this.#day,
      h(
        "article.message-row",
        { "aria-label": `${name} ${time}`, "data-testid": "message", "data-message-id": id, "data-from": from.kind },
        own ? null : h("div.message-face", {}, this.#face(sender)),
        h(
          "div.message-main",
          {},
          h(
            "header.message-head",
            {},
            own ? null : h("strong", {}, name),
            h("time", { datetime: at }, time),
            this.#edited,
          ),
          this.#body,
          this.#audience,
          this.#result,
          this.#reactions,
        ),
        this.#menu,
      ),
    );
  }

  #face(sender) {
    if (this.#fromBot) return botAvatar();
    return this.#fromRoom ? h("span.room-face", { "aria-hidden": true }, icon("clock")) : avatar(sender);
  }

  #draw() {
    const message = this.#message;
    this.element.classList.toggle("has-card", (message.attachments ?? []).length > 0);
    this.#edited.hidden = !message.editedAt || message.deleted;
    this.#edited.textContent = t("edited");
    this.#menu.hidden = message.deleted;
    const { text, attachments, deleted, suggestedActions } = message;
    const content = JSON.stringify([text, attachments, deleted, suggestedActions]);
    // Somebody's reaction must not take away what another has begun to fill in.
    if (content !== this.#drawn) this.#drawBody(content);
    this.#drawAudience();
    fill(
      this.#reactions,
      deleted ? [] : reactionButtons(message.reactions ?? [], this.#viewer, this.#store, (type) => this.#react(type)),
    );
  }

  #drawBody(content) {
    const focused = this.#body.contains(document.activeElement);
    this.#drawn = content;
    this.#touched = false;
    this.#result.hidden = true;
    fill(this.#body, this.#message.deleted ? h("p.deleted", {}, t("deleted")) : this.#content());
    if (focused) this.#body.focus({ preventScroll: true });
  }

  #content() {
    const message = this.#message;
    const context = {
      press: (action, inputs, card) => this.#press(action, inputs, card),
      answerFile: (accept) => this.#answerFile(accept),
    };
    return [
      message.replyTo ? quote(message.replyTo) : null,
      message.text ? messageText(message) : null,
      (message.attachments ?? []).map((attachment) => attachmentView(attachment, context)),
      this.#suggestions(),
    ];
  }

  /** Buttons that say something in the person's name; only a chat of two has them. */
  #suggestions() {
    const actions = this.#message.suggestedActions?.actions ?? [];
    if (actions.length === 0 || this.#conversation.kind !== "personal") return null;
    const say = (text) => room.say(this.#conversation.key, { person: this.#viewer, text, mention: false }).catch(tell);
    return h(
      "div.suggestions",
      {},
      actions.map(({ title, value }) =>
        button(title, { kind: "small", testid: "suggestion", onClick: () => say(String(value)) }),
      ),
    );
  }

  /** In a shared conversation it must be plain who sees this state of the card. */
  #drawAudience() {
    const { attachments, deleted } = this.#message;
    const card = (attachments ?? []).some((a) => a.contentType === CARD);
    this.#audience.hidden = !card || deleted || !this.#fromBot || this.#conversation.kind === "personal";
    if (this.#audience.hidden) return;
    const own = this.#message.private === true;
    this.#audience.classList.toggle("private", own);
    this.#audience.dataset.testid = own ? "private-card" : "shared-card";
    if (own) fill(this.#audience, icon("lock"), t("onlyYou", local(this.#store.personById(this.#viewer).name)));
    else fill(this.#audience, icon("eye"), t("everyone"));
  }

  async #press(action, inputs, card) {
    if (action.type === "Action.OpenUrl") {
      if (/^https:\/\//i.test(action.url) || action.url.startsWith("/room/")) open(action.url, "_blank", "noopener");
      else this.say(t("openLink"), "problem");
      return;
    }
    this.#result.hidden = true;
    card.setPending(true);
    announce(t("cardPending"));
    try {
      const answer = await room.press(this.#conversation.key, {
        person: this.#viewer,
        messageId: this.#message.id,
        action,
        inputs,
        asSubmit: action.type === "Action.Submit",
      });
      this.#take(answer);
    } catch (error) {
      if (!(error instanceof RoomError)) throw error;
      this.say(error.status === 0 ? t("unreachable") : t("actionFailed"), "problem");
    } finally {
      card.setPending(false);
    }
  }

  /** The bot's answer to an invoke: a new card, a line under it, an error, or a dialog. */
  #take(answer) {
    if (answer.task) showTask(answer.task, taskPress(this.#viewer, this.#conversation.key));
    else if (answer.type === CARD) this.#replaceCard(answer.value);
    else if (answer.type === "application/vnd.microsoft.activity.message") this.say(answer.value);
    else if (answer.statusCode >= 400) this.say(answer.value?.message ?? t("actionFailed"), "problem");
  }

  #replaceCard(content) {
    const attachments = (this.#message.attachments ?? []).map((a) => (a.contentType === CARD ? { ...a, content } : a));
    // A card that comes back as it was is drawn again all the same: the inputs show what the bot says.
    this.#drawn = null;
    this.show({ ...this.#message, attachments, private: this.#conversation.kind !== "personal" });
  }

  async #answerFile(accept) {
    try {
      await room.answerFile({
        person: this.#viewer,
        conversation: this.#conversation.key,
        messageId: this.#message.id,
        accept,
      });
    } catch (error) {
      tell(error);
      this.#drawBody(null);
    }
  }

  get #refresh() {
    return (this.#message.attachments ?? []).find((a) => a.contentType === CARD)?.content?.refresh;
  }

  /** Whether the card lists this person, by the ids of the wire, is for the room to say. */
  #refreshIfListed(updated) {
    const refresh = this.#refresh;
    if (!refresh || this.#message.deleted || !this.#fromBot) return;
    const state = this.#message.editedAt ?? this.#message.at;
    const old = this.#store.now() - Date.parse(state) > REFRESH_AGE;
    if (refresh.userIds?.length === 0 || !(updated || old) || this.#refreshedFor === state) return;
    this.#refreshedFor = state;
    this.#refreshCard({ keepInputs: true }).catch(quietly);
  }

  /** @param {{keepInputs?: boolean}} [how] keepInputs: what somebody has begun to fill in is not taken away */
  async #refreshCard({ keepInputs = false } = {}) {
    const answer = await room.refresh(this.#conversation.key, this.#viewer, this.#message.id);
    if (answer?.type === CARD && !(keepInputs && this.#touched)) this.#replaceCard(answer.value);
  }

  #menuButton() {
    return h(
      "button.message-menu",
      {
        type: "button",
        "aria-haspopup": "menu",
        "aria-expanded": false,
        "aria-label": t("messageMenu"),
        title: t("messageMenu"),
        "data-testid": "message-menu",
        on: { click: (event) => openMenu(event.currentTarget, this.#menuItems()) },
      },
      icon("more"),
    );
  }

  #menuItems() {
    const place = { person: this.#viewer, conversation: this.#conversation.key, messageId: this.#message.id };
    const items = reactionChoices().map(({ type, label }) => ({
      label,
      testid: `react-${type}`,
      run: () => this.#react(type),
    }));
    if (this.#conversation.kind === "channel")
      items.push({ label: t("reply"), drawing: "reply", testid: "reply", run: () => this.#reply(this.#message) });
    for (const { id, title } of commands.filter((c) => c.context.includes("message")))
      items.push({
        label: local(title),
        drawing: "lesson",
        testid: `message-action-${id}`,
        run: () => runComposeAction(id, place),
      });
    if (this.#refresh)
      items.push({
        label: t("refreshCard"),
        drawing: "refresh",
        testid: "refresh-card",
        run: () => this.#refreshCard().catch(tell),
      });
    items.push({ label: t("copyText"), drawing: "copy", run: () => this.#copyText() });
    return items;
  }

  async #copyText() {
    await navigator.clipboard.writeText(this.#body.innerText);
    toast(t("copied"));
  }

  #react(type) {
    return room.react(this.#conversation.key, this.#viewer, this.#message.id, type).catch(tell);
  }
}

/** An automatic refresh that fails leaves the shared card standing, which is complete by itself. */
function quietly(error) {
  if (!(error instanceof RoomError)) throw error;
}
