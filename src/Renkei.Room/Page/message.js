import { room, RoomError } from "./api.js";
import { attachmentView } from "./attachments.js";
import { avatar, botAvatar } from "./avatar.js";
import { commands } from "./commands.js";
import { runComposeAction } from "./compose-action.js";
import { showTask, taskPress } from "./dialog.js";
import { button, fill, h, icon } from "./dom.js";
import { messageMarkdown } from "./markdown.js";
import { openMenu } from "./menu.js";
import { announce, tell, toast } from "./notices.js";
import { clockTime } from "./time.js";
import { local, t } from "./texts.js";

const CARD = "application/vnd.microsoft.card.adaptive";
const faces = { like: "👍", heart: "❤️", laugh: "😄", surprised: "😮", sad: "🙁", angry: "😠" };

/** Teams refreshes a card by itself once it is older than this. */
const REFRESH_AGE = 60_000;

/** One message as one person sees it; it redraws itself when the room says it changed. */
export class MessageView {
  #store;
  #conversation;
  #viewer;
  #reply;
  #message;
  #result;
  #day;
  #refreshedFor = null;
  #touched = false;

  /** @param {(message: object) => void} reply called when the viewer wants to answer this message */
  constructor(store, conversation, viewer, message, reply) {
    [this.#store, this.#conversation, this.#viewer, this.#reply] = [store, conversation, viewer, reply];
    const touch = () => (this.#touched = true);
    this.element = h("li.message", { dataset: { messageId: message.id }, on: { input: touch } });
    this.#day = h("div.day", { hidden: true });
    this.#result = h("div.result", { hidden: true });
    this.#message = message;
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

  /** Draws the message anew. @param {{refresh?: boolean}} [because] refresh: it was updated for everyone */
  show(message, { refresh = false } = {}) {
    const focused = this.element.contains(document.activeElement);
    this.#message = message;
    this.#result.hidden = true;
    this.#draw();
    if (focused) this.element.querySelector(".message-body")?.focus({ preventScroll: true });
    if (refresh) this.#refreshIfListed(true);
  }

  showDeleted(message) {
    this.show({ ...(message ?? this.#message), deleted: true });
  }

  /** An answer of the bot to a press, under the card. @param {"info"|"problem"} kind */
  say(text, kind = "info") {
    this.#result.hidden = false;
    fill(
      this.#result,
      h(
        "p",
        { class: kind, role: kind === "problem" ? "alert" : "status", "data-testid": "press-result" },
        String(text ?? t("actionFailed")),
      ),
    );
  }

  cameOnScreen() {
    this.#refreshIfListed(false);
  }

  get #fromBot() {
    return this.#message.from.kind === "bot";
  }

  #draw() {
    const message = this.#message;
    const own = message.from.id === this.#viewer;
    const sender = this.#fromBot ? null : this.#store.personById(message.from.id);
    const name = this.#fromBot ? "Renkei" : local(sender?.name ?? message.from.name);
    const time = clockTime(message.at, this.#store.language);
    this.#touched = false;
    this.element.classList.toggle("own", own);
    this.element.classList.toggle("from-bot", this.#fromBot);
    this.element.classList.toggle("has-card", (message.attachments ?? []).length > 0);
    fill(
      this.element,
      this.#day,
      h(
        "article.message-row",
        {
          "aria-label": `${name} ${time}`,
          "data-testid": "message",
          "data-message-id": message.id,
          "data-from": message.from.kind,
        },
        own
          ? null
          : h("div.message-face", {}, this.#fromBot ? botAvatar() : avatar(sender ?? { id: message.from.id, name })),
        h(
          "div.message-main",
          {},
          h(
            "header.message-head",
            {},
            own ? null : h("strong", {}, name),
            h("time", { datetime: message.at }, time),
            message.editedAt && !message.deleted ? h("span.edited", {}, t("edited")) : null,
          ),
          h("div.message-body", { tabindex: -1 }, message.deleted ? h("p.deleted", {}, t("deleted")) : this.#content()),
          this.#result,
          message.deleted ? null : this.#reactions(),
        ),
        message.deleted ? null : this.#menuButton(),
      ),
    );
  }

  #content() {
    const message = this.#message;
    const attachments = message.attachments ?? [];
    return [
      message.replyTo ? this.#quote(message.replyTo) : null,
      message.text ? this.#text(message) : null,
      attachments.map((attachment) => attachmentView(attachment, this.#cardContext())),
      attachments.some((a) => a.contentType === CARD) ? this.#audience() : null,
      this.#suggestions(),
    ];
  }

  /** A reply in a channel repeats the first words of what it answers. */
  #quote(id) {
    const root = document.querySelector(`[data-message-id="${CSS.escape(id)}"] .bubble`);
    return root ? h("p.reply-to", {}, `↳ ${root.innerText.slice(0, 60)}`) : null;
  }

  /** Buttons that say something in the person's name; only a chat of two has them. */
  #suggestions() {
    const actions = this.#message.suggestedActions?.actions ?? [];
    if (actions.length === 0 || this.#conversation.kind !== "personal") return null;
    const say = (value) =>
      room.say(this.#conversation.key, { person: this.#viewer, text: value, mention: false }).catch(tell);
    return h(
      "div.suggestions",
      {},
      actions.map((action) =>
        button(action.title, { kind: "small", testid: "suggestion", onClick: () => say(String(action.value)) }),
      ),
    );
  }

  #text({ text, textFormat }) {
    const bubble = h("div.bubble", { "data-testid": "message-text" });
    if (textFormat === "plain" || (!textFormat && !this.#fromBot)) {
      bubble.classList.add("plain");
      bubble.append(...withMentions(text));
    } else if (textFormat === "xml") {
      // Only the words: markup of a bot is not trusted.
      bubble.classList.add("plain");
      bubble.append(new DOMParser().parseFromString(text, "text/html").body.textContent);
    } else bubble.innerHTML = messageMarkdown(text);
    return bubble;
  }

  /** In a shared conversation it must be plain who sees this state of the card. */
  #audience() {
    if (this.#conversation.kind === "personal" || !this.#fromBot) return null;
    if (this.#message.private)
      return h(
        "p.audience.private",
        { "data-testid": "private-card" },
        icon("lock"),
        t("onlyYou", local(this.#store.personById(this.#viewer).name)),
      );
    return h("p.audience", {}, icon("eye"), t("everyone"));
  }

  #cardContext() {
    return {
      press: (action, inputs, card) => this.#press(action, inputs, card),
      answerFile: (accept) => this.#answerFile(accept),
    };
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
    if (!attachments.some((a) => a.contentType === CARD)) attachments.push({ contentType: CARD, content });
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
    const open = (event) => openMenu(event.currentTarget, this.#menuItems());
    return h(
      "button.message-menu",
      {
        type: "button",
        "aria-haspopup": "menu",
        "aria-expanded": false,
        "aria-label": t("messageMenu"),
        title: t("messageMenu"),
        "data-testid": "message-menu",
        on: { click: open },
      },
      icon("more"),
    );
  }

  #menuItems() {
    const names = t("reactionNames");
    const actions = commands.filter((c) => c.context.includes("message"));
    return [
      ...["like", "heart", "laugh", "surprised"].map((type) => ({
        label: `${faces[type]} ${names[type]}`,
        testid: `react-${type}`,
        run: () => this.#react(type),
      })),
      this.#conversation.kind === "channel"
        ? { label: t("reply"), drawing: "reply", testid: "reply", run: () => this.#reply(this.#message) }
        : null,
      ...actions.map((command) => ({
        label: local(command.title),
        drawing: "lesson",
        testid: `message-action-${command.id}`,
        run: () =>
          runComposeAction(command.id, {
            person: this.#viewer,
            conversation: this.#conversation.key,
            messageId: this.#message.id,
          }),
      })),
      this.#refresh
        ? {
            label: t("refreshCard"),
            drawing: "refresh",
            testid: "refresh-card",
            run: () => this.#refreshCard().catch(tell),
          }
        : null,
      {
        label: t("copyText"),
        drawing: "copy",
        run: async () => {
          await navigator.clipboard.writeText(this.element.querySelector(".message-body").innerText);
          toast(t("copied"));
        },
      },
    ].filter(Boolean);
  }

  #react(type) {
    return room.react(this.#conversation.key, this.#viewer, this.#message.id, type).catch(tell);
  }

  #reactions() {
    const reactions = (this.#message.reactions ?? []).filter((r) => r.people.length > 0);
    if (reactions.length === 0) return null;
    const names = t("reactionNames");
    return h(
      "div.reactions",
      {},
      reactions.map(({ type, people }) => {
        const who = people
          .map((id) => (id === "bot" ? "Renkei" : local(this.#store.personById(id)?.name) || id))
          .join("、");
        return h(
          "button.reaction",
          {
            type: "button",
            "aria-pressed": people.includes(this.#viewer),
            "aria-label": `${names[type] ?? type}：${who}`,
            title: who,
            "data-testid": `reaction-${type}`,
            on: { click: () => this.#react(type) },
          },
          `${faces[type] ?? type} ${people.length}`,
        );
      }),
    );
  }
}

/** An automatic refresh that fails leaves the shared card standing, which is complete by itself. */
function quietly(error) {
  if (!(error instanceof RoomError)) throw error;
}

function withMentions(text) {
  return text
    .split(/(<at[^>]*>.*?<\/at>)/)
    .map((part) => (part.startsWith("<at") ? h("span.mention", {}, part.replace(/<[^>]+>/g, "")) : part));
}
