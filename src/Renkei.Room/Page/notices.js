import { h } from "./dom.js";
import { RoomError } from "./api.js";
import { t } from "./texts.js";

/** Says something to screen readers without moving the focus. */
export function announce(text) {
  const announcer = document.getElementById("announcer");
  announcer.textContent = "";
  requestAnimationFrame(() => (announcer.textContent = text));
}

/** Shows a short line at the bottom for six seconds; it takes the place of the one before. @param {"info"|"problem"} kind */
export function toast(text, kind = "info") {
  document.querySelector(".toast")?.remove();
  const line = h(
    "div.toast",
    { class: kind, role: kind === "problem" ? "alert" : "status", "data-testid": "toast" },
    text,
  );
  document.body.append(line);
  setTimeout(() => line.remove(), 6000);
}

/** A failure of the room in plain words. */
export function tell(error) {
  if (!(error instanceof RoomError)) throw error;
  toast(error.status === 0 ? t("unreachable") : error.message || t("failed"), "problem");
}
