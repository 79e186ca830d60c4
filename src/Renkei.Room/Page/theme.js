const listeners = new Set();
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

/** Draws in the chosen theme, or in the system's when none was chosen. @param {"light"|"dark"|null} chosen */
export function applyTheme(chosen) {
  document.documentElement.dataset.theme = chosen ?? (prefersDark.matches ? "dark" : "light");
  for (const listener of [...listeners]) listener();
}

export const isDark = () => document.documentElement.dataset.theme === "dark";

/** Tells drawings that cannot follow CSS (charts) that the colours changed. @returns {() => void} */
export function onThemeChange(listener) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Follows the system until the person chooses. */
export function followSystem(store) {
  prefersDark.addEventListener("change", () => applyTheme(store.theme));
}

/** The value of a colour token as it is drawn now. */
export const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
