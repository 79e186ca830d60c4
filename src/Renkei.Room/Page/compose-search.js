import { room } from "./api.js";
import { simpleCard } from "./attachments.js";
import { openModal } from "./dialog.js";
import { fill, h } from "./dom.js";
import { announce, tell } from "./notices.js";
import { local, t } from "./texts.js";

/** Waits this long after the last key before asking the bot. */
const PAUSE = 250;

/** Searches with a message extension and puts the chosen result into the conversation. */
export function searchDialog(command, conversation, viewer) {
  let timer = 0;
  let asked = 0;
  const results = h("ul.search-results", { "data-testid": "search-results" });
  const box = h("input", {
    type: "search",
    placeholder: t("searchHint"),
    "data-testid": "search-box",
    on: {
      input: () => {
        clearTimeout(timer);
        timer = setTimeout(ask, PAUSE);
      },
    },
  });
  const modal = openModal(local(command.title), [h("label.field", {}, t("searchLabel"), box), results], {
    testid: "search",
    onClose: () => clearTimeout(timer),
  });
  box.focus();
  ask();

  async function ask() {
    const own = ++asked;
    try {
      const answer = await room.query({
        person: viewer,
        conversation: conversation.key,
        commandId: command.id,
        text: box.value.trim(),
      });
      if (own === asked) show(answer?.composeExtension);
    } catch (error) {
      tell(error);
    }
  }

  function show(answer) {
    const found = answer?.attachments ?? [];
    announce(found.length === 0 ? (answer?.text ?? t("searchNothing")) : t("searchCount", found.length));
    if (found.length === 0) fill(results, h("li.note", {}, answer?.text ?? t("searchNothing")));
    else
      fill(
        results,
        found.map((attachment, i) => result(attachment, i)),
      );
  }

  function result(attachment, i) {
    const preview = attachment.preview?.content ?? attachment.content;
    return h(
      "li",
      {},
      h(
        "button",
        {
          type: "button",
          "data-testid": `search-result-${i}`,
          title: t("insert"),
          on: { click: () => insert(attachment) },
        },
        simpleCard(preview),
      ),
    );
  }

  async function insert({ contentType, content, name }) {
    try {
      await room.sendComposed({
        person: viewer,
        conversation: conversation.key,
        attachment: { contentType, content, name },
      });
      modal.close();
    } catch (error) {
      tell(error);
    }
  }
}
