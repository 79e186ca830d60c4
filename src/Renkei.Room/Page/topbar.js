import { room } from "./api.js";
import { clockControls } from "./clock.js";
import { confirmed } from "./dialog.js";
import { button, fill, h, icon } from "./dom.js";
import { openMenu } from "./menu.js";
import { tell, toast } from "./notices.js";
import { showRail } from "./people.js";
import { isDark } from "./theme.js";
import { t } from "./texts.js";

/** The strip at the top: whose room this is, its clock, the bot, and the panels. */
export function topbar(bar, rail, store) {
  const clock = clockControls(store);
  const draw = () => {
    fill(
      bar,
      button(t("openPeople"), {
        drawing: "menu",
        bare: true,
        kind: "rail-open",
        testid: "open-rail",
        onClick: () => showRail(rail, true),
      }),
      h("div.brand", {}, h("img", { src: "icon.svg", alt: "", width: 28, height: 28 }), h("h1", {}, t("appTitle"))),
      clock.element,
      h("div.topbar-end", {}, botButton(store), panelButtons(store), settingsButton(store)),
    );
  };
  for (const topic of ["language", "bot", "trouble", "panel", "lesson"]) store.on(topic, () => keepingFocus(bar, draw));
}

function keepingFocus(bar, draw) {
  const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
  draw();
  if (focused) bar.querySelector(`[data-testid="${focused}"]`)?.focus();
}

function botButton(store) {
  const state = store.bot.state ?? "running";
  const label = { running: t("botRunning"), starting: t("botStarting"), stopped: t("botStopped") }[state];
  const items = () =>
    state === "stopped"
      ? [{ label: t("botStart"), drawing: "refresh", testid: "bot-start", run: () => room.startBot().catch(tell) }]
      : [
          {
            label: t("botKill"),
            hint: t("botKillHint"),
            drawing: "close",
            testid: "bot-kill",
            run: () => room.killBot().catch(tell),
          },
          {
            label: t("botRestart"),
            drawing: "refresh",
            testid: "bot-restart",
            run: () =>
              room
                .killBot()
                .then(() => room.startBot())
                .catch(tell),
          },
        ];
  if (store.bot.controlled === false)
    return h(
      "span.bot-state",
      { class: state, title: label, "data-testid": "bot-state" },
      h("span.dot", {}),
      h("span.wide-only", {}, label),
    );
  return h(
    "button.button.bot-state",
    {
      type: "button",
      class: state,
      "aria-haspopup": "menu",
      "aria-expanded": false,
      "aria-label": label,
      title: label,
      "data-testid": "bot-state",
      on: { click: (event) => openMenu(event.currentTarget, items()) },
    },
    h("span.dot", { "aria-hidden": true }),
    h("span.wide-only", {}, label),
  );
}

function panelButtons(store) {
  const toggle = (name) => () => {
    if (name === "lesson") store.toured = true;
    store.set({ panel: store.panel === name ? null : name });
  };
  const one = (name, label, badge, kind = "") =>
    h(
      "button.button.panel-button",
      {
        type: "button",
        class: kind,
        "aria-pressed": store.panel === name,
        "aria-label": badge ? `${label} ${badge}` : label,
        title: label,
        "data-testid": `panel-${name}`,
        on: { click: toggle(name) },
      },
      icon(name),
      h("span.wide-only", {}, label),
      badge ? h("span.count", { "aria-hidden": true }, badge) : null,
    );
  // Who comes for the first time is shown where to begin.
  const first = !store.toured && !(store.lesson?.steps ?? []).some((step) => step.done);
  return [
    first ? one("lesson", t("lessonFirst"), null, "hint") : one("lesson", t("lesson")),
    one("trouble", t("trouble"), store.trouble.length ? String(store.trouble.length) : null),
    one("wire", t("wire")),
  ];
}

function settingsButton(store) {
  const other = store.language === "ja" ? "en" : "ja";
  return [
    button(t("language"), {
      drawing: "globe",
      kind: "language",
      testid: "language",
      "aria-label": t("languageLabel"),
      lang: other,
      onClick: () => store.set({ language: other }),
    }),
    h(
      "button.button.bare",
      {
        type: "button",
        "aria-label": t("settings"),
        title: t("settings"),
        "aria-haspopup": "menu",
        "aria-expanded": false,
        "data-testid": "settings",
        on: { click: (event) => openMenu(event.currentTarget, settings(store)) },
      },
      icon("more"),
    ),
  ];
}

/** On a narrow screen the menu also holds what has no room in the strip. */
function settings(store) {
  const narrow = matchMedia("(max-width: 560px)").matches;
  const other = store.language === "ja" ? "en" : "ja";
  return [
    ...(narrow
      ? [
          {
            label: t("language"),
            drawing: "globe",
            testid: "menu-language",
            run: () => store.set({ language: other }),
          },
          { label: t("wireTitle"), drawing: "wire", testid: "menu-wire", run: () => store.set({ panel: "wire" }) },
        ]
      : []),
    {
      label: isDark() ? t("themeLight") : t("themeDark"),
      drawing: isDark() ? "sun" : "moon",
      testid: "theme",
      run: () => store.set({ theme: isDark() ? "light" : "dark" }),
    },
    { label: t("reset"), drawing: "refresh", testid: "reset", run: () => reset() },
  ];
}

async function reset() {
  if (!(await confirmed(t("resetTitle"), t("resetText"), t("resetDo")))) return;
  try {
    await room.reset();
    toast(t("resetDone"));
  } catch (error) {
    tell(error);
  }
}
