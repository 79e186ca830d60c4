import { room } from "./api.js";
import { button, fill, h } from "./dom.js";
import { tell, toast } from "./notices.js";
import { preciseTime } from "./time.js";
import { t } from "./texts.js";

/** How many requests the page remembers. */
const KEPT = 500;

/** Requests both ways, newest first. */
export class Wire {
  #store;
  #entries = [];
  #list = null;
  #words = "";
  #direction = "";
  #last = 0;
  #reading = false;
  #again = false;

  constructor(store) {
    this.#store = store;
  }

  /** Something was exchanged; while the panel is open it is read at once. */
  happened() {
    if (this.#list) this.#readNew();
  }

  clear() {
    this.#entries = [];
    this.#last = 0;
    if (this.#list) {
      this.#drawList();
      this.#readNew();
    }
  }

  panel() {
    this.#list = h("ol.wire-list", { "data-testid": "wire-list" });
    const directions = ["", "toBot", "fromBot"];
    const names = [t("wireBoth"), t("wireToBot"), t("wireFromBot")];
    const content = h(
      "div.wire",
      {},
      h(
        "div.wire-tools",
        {},
        h("input", {
          type: "search",
          "aria-label": t("wireFilter"),
          placeholder: t("wireFilterHint"),
          value: this.#words,
          "data-testid": "wire-filter",
          on: {
            input: (event) => {
              this.#words = event.target.value;
              this.#drawList();
            },
          },
        }),
        h(
          "select",
          {
            "aria-label": t("wireFilter"),
            "data-testid": "wire-direction",
            on: {
              change: (event) => {
                this.#direction = event.target.value;
                this.#drawList();
              },
            },
          },
          directions.map((value, i) => h("option", { value, selected: value === this.#direction }, names[i])),
        ),
        button(t("wireClear"), { kind: "small", testid: "wire-clear", onClick: () => this.#forget() }),
      ),
      this.#list,
    );
    this.#drawList();
    this.#readNew();
    return { title: t("wireTitle"), content, dispose: () => (this.#list = null) };
  }

  /** Reads what came after the last known exchange; one reading at a time, and once more if something came meanwhile. */
  async #readNew() {
    this.#again = this.#reading;
    if (this.#reading) return;
    this.#reading = true;
    try {
      do {
        this.#again = false;
        const { entries } = await room.wire(this.#last);
        for (const entry of entries) this.#take(entry);
        if (entries.length >= 200) this.#again = true;
      } while (this.#again);
    } catch (error) {
      tell(error);
    } finally {
      this.#reading = false;
    }
  }

  #take(entry) {
    if (entry.n <= this.#last) return;
    this.#last = entry.n;
    this.#entries.push(entry);
    if (this.#entries.length > KEPT) this.#entries.shift();
    if (this.#list) this.#show(entry);
  }

  #forget() {
    this.#entries = [];
    this.#drawList();
  }

  #matches(entry) {
    if (this.#direction && entry.direction !== this.#direction) return false;
    if (this.#words === "") return true;
    const words = this.#words.toLowerCase().split(/\s+/).filter(Boolean);
    const text = JSON.stringify(entry).toLowerCase();
    return words.every((word) => text.includes(word));
  }

  #drawList() {
    const shown = this.#entries.filter((e) => this.#matches(e)).reverse();
    fill(
      this.#list,
      shown.length === 0 ? h("li.note", {}, t("wireEmpty")) : shown.map((e) => entryView(e, this.#store.language)),
    );
  }

  #show(entry) {
    if (!this.#matches(entry)) return;
    this.#list.querySelector(".note")?.remove();
    this.#list.prepend(entryView(entry, this.#store.language));
    if (this.#list.children.length > KEPT) this.#list.lastElementChild.remove();
  }
}

/** One exchange; its bodies are only laid out when it is opened. */
function entryView(entry, language) {
  const toBot = entry.direction === "toBot";
  const details = h("div.wire-details");
  const failed = !entry.status || entry.status >= 400;
  const unfold = (event) => {
    if (event.target.open && details.childElementCount === 0) fill(details, parts(entry));
  };
  return h(
    "li",
    { "data-testid": "wire-entry", "data-direction": entry.direction },
    h(
      "details",
      { on: { toggle: unfold } },
      h(
        "summary",
        {},
        h(
          "span.way",
          { class: toBot ? "to" : "from", title: toBot ? t("wireToBot") : t("wireFromBot") },
          toBot ? "→" : "←",
        ),
        h("span.wire-what", {}, h("strong", {}, what(entry)), h("code", {}, `${entry.method} ${decoded(entry.path)}`)),
        h("span.status", { class: failed ? "bad" : "good" }, String(entry.status ?? t("wireNoAnswer"))),
        h("span.wire-time", {}, preciseTime(entry.at, language), h("br"), `${Math.round(entry.milliseconds ?? 0)} ms`),
      ),
      details,
    ),
  );
}

/** The activity's type or invoke name, which says more than the path. */
function what(entry) {
  const body = parsed(entry.requestBody);
  return (
    [body?.name ?? body?.type, body?.value?.action?.verb].filter((x) => typeof x === "string").join(" · ") ||
    entry.method
  );
}

function parts(entry) {
  return [
    part(t("wireRequest"), entry.requestHeaders, entry.requestBody),
    part(t("wireResponse"), entry.responseHeaders, entry.responseBody),
    button(t("copy"), { drawing: "copy", kind: "small", testid: "wire-copy", onClick: () => copy(entry) }),
  ];
}

function part(title, headers, body) {
  const lines = Object.entries(headers ?? {}).map(([name, value]) => `${name}: ${value}`);
  return h(
    "section",
    {},
    h("h3", {}, title),
    lines.length > 0
      ? h("details", {}, h("summary", {}, t("wireHeaders")), h("pre", { tabindex: 0 }, lines.join("\n")))
      : null,
    body === null || body === undefined || body === ""
      ? h("p.note", {}, t("wireNoBody"))
      : h("pre", { tabindex: 0 }, pretty(body)),
  );
}

async function copy(entry) {
  const whole = { ...entry, requestBody: parsed(entry.requestBody), responseBody: parsed(entry.responseBody) };
  await navigator.clipboard.writeText(JSON.stringify(whole, null, 2));
  toast(t("copied"));
}

function parsed(body) {
  if (typeof body !== "string") return body;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

const pretty = (body) => {
  const value = parsed(body);
  return typeof value === "string" ? value : JSON.stringify(value, null, 2);
};

function decoded(path) {
  try {
    return decodeURIComponent(path ?? "");
  } catch {
    return path;
  }
}
