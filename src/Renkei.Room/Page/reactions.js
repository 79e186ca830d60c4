import { h } from "./dom.js";
import { local, t } from "./texts.js";

const faces = { like: "👍", heart: "❤️", laugh: "😄", surprised: "😮", sad: "🙁", angry: "😠" };

/** The reactions a message's menu offers. */
export const reactionChoices = () =>
  ["like", "heart", "laugh", "surprised"].map((type) => ({
    type,
    label: `${faces[type]} ${t("reactionNames")[type]}`,
  }));

/**
 * Buttons under a message: who reacted how; a press adds or takes back one's own.
 * @param {{type: string, people: string[]}[]} reactions
 */
export function reactionButtons(reactions, viewer, store, react) {
  const names = t("reactionNames");
  return reactions
    .filter(({ people }) => people.length > 0)
    .map(({ type, people }) => {
      const who = people.map((id) => (id === "bot" ? "Renkei" : local(store.personById(id)?.name) || id)).join("、");
      return h(
        "button.reaction",
        {
          type: "button",
          "aria-pressed": people.includes(viewer),
          "aria-label": `${names[type] ?? type}：${who}`,
          title: who,
          "data-testid": `reaction-${type}`,
          on: { click: () => react(type) },
        },
        `${faces[type] ?? type} ${people.length}`,
      );
    });
}
