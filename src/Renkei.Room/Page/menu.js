import { h, icon } from "./dom.js";

let closeOpenMenu = null;

/**
 * Opens a menu under its button: arrows move, Enter chooses, Esc returns to the button.
 * @param {HTMLElement} anchor the button that was pressed
 * @param {{label: string, drawing?: string, hint?: string, testid?: string, checked?: boolean, enabled?: boolean, run: () => void}[]} items
 */
export function openMenu(anchor, items) {
  closeOpenMenu?.();
  const entries = items.map((item) =>
    h(
      "button.menu-item",
      {
        type: "button",
        role: item.checked === undefined ? "menuitem" : "menuitemradio",
        "aria-checked": item.checked,
        tabindex: -1,
        disabled: item.enabled === false,
        "data-testid": item.testid,
        on: {
          click: () => {
            close(true);
            item.run();
          },
        },
      },
      item.drawing ? icon(item.drawing) : null,
      h("span", {}, item.label, item.hint ? h("small", {}, item.hint) : null),
    ),
  );
  const menu = h("div.menu", { role: "menu", popover: "manual", "data-testid": "menu" }, entries);

  function close(returnFocus) {
    document.removeEventListener("pointerdown", outside, true);
    menu.remove();
    anchor.setAttribute("aria-expanded", "false");
    closeOpenMenu = null;
    if (returnFocus && anchor.isConnected) anchor.focus();
  }
  function outside(event) {
    if (!menu.contains(event.target)) close(false);
  }
  menu.addEventListener("keydown", (event) => {
    const live = entries.filter((e) => !e.disabled);
    const at = live.indexOf(document.activeElement);
    const step = { ArrowDown: at + 1, ArrowUp: at - 1 + live.length, Home: 0, End: live.length - 1 }[event.key];
    if (step !== undefined) live[step % live.length]?.focus();
    else if (event.key === "Escape" || event.key === "Tab") close(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  });

  // Inside an open dialog only its own descendants can be reached.
  (anchor.closest("dialog") ?? document.body).append(menu);
  menu.showPopover();
  place(menu, anchor);
  anchor.setAttribute("aria-expanded", "true");
  document.addEventListener("pointerdown", outside, true);
  closeOpenMenu = () => close(false);
  entries.find((e) => !e.disabled)?.focus();
}

function place(menu, anchor) {
  const at = anchor.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
  const below = at.bottom + 4;
  const top = below + height > innerHeight - 8 ? Math.max(8, at.top - height - 4) : below;
  menu.style.left = `${left}px`;
  menu.style.top = `${top}px`;
}
