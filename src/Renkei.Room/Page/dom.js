/**
 * Builds an element.
 * @param {string} tag an HTML tag name, optionally with classes: "div.bubble.own"
 * @param {object} [props] attributes; `on` holds listeners, `dataset` data attributes, `style` CSS properties;
 *   null and undefined leave an attribute out; true and false are written as words in aria attributes, elsewhere true
 *   is an empty attribute and false none
 * @param {...(Node|string|null|undefined|false|Array)} children
 * @returns {HTMLElement}
 */
export function h(tag, props = {}, ...children) {
  const [name, ...classes] = tag.split(".");
  const element = document.createElement(name);
  if (classes.length > 0) element.classList.add(...classes);
  for (const [key, value] of Object.entries(props ?? {})) {
    if (value === null || value === undefined) continue;
    if (key.startsWith("aria-")) element.setAttribute(key, String(value));
    else if (value === false) continue;
    else if (key === "on")
      for (const [type, listener] of Object.entries(value)) element.addEventListener(type, listener);
    else if (key === "dataset") Object.assign(element.dataset, value);
    else if (key === "style") for (const [name, text] of Object.entries(value)) element.style.setProperty(name, text);
    else if (key === "class") element.classList.add(...value.split(" ").filter(Boolean));
    else if (key === "value") element.value = value;
    else element.setAttribute(key, value === true ? "" : String(value));
  }
  element.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false && c !== ""));
  return element;
}

/** Replaces everything inside an element. */
export function fill(element, ...children) {
  element.replaceChildren(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** Line drawings on a 20 by 20 grid. */
const strokes = {
  menu: "M3 5.5h14M3 10h14M3 14.5h14",
  reply: "M8 5 4 9l4 4M4 9h7a5 5 0 0 1 5 5v1.5",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  close: "M5 5l10 10M15 5L5 15",
  add: "M10 4v12M4 10h12",
  send: "M3.5 10h11M10 5l5.5 5L10 15",
  search: "M9 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10zM12.7 12.7 17 17",
  at: "M13 10a3 3 0 1 1-6 0 3 3 0 0 1 6 0zm0-3v4.5c0 2.6 4 2 4-1.5a7 7 0 1 0-3 5.7",
  clock: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM10 6v4.2l2.8 1.8",
  lesson: "M3 4.5h5a2 2 0 0 1 2 2V16a2 2 0 0 0-2-1.5H3zM17 4.5h-5a2 2 0 0 0-2 2V16a2 2 0 0 1 2-1.5h5z",
  trouble: "M10 3.5 17.5 16.5H2.5zM10 8.5v3.5M10 14.2v.1",
  wire: "M3 7h12l-3-3M17 13H5l3 3",
  sun: "M10 13.2a3.2 3.2 0 1 0 0-6.4 3.2 3.2 0 0 0 0 6.4zM10 2.5v1.6M10 15.9v1.6M2.5 10h1.6M15.9 10h1.6M4.7 4.7l1.1 1.1M14.2 14.2l1.1 1.1M4.7 15.3l1.1-1.1M14.2 5.8l1.1-1.1",
  moon: "M16.5 12A7 7 0 0 1 8 3.5a6.8 6.8 0 1 0 8.5 8.5z",
  file: "M5 2.5h6.5L15.5 6.5V17.5H5zM11.5 2.5V6.5H15.5",
  download: "M10 3.5v9M6.5 9.5 10 13l3.5-3.5M4 16.5h12",
  copy: "M7 7h9v9.5H7zM4 13V3.5h8.5",
  refresh: "M15.5 7A6.3 6.3 0 1 0 16.3 11M16 3.5V7.3H12.2",
  smile: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM7.5 8.2v.1M12.5 8.2v.1M7 11.5c1.5 2.3 4.5 2.3 6 0",
  eye: "M2.5 10S5 5 10 5s7.5 5 7.5 5-2.5 5-7.5 5-7.5-5-7.5-5zM10 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
  lock: "M5 9h10v7.5H5zM7 9V6.5a3 3 0 0 1 6 0V9",
  group:
    "M7 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5zM2.5 16c0-3 2-4.5 4.5-4.5s4.5 1.5 4.5 4.5M13 9.3a2.1 2.1 0 1 0-.4-4.2M13.5 11.6c2.3 0 4 1.4 4 4.4",
  channel: "M7.5 3.5 6 16.5M14 3.5l-1.5 13M3.5 7.5h13.5M3 12.5h13.5",
  person: "M10 9.5a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM4 16.5c0-3.3 2.6-5 6-5s6 1.7 6 5",
  check: "M4 10.5 8 14.5 16 5.5",
  down: "M5 7.5 10 12.5 15 7.5",
  globe: "M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM3 10h14M10 3c2.5 2 2.5 12 0 14M10 3c-2.5 2-2.5 12 0 14",
};

/** A decorative drawing; the button around it carries the label. */
export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 20 20");
  svg.setAttribute("aria-hidden", "true");
  svg.classList.add("icon");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", strokes[name]);
  svg.append(path);
  return svg;
}

/** A button with a drawing and, unless `bare`, its label as text. */
export function button(label, { drawing, bare = false, testid, onClick, kind = "", ...rest } = {}) {
  return h(
    "button",
    {
      type: "button",
      class: `button ${kind} ${bare ? "bare" : ""}`,
      "aria-label": bare ? label : undefined,
      title: bare ? label : undefined,
      "data-testid": testid,
      on: onClick ? { click: onClick } : undefined,
      ...rest,
    },
    drawing ? icon(drawing) : null,
    bare ? null : h("span", {}, label),
  );
}
