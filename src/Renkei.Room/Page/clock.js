import { room } from "./api.js";
import { button, fill, h, icon } from "./dom.js";
import { openMenu } from "./menu.js";
import { announce, tell, toast } from "./notices.js";
import { longTime, shortTime } from "./time.js";
import { t } from "./texts.js";

const DAY = 24 * 60 * 60;

/** The room's clock with its four jumps; it runs on by itself. */
export function clockControls(store) {
  const long = h("span.long");
  const short = h("span.short", { "aria-hidden": true });
  const face = h("time.clock-face", { "data-testid": "clock" }, long, short);
  const element = h("div.clock", { role: "group" });
  const moves = () => [
    { label: t("clockNow"), testid: "clock-now", move: { to: "now" } },
    { label: t("clockDay"), testid: "clock-day", move: { addSeconds: DAY } },
    { label: t("clockWeek"), testid: "clock-week", move: { addSeconds: 7 * DAY } },
    { label: t("clockNext"), testid: "clock-next", move: { to: "nextReminder" } },
  ];

  const tick = () => {
    const text = longTime(store.now(), store.language);
    if (long.textContent === text) return;
    long.textContent = text;
    short.textContent = shortTime(store.now(), store.language);
  };
  const draw = () => {
    element.setAttribute("aria-label", t("roomClock"));
    fill(
      element,
      h("span.clock-label", {}, icon("clock"), face),
      h(
        "div.clock-moves",
        {},
        moves().map(({ label, testid, move }) => button(label, { kind: "small", testid, onClick: () => go(move) })),
      ),
      h(
        "button.button.small.clock-menu",
        {
          type: "button",
          "aria-haspopup": "menu",
          "aria-expanded": false,
          "aria-label": t("clockMove"),
          "data-testid": "clock-menu",
          on: {
            click: (event) =>
              openMenu(
                event.currentTarget,
                moves().map((m) => ({ label: m.label, run: () => go(m.move) })),
              ),
          },
        },
        icon("down"),
      ),
    );
    tick();
  };

  async function go(move) {
    for (const pressed of element.querySelectorAll("button")) pressed.disabled = true;
    try {
      const clock = await room.moveClock(move);
      if (clock.now) store.set({ clock: { ...clock, receivedAt: performance.now() } });
      if (move.to === "nextReminder" && !clock.nextDue) toast(t("clockNoNext"));
      else if (clock.botFollows === false) toast(t("clockAlone"), "problem");
      else announce(t("clockMoved", longTime(store.now(), store.language)));
    } catch (error) {
      tell(error);
    } finally {
      for (const pressed of element.querySelectorAll("button")) pressed.disabled = false;
    }
  }

  store.on("language", draw);
  store.on("clock", tick);
  setInterval(tick, 1000);
  return { element };
}
