import { renderCard } from "./card.js";
import { button, h, icon } from "./dom.js";
import { cardMarkdown } from "./markdown.js";
import { local, t } from "./texts.js";

/**
 * Draws one attachment.
 * @param {object} attachment as the Connector carries it
 * @param {{press: Function, answerFile: (accept: boolean) => void}} context
 */
export function attachmentView(attachment, context) {
  const draw = drawings[attachment.contentType];
  return draw ? draw(attachment, context) : h("p.note", {}, t("attachment", attachment.contentType ?? "?"));
}

const drawings = {
  "application/vnd.microsoft.card.adaptive": (attachment, context) => {
    return renderCard(attachment.content, context.press).element;
  },
  "application/vnd.microsoft.card.hero": ({ content }) => simpleCard(content),
  "application/vnd.microsoft.card.thumbnail": ({ content }) => simpleCard(content),
  "application/vnd.microsoft.teams.card.file.consent": (attachment, context) => consent(attachment, context),
  "application/vnd.microsoft.teams.card.file.info": ({ name, contentUrl }) => file(name, contentUrl),
  "application/vnd.microsoft.teams.file.download.info": ({ name, content }) => file(name, content?.downloadUrl),
};

function consent({ name, content }, context) {
  const answer = (accept) => (event) => {
    for (const pressed of event.currentTarget.closest(".file-card").querySelectorAll("button")) pressed.disabled = true;
    context.answerFile(accept);
  };
  return h(
    "div.file-card",
    { "data-testid": "file-consent", role: "group", "aria-label": t("fileOffer") },
    h("p.file-question", {}, t("fileOffer")),
    fileName(name, content?.sizeInBytes),
    content?.description ? h("p", {}, content.description) : null,
    h(
      "div.button-row",
      {},
      button(t("fileAccept"), { kind: "primary", testid: "file-accept", onClick: answer(true) }),
      button(t("fileDecline"), { testid: "file-decline", onClick: answer(false) }),
    ),
  );
}

function file(name, url) {
  return h(
    "div.file-card",
    { "data-testid": "file-info" },
    fileName(name),
    url
      ? h(
          "a.button.primary",
          { href: url, download: name, "data-testid": "file-download" },
          icon("download"),
          t("download"),
        )
      : null,
  );
}

function fileName(name, size) {
  return h(
    "p.file-name",
    {},
    icon("file"),
    h("strong", {}, name ?? t("fileReady")),
    size ? h("span", {}, byteSize(size)) : null,
  );
}

function byteSize(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Hero and thumbnail cards as search results and simple notices carry them: words only. */
export function simpleCard(content) {
  const text = h("div.simple-text");
  if (content?.text) text.innerHTML = cardMarkdown(content.text);
  return h(
    "div.simple-card",
    {},
    content?.title ? h("strong", {}, local(content.title)) : null,
    content?.subtitle ? h("span", {}, content.subtitle) : null,
    content?.text ? text : null,
  );
}
