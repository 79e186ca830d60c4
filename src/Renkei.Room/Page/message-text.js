import { h } from "./dom.js";
import { messageMarkdown } from "./markdown.js";

/**
 * The words of a message in their bubble.
 * @param {{text: string, textFormat?: string, from: {kind: string}}} message without a format, people write plain text
 *   and the bot writes Markdown
 */
export function messageText({ text, textFormat, from }) {
  const bubble = h("div.bubble", { "data-testid": "message-text" });
  const format = textFormat ?? (from.kind === "bot" ? "markdown" : "plain");
  if (format === "markdown" || format === "extendedmarkdown") bubble.innerHTML = messageMarkdown(text);
  else {
    bubble.classList.add("plain");
    // Of markup only the words are shown: a bot's HTML is not trusted.
    bubble.append(...(format === "xml" ? [wordsOf(text)] : withMentions(text)));
  }
  return bubble;
}

/** A reply in a channel repeats the first words of what it answers, as far as that is on the page. */
export function quote(id) {
  const answered = document.querySelector(`article[data-message-id="${CSS.escape(id)}"] .bubble`);
  return answered ? h("p.reply-to", {}, `↳ ${answered.innerText.slice(0, 60)}`) : null;
}

const wordsOf = (markup) => new DOMParser().parseFromString(markup, "text/html").body.textContent;

function withMentions(text) {
  return text
    .split(/(<at[^>]*>.*?<\/at>)/)
    .map((part) => (part.startsWith("<at") ? h("span.mention", {}, part.replace(/<[^>]+>/g, "")) : part));
}
