import { registerTeamsElements } from "./card-elements.js";
import { h } from "./dom.js";
import { hostConfig } from "./host-config.js";
import { cardMarkdown } from "./markdown.js";
import { openMenu } from "./menu.js";
import { AdaptiveCards } from "./packages.js";
import { t } from "./texts.js";

AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = cardMarkdown(text);
  result.didProcess = true;
};
AdaptiveCards.GlobalSettings.allowMoreThanMaxActionsInOverflowMenu = true;
AdaptiveCards.GlobalSettings.setTabIndexAtCardRoot = false;
registerTeamsElements();

/** Actions that leave the card. */
const sent = new Set(["Action.Execute", "Action.Submit", "Action.OpenUrl"]);

/** Teams' width classes in pixels, narrowest first. */
const widths = [
  ["verynarrow", 0],
  ["narrow", 165],
  ["standard", 351],
  ["wide", 768],
];

/**
 * Draws an Adaptive Card as Teams would.
 * @param {object} json the card
 * @param {(action: object, inputs: Record<string, string>, card: {setPending: (pending: boolean) => void}) => void} press
 *   called for Execute, Submit and OpenUrl once the inputs are valid
 * @returns {{element: HTMLElement, setPending: (pending: boolean) => void}}
 */
export function renderCard(json, press) {
  // A form of its own: the package names radio buttons after the input's id, and two cards may have the same one.
  const element = h("form.card", { "data-testid": "card", role: "group", lang: json?.lang });
  element.addEventListener("submit", (event) => event.preventDefault());
  const rendered = { element, setPending };
  let pressed = null;

  try {
    element.append(draw());
  } catch (error) {
    // A card from outside may break the renderer; the conversation goes on and the reason is in the console.
    console.error("The card could not be drawn.", error);
    element.append(h("p.problem", {}, json?.fallbackText ?? t("cardFailed")));
  }
  element.classList.toggle("full", json?.msteams?.width?.toLowerCase() === "full");
  const heading = element.querySelector("[role=heading]");
  if (heading) element.setAttribute("aria-label", heading.textContent);
  return rendered;

  function draw() {
    const card = new AdaptiveCards.AdaptiveCard();
    card.hostConfig = hostConfig;
    card.onExecuteAction = (action) => {
      // The package reports every action, also those it carries out by itself.
      if (!sent.has(action.getJsonTypeName())) return;
      pressed = action.renderedElement;
      press(described(action), inputsOf(action), rendered);
    };
    card.onDisplayOverflowActionMenu = (actions, target) => {
      openMenu(
        target,
        actions.map((action, i) => ({
          label: action.title ?? "",
          enabled: action.isEnabled,
          testid: `overflow-${i}`,
          run: () => action.execute(),
        })),
      );
      return true;
    };
    card.parse(prepared(json, "standard"));
    const drawn = card.render();
    for (const more of drawn.querySelectorAll(".ac-pushButton[aria-expanded][aria-label='More options']"))
      more.setAttribute("aria-label", t("more"));
    return drawn;
  }

  function setPending(pending) {
    element.toggleAttribute("aria-busy", pending);
    element.classList.toggle("pending", pending);
    pressed?.classList.toggle("busy", pending);
    for (const control of element.querySelectorAll("button, input, select, textarea")) control.inert = pending;
  }
}

function described(action) {
  const type = action.getJsonTypeName();
  if (type === "Action.OpenUrl") return { type, url: action.url ?? "" };
  return { type, verb: action.verb, data: action.data ?? {}, title: action.title };
}

/** Every value travels as a string; an empty input is left out, as Teams may do. */
function inputsOf(action) {
  const inputs = {};
  for (const [id, input] of Object.entries(action.getReferencedInputs?.() ?? {}))
    if (input.isSet()) inputs[id] = String(input.value);
  return inputs;
}

/**
 * A copy without what the package stumbles over: it refuses a good `lang` at every second card of a page, and it does
 * not know `targetWidth`.
 */
function prepared(value, width) {
  if (Array.isArray(value))
    return value.filter((item) => fits(item?.targetWidth, width)).map((item) => prepared(item, width));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== "lang" && key !== "targetWidth")
      .map(([key, item]) => [key, key === "data" ? item : prepared(item, width)]),
  );
}

function fits(target, width) {
  if (typeof target !== "string") return true;
  const [, bound, name] = /^(atleast:|atmost:)?(.+)$/.exec(target.toLowerCase()) ?? [];
  const order = widths.map(([n]) => n);
  const [asked, own] = [order.indexOf(name), order.indexOf(width)];
  if (asked < 0) return true;
  if (bound === "atleast:") return own >= asked;
  if (bound === "atmost:") return own <= asked;
  return own === asked;
}
