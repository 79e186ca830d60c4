import { button, fill, h } from "./dom.js";
import { t } from "./texts.js";

/** The one panel at the right: the lesson, the trouble switches, or the wire. */
export class Panels {
  #aside;
  #store;
  #drawings;
  #off = () => {};
  #shown = null;

  /** @param {Record<string, (store: object) => {title: string, content: Node, dispose?: () => void}>} drawings */
  constructor(aside, store, drawings) {
    [this.#aside, this.#store, this.#drawings] = [aside, store, drawings];
    store.on("panel", () => this.#draw());
    store.on("language", () => this.#draw());
    aside.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !event.defaultPrevented) this.#close();
    });
  }

  #draw() {
    this.#off();
    this.#off = () => {};
    const name = this.#store.panel;
    const opened = name !== this.#shown;
    this.#shown = name;
    this.#aside.hidden = name === null;
    if (name === null) {
      this.#aside.replaceChildren();
      return;
    }
    const { title, content, dispose } = this.#drawings[name](this.#store);
    this.#off = dispose ?? this.#off;
    this.#aside.dataset.panel = name;
    this.#aside.setAttribute("aria-label", title);
    this.#aside.dataset.testid = `${name}-panel`;
    const heading = h("h2", { tabindex: -1 }, title);
    fill(
      this.#aside,
      h(
        "header.panel-head",
        {},
        heading,
        button(t("close"), { drawing: "close", bare: true, testid: "close-panel", onClick: () => this.#close() }),
      ),
      h("div.panel-body", {}, content),
    );
    if (opened) heading.focus();
  }

  #close() {
    const name = this.#store.panel;
    this.#store.set({ panel: null });
    document.querySelector(`[data-testid="panel-${name}"]`)?.focus();
  }
}
