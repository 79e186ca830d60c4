import { chartTypes, chartView } from "./charts.js";
import { h } from "./dom.js";
import { AdaptiveCards } from "./packages.js";
import { t } from "./texts.js";

/** An element that is drawn from its JSON by one function. */
function elementType(name, draw) {
  return class extends AdaptiveCards.CardElement {
    getJsonTypeName() {
      return name;
    }

    internalParse(source, context) {
      super.internalParse(source, context);
      this.source = source;
    }

    internalRender() {
      return draw(this.source, this);
    }
  };
}

/** Teams' own elements, which the package does not know: drawn simply, never blank. */
export function registerTeamsElements() {
  const drawings = {
    Badge: badge,
    ProgressBar: progressBar,
    ProgressRing: progressRing,
    Icon: iconElement,
    Rating: rating,
    CodeBlock: codeBlock,
  };
  for (const [name, draw] of Object.entries(drawings))
    AdaptiveCards.GlobalRegistry.defaultElements.register(name, elementType(name, draw));
  AdaptiveCards.GlobalRegistry.defaultElements.register("Input.ChoiceSet", ChoiceSet);
  for (const name of chartTypes)
    AdaptiveCards.GlobalRegistry.defaultElements.register(name, elementType(name, chartView));
}

/** The package shows a filtered choice's value where Teams shows its title, and leaves its box without a label. */
class ChoiceSet extends AdaptiveCards.ChoiceSetInput {
  internalRender() {
    const element = super.internalRender();
    const box = element?.querySelector?.("input[list]");
    const chosen = this.choices.find((choice) => choice.value === this.defaultValue);
    if (box && chosen?.title) box.value = chosen.title;
    if (box && this.label) box.setAttribute("aria-label", this.label);
    return element;
  }
}

function badge({ text, style = "Default", appearance = "Filled", tooltip, size = "Medium" }) {
  return h(
    "div.badge-line",
    {},
    h(
      "span.badge",
      { class: `${style.toLowerCase()} ${appearance.toLowerCase()} ${size.toLowerCase()}`, title: tooltip },
      text ?? "",
    ),
  );
}

function progressBar({ value, max = 100, color = "Accent" }) {
  const known = typeof value === "number";
  const share = known ? Math.max(0, Math.min(100, (value / max) * 100)) : 0;
  return h(
    "div.progress",
    {
      class: `${color.toLowerCase()} ${known ? "" : "unknown"}`,
      role: "progressbar",
      "aria-valuemin": 0,
      "aria-valuemax": max,
      "aria-valuenow": known ? value : undefined,
      "aria-label": known ? t("percent", Math.round(share)) : t("working"),
    },
    h("div", { style: { width: known ? `${share}%` : "40%" } }),
  );
}

function progressRing({ label, labelPosition = "Below", size = "Medium" }) {
  return h(
    "div.ring-line",
    { class: labelPosition.toLowerCase(), role: "status" },
    h("span.ring", { class: size.toLowerCase(), "aria-hidden": true }),
    h("span", {}, label ?? t("working")),
  );
}

/** The drawings of Teams' icons are not ours; an icon leaves no gap, because its meaning must stand in words. */
function iconElement() {
  return h("span", { hidden: true });
}

function rating({ value = 0, max = 5, count, style = "Default" }) {
  const full = Math.round(value);
  const stars = style.toLowerCase() === "compact" ? "★" : "★".repeat(full) + "☆".repeat(Math.max(0, max - full));
  return h(
    "div.rating",
    { role: "img", "aria-label": t("rating", value, max) },
    h("span", { "aria-hidden": true }, stars),
    ` ${value}`,
    count === undefined ? null : ` (${count})`,
  );
}

function codeBlock({ codeSnippet = "" }) {
  return h("pre.code", { tabindex: 0 }, h("code", {}, codeSnippet));
}
