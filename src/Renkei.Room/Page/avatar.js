import { h, icon } from "./dom.js";
import { local } from "./texts.js";

const hues = [190, 265, 20, 330, 150, 215, 45, 290, 0, 110];

/** Family name's first character in Japanese, two initials in English: 佐, SH. */
function initials(person) {
  const name = local(person.name).trim();
  if (/^[\x20-\x7e]+$/.test(name)) {
    const parts = name.split(/\s+/);
    return parts
      .slice(0, 2)
      .map((p) => p[0])
      .join("")
      .toUpperCase();
  }
  return [...name][0] ?? "?";
}

function hueOf(id) {
  let sum = 0;
  for (const character of id) sum = (sum * 31 + character.codePointAt(0)) % 997;
  return hues[sum % hues.length];
}

/** A coloured circle with initials; decoration, the name always stands beside it or in the label. */
export function avatar(person, size = "medium") {
  const style = person.colour ? { "--avatar": person.colour } : { "--hue": hueOf(person.id) };
  return h(
    "span.avatar",
    { class: `${size} ${person.colour ? "coloured" : ""}`, "aria-hidden": true, style },
    initials(person),
  );
}

export const botAvatar = () =>
  h("span.avatar.bot.medium", { "aria-hidden": true }, h("img", { src: "icon.svg", alt: "", width: 32, height: 32 }));

export const conversationMark = (kind) =>
  h(
    "span.mark",
    { "aria-hidden": true },
    icon({ personal: "person", groupChat: "group", channel: "channel" }[kind] ?? "group"),
  );
