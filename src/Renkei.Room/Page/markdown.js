import markdownit from "/packages/markdown-it/dist/browser/markdown-it.esm.min.mjs";

/** What a card may use in Teams: bold, italic, lists, links. */
const card = markdownit("zero", { html: false, linkify: false }).enable([
  "emphasis",
  "list",
  "link",
  "escape",
  "entity",
  "newline",
  "balance_pairs",
  "fragments_join",
]);

/** A message also has preformatted text and quotes. */
const message = markdownit("zero", { html: false, linkify: true, breaks: true }).enable([
  "emphasis",
  "list",
  "link",
  "linkify",
  "escape",
  "entity",
  "newline",
  "backticks",
  "fence",
  "blockquote",
  "strikethrough",
  "balance_pairs",
  "fragments_join",
]);

for (const renderer of [card, message]) {
  renderer.validateLink = (url) => /^(https?:|mailto:|tel:|\/room\/)/i.test(url.trim());
  const plain =
    renderer.renderer.rules.link_open ?? ((tokens, i, options, env, self) => self.renderToken(tokens, i, options));
  renderer.renderer.rules.link_open = (tokens, i, options, env, self) => {
    tokens[i].attrSet("target", "_blank");
    tokens[i].attrSet("rel", "noopener noreferrer");
    return plain(tokens, i, options, env, self);
  };
}

/** Mentions travel as <at>name</at>; the renderer has escaped them by now, names included. */
const withMentions = (html) =>
  html.replace(/&lt;at(?: id=&quot;[^&]*&quot;)?&gt;(.*?)&lt;\/at&gt;/g, '<span class="mention">$1</span>');

/** @returns {string} safe HTML for a TextBlock, fact or label of a card */
export const cardMarkdown = (text) => withMentions(card.render(text));

/** @returns {string} safe HTML for a message's text */
export const messageMarkdown = (text) => withMentions(message.render(text));

/** The text without marks, for notifications and screen readers. */
export const plainText = (text) =>
  (text ?? "")
    .replace(/<\/?at[^>]*>/g, "")
    .replace(/[*_`]/g, "")
    .trim();
