import { room } from "./api.js";
import { button, fill, h } from "./dom.js";
import { tell } from "./notices.js";
import { local, t, troubles } from "./texts.js";

/** Switches for what goes wrong in real life, for everybody, one person or one conversation. */
export function troublePanel(store) {
  let target = { all: true };
  const content = h("div.troubles");
  const draw = () => {
    const focused = content.contains(document.activeElement) ? document.activeElement.dataset.testid : null;
    fill(
      content,
      h("p.note", {}, t("troubleIntro")),
      h(
        "label.field",
        {},
        t("troubleTarget"),
        targetChoice(store, target, (chosen) => {
          target = chosen;
          draw();
        }),
      ),
      h(
        "ul.switches",
        {},
        troubles.map((trouble) => switchOf(trouble, target, store)),
      ),
      elsewhere(store, target),
    );
    if (focused) content.querySelector(`[data-testid="${focused}"]`)?.focus();
  };
  const off = store.on("trouble", draw);
  draw();
  return { title: t("troubleTitle"), content, dispose: off };
}

const nameOfTarget = (target) =>
  target.person ? `person:${target.person}` : target.conversation ? `conversation:${target.conversation}` : "all";

function targetNamed(name) {
  const [kind, key] = name.split(":");
  return kind === "all" ? { all: true } : { [kind]: key };
}

const sameTarget = (a, b) => nameOfTarget(a) === nameOfTarget(b);

function targetChoice(store, target, choose) {
  const select = h(
    "select",
    { "data-testid": "trouble-target", on: { change: (event) => choose(targetNamed(event.target.value)) } },
    h("option", { value: "all" }, t("troubleAll")),
    h(
      "optgroup",
      { label: t("people") },
      store.people.map((p) => h("option", { value: `person:${p.id}` }, local(p.name))),
    ),
    h(
      "optgroup",
      { label: t("channel") },
      store.conversations
        .filter((c) => c.kind !== "personal")
        .map((c) => h("option", { value: `conversation:${c.key}` }, local(c.title))),
    ),
  );
  select.value = nameOfTarget(target);
  return select;
}

function switchOf({ kind, name, text, counted }, target, store) {
  const active = store.trouble.find((s) => s.kind === kind && sameTarget(s.target, target));
  const remaining = active?.settings?.remaining;
  const count =
    counted && !active
      ? h(
          "select",
          {
            "aria-label": `${local(name)}：${t("troubleCount")}`,
            "data-testid": `trouble-count-${kind}`,
          },
          [1, 3, 10].map((n) => h("option", { value: n }, store.language === "ja" ? `${n}回` : `${n} ×`)),
          h("option", { value: "" }, t("troubleAlways")),
        )
      : null;
  const flip = () => {
    const times = count && count.value !== "" ? Number(count.value) : undefined;
    room.trouble({ target, kind, on: !active, count: times }).catch(tell);
  };
  return h(
    "li",
    { class: active ? "on" : "" },
    h(
      "button.switch",
      {
        type: "button",
        role: "switch",
        "aria-checked": Boolean(active),
        "aria-describedby": `about-${kind}`,
        "data-testid": `trouble-${kind}`,
        on: { click: flip },
      },
      h("span.knob", { "aria-hidden": true }),
      h("span", {}, local(name), typeof remaining === "number" ? `（${remaining}）` : ""),
    ),
    count,
    h("p", { id: `about-${kind}` }, local(text)),
  );
}

function elsewhere(store, target) {
  const others = store.trouble.filter((s) => !sameTarget(s.target, target));
  if (others.length === 0) return null;
  return h(
    "section",
    {},
    h("h3", {}, t("troubleElsewhere")),
    h(
      "ul.active-troubles",
      {},
      others.map((s) =>
        h(
          "li",
          {},
          h("span", {}, `${whom(s.target, store)}：${local(troubles.find((x) => x.kind === s.kind)?.name) || s.kind}`),
          button(t("troubleOff"), {
            kind: "small",
            onClick: () => room.trouble({ target: s.target, kind: s.kind, on: false }).catch(tell),
          }),
        ),
      ),
    ),
  );
}

function whom(target, store) {
  if (target.person) return local(store.personById(target.person)?.name) || target.person;
  if (target.conversation) return local(store.conversationByKey(target.conversation)?.title) || target.conversation;
  return t("troubleAll");
}
