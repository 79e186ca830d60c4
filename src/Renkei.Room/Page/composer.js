import { room } from "./api.js";
import { commands } from "./commands.js";
import { runComposeAction } from "./compose-action.js";
import { searchDialog } from "./compose-search.js";
import { button, h, icon } from "./dom.js";
import { plainText } from "./markdown.js";
import { openMenu } from "./menu.js";
import { tell } from "./notices.js";
import { local, t } from "./texts.js";

/**
 * Where a person writes: Enter sends, Shift+Enter breaks the line, @ calls the bot in shared conversations.
 * @returns {{element: HTMLElement, replyTo: (message: object) => void}}
 */
export function composer(conversation, viewer) {
  const personal = conversation.kind === "personal";
  const title = personal ? t("personal") : local(conversation.title);
  let mention = false;
  let answered = null;

  const box = h("textarea", {
    rows: 1,
    "aria-label": t("composer", title),
    placeholder: personal ? t("placeholderPersonal") : t("placeholderShared"),
    "data-testid": "compose-text",
    on: { input: typed, compositionend: typed, keydown: keyed },
  });
  const chip = h(
    "button.mention-chip",
    {
      type: "button",
      hidden: true,
      title: t("unmention"),
      "aria-label": t("unmention"),
      on: { click: () => setMention(false) },
    },
    "@Renkei ×",
  );
  const at = personal
    ? null
    : button(t("mention"), {
        drawing: "at",
        bare: true,
        testid: "mention",
        "aria-pressed": false,
        onClick: () => setMention(!mention),
      });
  const send = button(t("send"), { drawing: "send", bare: true, kind: "send", testid: "send", onClick: () => say() });

  const replying = h("button.reply-chip", {
    type: "button",
    hidden: true,
    title: t("cancelReply"),
    on: { click: () => replyTo(null) },
  });
  const element = h(
    "form.composer",
    { on: { submit: (event) => event.preventDefault() } },
    h("div.compose-box", {}, replying, chip, box),
    h(
      "div.compose-tools",
      {},
      at,
      h(
        "button.button.bare",
        {
          type: "button",
          title: t("extensions"),
          "aria-label": t("extensions"),
          "aria-haspopup": "menu",
          "aria-expanded": false,
          "data-testid": "extensions",
          on: { click: (event) => openMenu(event.currentTarget, extensionItems()) },
        },
        icon("search"),
      ),
      send,
    ),
  );

  return { element, replyTo };

  function replyTo(message) {
    answered = message;
    replying.hidden = message === null;
    const words = plainText(message?.text) || t("card");
    replying.textContent = message ? `${t("replyingTo", words.slice(0, 30))} ×` : "";
    box.focus();
  }

  function typed(event) {
    // Changing the text while the input method is composing would break the composition.
    if (event?.isComposing) return;
    if (!personal && !mention && /(^|\s)[@＠](renkei)?$/i.test(box.value)) {
      box.value = box.value.replace(/[@＠](renkei)?$/i, "");
      setMention(true);
    }
    box.style.height = "auto";
    box.style.height = `${Math.min(box.scrollHeight, 140)}px`;
  }

  function keyed(event) {
    // While the input method is choosing characters, Enter belongs to it.
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.keyCode !== 229) {
      event.preventDefault();
      say();
    } else if (event.key === "Backspace" && box.value === "" && mention) setMention(false);
  }

  function setMention(on) {
    mention = on;
    chip.hidden = !on;
    at?.setAttribute("aria-pressed", on);
    box.focus();
  }

  async function say() {
    const text = box.value.trim();
    if (text === "" && !mention) return;
    const said = { person: viewer, text, mention, replyTo: answered?.replyTo ?? answered?.id };
    box.value = "";
    typed();
    try {
      await room.say(conversation.key, said);
      if (said.mention) setMention(false);
      if (said.replyTo) replyTo(null);
    } catch (error) {
      box.value = text;
      typed();
      tell(error);
    }
  }

  function extensionItems() {
    return commands
      .filter((command) => command.context.includes("compose"))
      .map((command) => ({
        label: local(command.title),
        drawing: command.type === "query" ? "search" : "lesson",
        testid: `command-${command.id}`,
        run: () =>
          command.type === "query"
            ? searchDialog(command, conversation, viewer)
            : runComposeAction(command.id, { person: viewer, conversation: conversation.key }),
      }));
  }
}
